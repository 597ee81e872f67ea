#include "searcher/web/pages/document_file.h"

#include "common/files/file.h"
#include "common/system/hash.h"
#include "common/text/characters.h"
#include "searcher/web/parts/frame/problem.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ofsearch::web {
namespace {

constexpr size_t kLargestFile = 64u << 20;

bool is_pdf(const Report& report) {
  std::string_view path = report.path;
  return equal_ignoring_ascii_case(path.substr(path.size() - std::min<size_t>(path.size(), 4)),
                                   ".pdf");
}

// The last part of a path, with signs that a header can hold.
std::string name_for_saving(const std::string& path) {
  std::string name = path.substr(path.rfind('/') + 1);
  for (char& c : name)
    if (c < 0x20 || c > 0x7E || c == '"' || c == '\\') c = '_';
  return name;
}

}  // namespace

Result<Descriptor> open_file(const Report& report) {
  Error gone{ErrorCode::kNotFound, "the file of this report is not on this server", ""};
  if (report.file.empty()) return gone;
  // A pipe of that name must not make us wait.
  Descriptor file(::open(report.file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat state {};
  if (file.get() < 0 || ::fstat(file.get(), &state) != 0 || !S_ISREG(state.st_mode)) return gone;
  return file;
}

bool has_file(const Report& report) {
  struct stat state {};
  return !report.file.empty() && ::stat(report.file.c_str(), &state) == 0 && S_ISREG(state.st_mode);
}

bool has_printed_pages(const Report& report) {
  return is_pdf(report) && has_file(report);
}

std::string file_link(const Report& report, int page, const Site& site) {
  std::string link = site.path("/files/" + report.id);
  return page > 0 ? fmt::format("{}#page={}", link, page) : link;
}

HttpResponse document_file(const std::string& id, const Site& site, Searcher* searcher) {
  auto report = searcher->report(id);
  if (!report) return error_answer(report.error(), false, site);
  auto file = open_file(*report);
  if (!file) return error_answer(file.error(), false, site);
  auto bytes = read_open_file(file->get(), "the file", kLargestFile);
  if (!bytes) return problem_answer(404, "The file of this report cannot be read.", false, site);
  if (sha256_hex(*bytes) != report->sha256)
    return problem_answer(404, "The file has changed since it was indexed.", false, site);
  bool shown = is_pdf(*report) && bytes->starts_with("%PDF");
  HttpResponse response;
  response.type = shown ? "application/pdf" : "application/octet-stream";
  response.body = std::move(*bytes);
  response.headers.emplace_back("Content-Disposition",
                                fmt::format("{}; filename=\"{}\"", shown ? "inline" : "attachment",
                                            name_for_saving(report->path)));
  // The viewers of browsers are pages of their own, which a stricter policy keeps from working.
  response.headers.emplace_back("Content-Security-Policy",
                                shown ? "frame-ancestors 'none'" : "default-src 'none'; sandbox");
  return response;
}

}  // namespace ofsearch::web
