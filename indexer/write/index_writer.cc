#include "indexer/write/index_writer.h"

#include "common/index/field_phrases.h"
#include "common/index/index.h"
#include "common/index/passage_store.h"
#include "common/index/schema.h"
#include "common/records/passage_record.h"
#include "indexer/write/document_builder.h"

#include <fmt/format.h>
#include <xapian.h>

#include <map>
#include <string_view>
#include <utility>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

// Nothing is synced before the generation is sealed, as nothing is durable before.
constexpr int kThrowAway = Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
// Twice what Xapian takes: a search reads a fifth fewer of them, and of the largest index no more.
constexpr int kBlockSize = 16384;
// Xapian collects what it is to write in trees, which grow out of the cache: flushed often they
// stay small. A segment is as compact as if it was written at once.
constexpr size_t kFlushDocuments = 1000;

using DatabaseMetadata = std::map<std::string, std::string>;

std::string writing(const fs::path& path) {
  return fmt::format("write the database {}", path.string());
}

// Xapian's word for a full disk and for a damaged database is the same; the caller needs to know.
Error write_error(const Xapian::Error& error, const fs::path& path) {
  const char* system = error.get_error_string();
  bool damaged = system == nullptr && std::string_view(error.get_type()) == "DatabaseCorruptError";
  return {damaged ? ErrorCode::kIndexDamaged : ErrorCode::kUnwritable,
          fmt::format("cannot {}: {}{}{}", writing(path), error.get_msg(),
                      system == nullptr ? "" : ": ", system == nullptr ? "" : system),
          ""};
}

template <typename Function>
auto write_to(const fs::path& path, Function function) {
  return xapian_result([&](const auto& error) { return write_error(error, path); }, function);
}

Error file_error(const char* what, const fs::path& path, const std::error_code& error) {
  return {ErrorCode::kUnwritable,
          fmt::format("cannot {} {}: {}", what, path.string(), error.message()), ""};
}

DatabaseMetadata metadata_with(const RecordPacker& packer) {
  DatabaseMetadata metadata = {{std::string(kVersionKey), std::to_string(kSchemaVersion)},
                               {std::string(kPhrasesKey), marked_phrases_version()}};
  if (packer.dictionary_id() != 0)
    metadata[dictionary_key(packer.dictionary_id())] = packer.dictionary();
  return metadata;
}

Xapian::WritableDatabase create_database(const fs::path& path, const DatabaseMetadata& metadata) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE | kThrowAway);
  for (const auto& [key, value] : metadata) database.set_metadata(key, value);
  database.commit();
  return database;
}

// A database that documents are added to.
class IndexWriter {
 public:
  explicit IndexWriter(Xapian::WritableDatabase database) : database_(std::move(database)) {}

  void add(const Xapian::Document& document) {
    database_.add_document(document);
    if (++waiting_ < kFlushDocuments) return;
    database_.commit();
    waiting_ = 0;
  }

  // All documents that have the term.
  void remove(const std::string& term) { database_.delete_document(term); }

  void finish() {
    database_.commit();
    database_.close();
  }

 private:
  Xapian::WritableDatabase database_;
  size_t waiting_ = 0;
};

Result<void> add_reports(const fs::path& path, const NextReport& next, RecordPacker packer,
                         IndexWriter* writer) {
  DocumentBuilder builder(std::move(packer));
  while (std::optional<Report> report = OF_TRY(next()))
    OF_CHECK(write_to(path, [&] {
      builder.build(*report, [&](const Xapian::Document& document) { writer->add(document); });
    }));
  return write_to(path, [&] { writer->finish(); });
}

// Copied, not linked: what is written to one must not be seen in the other.
Result<void> copy_files(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::copy(from, to, error);
  if (error) return file_error("copy", from, error);
  return {};
}

}  // namespace

std::vector<std::string> sample_records(const Report& report) {
  std::vector<std::string> records;
  for (const Passage& passage : report.passages)
    records.push_back(encode_passage({report.id, passage, {}, 0}));
  return records;
}

Result<void> write_segment(const fs::path& path, const std::string& dictionary,
                           const NextReport& next) {
  RecordPacker packer(dictionary);
  const DatabaseMetadata metadata = metadata_with(packer);
  IndexWriter writer =
      OF_TRY(write_to(path, [&] { return IndexWriter(create_database(path, metadata)); }));
  return add_reports(path, next, std::move(packer), &writer);
}

Result<void> merge_databases(const std::vector<fs::path>& from, const fs::path& to) {
  return write_to(to, [&] {
    if (from.empty()) {
      create_database(to, metadata_with(RecordPacker("")));
      return;
    }
    Xapian::Database all;
    for (const fs::path& path : from) {
      Xapian::Database part(path.string());
      require_tables(part);
      all.add_database(part);
    }
    all.compact(to.string(), 0, kBlockSize);
  });
}

Result<void> update_database(const fs::path& from, const fs::path& to,
                             const std::vector<std::string>& remove, const NextReport& next) {
  OF_CHECK(copy_files(from, to));
  std::string dictionary;
  IndexWriter writer = OF_TRY(write_to(to, [&] {
    Xapian::WritableDatabase database(to.string(), Xapian::DB_OPEN | kThrowAway);
    require_tables(database);
    dictionary = stored_dictionary(database);
    return IndexWriter(std::move(database));
  }));
  if (!dictionary.empty() && !is_dictionary(dictionary))
    return Error{ErrorCode::kIndexDamaged,
                 fmt::format("the dictionary of {} is damaged", to.string()),
                 "build it again with --rebuild"};
  OF_CHECK(write_to(to, [&] {
    for (const std::string& id : remove) writer.remove(prefixed_term(kReportIdPrefix, id));
  }));
  return add_reports(to, next, RecordPacker(dictionary), &writer);
}

}  // namespace ofsearch
