#include "indexer/inspection.h"

#include "indexer/run/corpus.h"
#include "indexer/run/settling.h"
#include "indexer/write/spool.h"

#include <fmt/format.h>

#include <map>
#include <unordered_map>

namespace ofsearch {
namespace {

std::string to_text(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class Inspection {
 public:
  using Sink = std::function<void(const std::string&, Result<Report>)>;

  Inspection(const InspectOptions& options, const Sink& sink, Corpus corpus, Spool spool)
      : options_(options),
        sink_(sink),
        corpus_(std::move(corpus)),
        spool_(std::move(spool)),
        settling_(options.corrections) {}

  Result<void> run() {
    std::vector<DocumentToRead> files;
    for (const CorpusFile& file : corpus_.files)
      files.push_back({file.file, file.path, "", file.unsupported});
    documents_.resize(files.size());
    OF_CHECK(read_documents(files, options_.jobs, options_.limits,
                            [&](size_t number, ReadDocument document) {
                              return keep(document.answer, &documents_[number]);
                            }));
    for (Document& document : documents_)
      if (document.error.empty()) settling_.add(std::move(document.facts));
    settling_.settle();
    for (const CorpusProblem& problem : corpus_.problems)
      sink_(problem.path, Error{ErrorCode::kUnreadable, problem.reason, ""});
    for (size_t i = 0; i < documents_.size(); ++i) OF_CHECK(show(i));
    return {};
  }

 private:
  struct Document {
    SpoolPlace head, records;
    Metadata facts;
    std::string error;  // empty if it could be read
  };

  Result<void> keep(const DocumentAnswer& answer, Document* document) {
    document->error = answer.error;
    if (answer.kind != DocumentAnswer::kReport) return {};
    document->head = OF_TRY(spool_.append(to_text(answer.head)));
    document->records = OF_TRY(spool_.append(answer.records));
    document->facts = settling_.facts_of(answer.report);
    return {};
  }

  Result<void> show(size_t number) {
    const Document& document = documents_[number];
    const std::string& path = corpus_.files[number].path;
    if (!document.error.empty()) {
      sink_(path, Error{ErrorCode::kUnreadable, document.error, ""});
      return {};
    }
    Json head = settling_.settled(Json::parse(OF_TRY(spool_.read(document.head)), nullptr, false));
    Report report = OF_TRY(assemble_report(head, OF_TRY(spool_.read(document.records))));
    auto [twin, is_first] = seen_.emplace(report.sha256, path);
    if (!is_first)
      report.metadata.warnings.push_back(
          fmt::format("it has the same content as {}", twin->second));
    sink_(path, std::move(report));
    return {};
  }

  const InspectOptions& options_;
  const Sink& sink_;
  Corpus corpus_;
  Spool spool_;
  Settling settling_;
  std::vector<Document> documents_;
  std::unordered_map<std::string, std::string> seen_;  // SHA-256 to path
};

}  // namespace

Result<void> inspect(const InspectOptions& options,
                     const std::function<void(const std::string&, Result<Report>)>& sink) {
  Corpus corpus = OF_TRY(list_corpus(options.roots));
  return Inspection(options, sink, std::move(corpus), OF_TRY(Spool::anonymous())).run();
}

}  // namespace ofsearch
