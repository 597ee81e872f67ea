#include "indexer/index_writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include "common/database.h"
#include "common/schema.h"

namespace ofsearch {

IndexWriter::IndexWriter() = default;
IndexWriter::~IndexWriter() = default;
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;

Result<IndexWriter> IndexWriter::open(const std::filesystem::path& path) {
  IndexWriter writer;
  writer.path_ = path;
  OF_CHECK(xapian_try(fmt::format("create the index at {}", path.string()), [&] {
    writer.database_ = std::make_unique<Xapian::WritableDatabase>(
        path.string(), Xapian::DB_CREATE_OR_OPEN | Xapian::DB_NO_SYNC);
    writer.database_->set_metadata(std::string(kVersionKey), std::to_string(kSchemaVersion));
  }));
  return writer;
}

Result<void> IndexWriter::put(const Report& report) {
  ReportDocuments documents = builder_.build(report);
  return xapian_try(fmt::format("write {} to the index at {}", report.path, path_.string()), [&] {
    std::string id_term = prefixed_term(kReportIdPrefix, report.id);
    if (database_->term_exists(id_term)) database_->delete_document(id_term);
    database_->add_document(documents.report);
    for (const Xapian::Document& passage : documents.passages) database_->add_document(passage);
  });
}

Result<void> IndexWriter::remove(const std::string& report_id) {
  return xapian_try(fmt::format("write the index at {}", path_.string()), [&] {
    database_->delete_document(prefixed_term(kReportIdPrefix, report_id));
  });
}

Result<void> IndexWriter::finish() {
  return xapian_try(fmt::format("write the index at {}", path_.string()), [&] {
    database_->commit();
    database_->close();
  });
}

Result<void> compact(const std::filesystem::path& from, const std::filesystem::path& to) {
  return xapian_try(fmt::format("compact the index at {}", from.string()), [&] {
    Xapian::Database(from.string()).compact(to.string());
  });
}

}  // namespace ofsearch
