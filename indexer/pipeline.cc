#include "indexer/pipeline.h"

#include <chrono>
#include <ctime>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "indexer/corpus.h"
#include "indexer/generation.h"
#include "indexer/index_writer.h"
#include "indexer/metadata/standing_grades.h"
#include "indexer/reading.h"

namespace ofsearch {
namespace {

Result<Report> read_corpus_file(const CorpusFile& file) {
  if (file.unsupported)
    return Error{ErrorCode::kUnreadable,
                 fmt::format("files of type {} are not read",
                             std::filesystem::path(file.path).extension().string()),
                 "save it as PDF or DOCX"};
  return read_report(file.file, file.path);
}

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

}  // namespace

Result<RunSummary> build_index(const PipelineOptions& options,
                               const std::function<void(const Progress&)>& progress) {
  Corpus corpus = OF_TRY(list_corpus(options.roots));
  Generation generation = OF_TRY(Generation::begin(options.index));
  IndexWriter writer = OF_TRY(IndexWriter::open(generation.shard(0)));
  RunSummary summary;
  summary.ignored = corpus.ignored;
  for (const std::string& problem : corpus.problems) summary.failures.push_back({problem, ""});
  Progress state;
  state.files = corpus.files.size();
  for (const CorpusFile& file : corpus.files) state.bytes += file.size;
  std::string started = now();
  for (const CorpusFile& file : corpus.files) {
    Result<Report> report = read_corpus_file(file);
    if (report) {
      report->indexed = started;
      OF_CHECK(writer.put(*report));
      ++summary.reports;
      summary.passages += report->passages.size();
      for (const std::string& warning : report->metadata.warnings)
        summary.warnings.push_back(fmt::format("{}: {}", file.path, warning));
    } else {
      summary.failures.push_back({file.path, report.error().text()});
    }
    ++state.files_done;
    state.bytes_done += file.size;
    progress(state);
  }
  OF_CHECK(writer.finish());
  OF_CHECK(generation.publish(1));
  return summary;
}

Result<void> inspect(const std::vector<std::string>& roots,
                     const std::function<void(const std::string&, Result<Report>)>& sink) {
  Corpus corpus = OF_TRY(list_corpus(roots));
  std::vector<Result<Report>> reports;
  for (const CorpusFile& file : corpus.files) reports.push_back(read_corpus_file(file));
  std::vector<Metadata*> series;
  for (Result<Report>& report : reports)
    if (report) series.push_back(&report->metadata);
  fill_standing_grades(series);
  for (size_t i = 0; i < reports.size(); ++i) sink(corpus.files[i].path, std::move(reports[i]));
  return {};
}

}  // namespace ofsearch
