#include "indexer/inspection.h"

#include "common/records/report_record.h"
#include "indexer/run/corpus.h"
#include "indexer/run/settle.h"

#include <fmt/format.h>

#include <set>
#include <unordered_map>
#include <utility>

namespace ofsearch {
namespace {

struct Inspected {
  std::string path;    // as shown
  std::string packed;  // pack_report(); empty if it could not be read
  Report report;       // without its passages
  std::string error;
};

Result<std::vector<Inspected>> read_all(const InspectOptions& options, const Corpus& corpus) {
  std::vector<DocumentToRead> documents;
  std::vector<PlacedFile> places;
  for (const CorpusFile& file : corpus.files) {
    documents.push_back({file.file, file.name});
    places.push_back({file.root, file.name});
  }
  std::vector<Inspected> all(documents.size());
  std::vector<std::string> paths = shown_paths(places);
  OF_CHECK(read_documents(
      documents, options.jobs, options.limits, [](const std::string&) { return false; },
      [&](size_t number, ReadDocument document) -> Result<void> {
        all[number].packed = std::move(document.answer.packed);
        all[number].error = std::move(document.answer.error);
        return {};
      }));
  for (size_t i = 0; i < all.size(); ++i) {
    all[i].path = paths[i];
    auto head = unpack_head(all[i].packed);
    if (!head) continue;
    all[i].report = std::move(head->report);
    all[i].report.path = paths[i];
    all[i].report.paths = {paths[i]};
    all[i].report.file = corpus.files[i].name;
  }
  return all;
}

Result<Report> whole(Inspected* document, std::unordered_map<std::string, std::string>* seen) {
  if (!document->error.empty()) return Error{ErrorCode::kUnreadable, document->error, ""};
  Report report = std::move(document->report);
  report.passages = std::move(unpack_report(document->packed)->passages);
  auto [twin, is_first] = seen->emplace(report.sha256, report.path);
  if (!is_first)
    report.metadata.warnings.push_back(fmt::format("it has the same content as {}", twin->second));
  return report;
}

}  // namespace

Result<void> inspect(const InspectOptions& options,
                     const std::function<void(const std::string&, Result<Report>)>& sink) {
  std::set<std::string> roots;
  for (const std::string& path : options.roots) {
    std::error_code error;
    if (!std::filesystem::exists(path, error))
      return Error{ErrorCode::kNotFound, fmt::format("there is no file or folder {}", path),
                   "check the path"};
    roots.insert(absolute_root(path));
  }
  const Corpus corpus = list_corpus({roots.begin(), roots.end()}, "");
  std::vector<Inspected> all = OF_TRY(read_all(options, corpus));
  std::optional<Corrections> corrections = options.corrections;
  std::vector<Report*> reports;
  for (Inspected& document : all)
    if (document.error.empty()) reports.push_back(&document.report);
  settle(&corrections, reports);
  for (const CorpusProblem& problem : corpus.problems)
    sink(problem.name, Error{ErrorCode::kUnreadable, problem.reason, ""});
  for (const LeftOut& file : corpus.left_out)
    sink(file.name, Error{ErrorCode::kUnreadable, file.reason, ""});
  std::unordered_map<std::string, std::string> seen;  // by SHA-256
  for (Inspected& document : all) sink(document.path, whole(&document, &seen));
  return {};
}

}  // namespace ofsearch
