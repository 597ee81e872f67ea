// The report on a run: names of files and messages of libraries may be any bytes. A line of the
// input is an entry; its first sign says of what kind, a tab stands between its parts.
#include "common/text/harmless.h"
#include "indexer/generation/run_report.h"
#include "tests/fuzz/target.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace ofsearch::fuzz {
namespace {

void enter(std::string_view line, RunReport* report) {
  size_t tab = std::min(line.find('\t'), line.size());
  std::string first(line.substr(std::min<size_t>(1, line.size()), tab - std::min<size_t>(1, tab)));
  std::string second(line.substr(std::min(tab + 1, line.size())));
  switch (line.empty() ? ' ' : line[0]) {
    case 'f':
      report->failures.push_back({first, second, false});
      break;
    case 'k':
      report->failures.push_back({first, second, true});
      break;
    case 'l':
      report->left_out.push_back({first, second});
      break;
    case 'm':
      report->moved.push_back({first, second});
      break;
    case 'w':
      report->document_warnings.push_back({first, second});
      break;
    case 'c':
      report->warnings.push_back(first);
      break;
    case 'e':
      report->error = first;
      break;
    case 'i':
      report->index = first;
      break;
    case 'r':
      report->rebuilt = first;
      break;
    case 'a':
      report->added.push_back(summary_fields({{"path", first}, {"title", second}}));
      break;
    case 'p':
      report->outcome = RunReport::kPublished;
      break;
    case 'u':
      report->outcome = RunReport::kUnchanged;
      break;
    default:
      report->passages += first.size();
      break;
  }
}

}  // namespace
}  // namespace ofsearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  std::string_view text = fuzz::as_text(data, size);
  RunReport report;
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size());
    fuzz::enter(text.substr(0, end), &report);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::string json = run_report_text(report);
  fuzz::require(printable(json, "\n") == json, "a report commands no terminal");
  Json back = Json::parse(json, nullptr, false);
  fuzz::require(!back.is_discarded(), "a report is JSON");
  fuzz::require(back["failures"].size() == report.failures.size(), "nothing of a report is lost");
  std::string line = summary_line(report);
  fuzz::require(printable(line) == line, "a summary is one harmless line");
  return 0;
}
