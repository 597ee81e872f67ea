#include "indexer/reading.h"

#include "common/file.h"
#include "common/hash.h"
#include "indexer/metadata/metadata.h"
#include "indexer/normaliser.h"
#include "indexer/structure.h"

namespace ofsearch {

std::string report_id(std::string_view path) { return sha256_hex(path).substr(0, 12); }

Result<Report> make_report(std::string_view bytes, const std::string& path,
                           const ReaderLimits& limits) {
  SourceDocument source = OF_TRY(read_document(bytes, path, limits));
  CleanDocument document = normalise(std::move(source));
  std::vector<Section> sections = find_sections(document.paragraphs);
  Report report;
  report.id = report_id(path);
  report.path = path;
  report.sha256 = sha256_hex(bytes);
  report.metadata = extract_metadata(document, sections);
  report.passages = make_passages(sections);
  if (report.passages.empty())
    return Error{ErrorCode::kUnreadable, "it holds no passage of text", "check the file"};
  return report;
}

Result<Report> read_report(const std::filesystem::path& file, const std::string& path,
                           const ReaderLimits& limits) {
  std::string bytes = OF_TRY(read_file(file, limits.max_file_bytes));
  return make_report(bytes, path, limits);
}

}  // namespace ofsearch
