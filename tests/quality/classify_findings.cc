// The finding of each line of text on standard input, for scripts/evaluate-findings:
//   classify_findings [MODEL.tsv] < LINES
// Writes "<finding> TAB <score>" a line, judged by the words alone. MODEL defaults to the one
// compiled in.
#include "common/files/file.h"
#include "common/records/report_json.h"
#include "common/report/values.h"
#include "indexer/document/findings/finding.h"

#include <fmt/format.h>

#include <cstdio>
#include <iostream>
#include <string>

namespace {

using namespace ofsearch;

int classify(const FindingModel& model) {
  Passage passage;
  while (std::getline(std::cin, passage.text)) {
    auto verdict = model.find(passage).passage;
    fmt::print("{}\t{:.4f}\n", finding_name(verdict.finding), verdict.score);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return classify(FindingModel::builtin());
  auto content = read_file(argv[1]);
  if (!content) {
    std::cerr << content.error().text() << '\n';
    return 1;
  }
  auto model = FindingModel::parse(*content, argv[1]);
  if (!model) {
    std::cerr << model.error().text() << '\n';
    return 1;
  }
  return classify(*model);
}
