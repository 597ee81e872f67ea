#include "indexer/write/index_writer.h"

#include "common/field/thesaurus.h"
#include "common/index/index.h"
#include "common/index/passage_store.h"
#include "common/index/schema.h"
#include "common/report/passage_record.h"
#include "indexer/write/document_builder.h"
#include "indexer/write/xapian_segment.h"

#include <fmt/format.h>
#include <xapian.h>

#include <map>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

// Nothing is durable before the generation is sealed, so nothing is synced before.
constexpr int kThrowAway = Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
// The term lists are a quarter of a database and a third of the work of writing it.
constexpr int kWithoutTermLists = Xapian::DB_NO_TERMLIST;
// Twice what Xapian takes: a search reads a fifth fewer of them, and of the largest index no more.
constexpr int kBlockSize = 16384;

using DatabaseMetadata = std::map<std::string, std::string>;

std::string writing(const fs::path& path) {
  return fmt::format("write the database {}", path.string());
}

// Xapian's word for a full disk and for a damaged database is the same; the caller needs to know.
Error write_error(const Xapian::Error& error, const fs::path& path) {
  const char* system = error.get_error_string();
  bool damaged = system == nullptr && std::string_view(error.get_type()) == "DatabaseCorruptError";
  return {damaged ? ErrorCode::kIndexDamaged : ErrorCode::kUnreadable,
          fmt::format("cannot {}: {}{}{}", writing(path), error.get_msg(),
                      system == nullptr ? "" : ": ", system == nullptr ? "" : system),
          ""};
}

template <typename Function>
auto write_to(const fs::path& path, Function function) -> Result<decltype(function())> {
  try {
    if constexpr (std::is_void_v<decltype(function())>) {
      function();
      return {};
    } else {
      return function();
    }
  } catch (const Xapian::Error& error) {
    return write_error(error, path);
  }
}

Error file_error(const char* what, const fs::path& path, const std::error_code& error) {
  return {ErrorCode::kUnreadable,
          fmt::format("cannot {} {}: {}", what, path.string(), error.message()), ""};
}

DatabaseMetadata metadata_with(const RecordPacker& packer) {
  DatabaseMetadata metadata = {
      {std::string(kVersionKey), std::to_string(kSchemaVersion)},
      {std::string(kPhrasesKey), std::string(Thesaurus::builtin_version())}};
  if (packer.dictionary_id() != 0)
    metadata[dictionary_key(packer.dictionary_id())] = packer.dictionary();
  return metadata;
}

Xapian::WritableDatabase create_database(const fs::path& path, const DatabaseMetadata& metadata,
                                         bool for_servers) {
  int flags = Xapian::DB_CREATE | kThrowAway | (for_servers ? 0 : kWithoutTermLists);
  Xapian::WritableDatabase database(path.string(), flags);
  for (const auto& [key, value] : metadata) database.set_metadata(key, value);
  database.commit();
  return database;
}

}  // namespace

std::vector<std::string> sample_records(const Report& report) {
  std::vector<std::string> records;
  for (const Passage& passage : report.passages)
    records.push_back(encode_passage({report.id, passage, {}}));
  return records;
}

Result<void> write_segment(const fs::path& path, const std::string& dictionary, bool for_servers,
                           const std::function<Result<std::optional<Report>>()>& next) {
  RecordPacker packer(dictionary);
  const DatabaseMetadata metadata = metadata_with(packer);
  auto segment = OF_TRY(write_to(path, [&] {
    return std::make_unique<XapianSegment>(create_database(path, metadata, for_servers));
  }));
  DocumentBuilder builder(std::move(packer), for_servers);
  while (std::optional<Report> report = OF_TRY(next()))
    OF_CHECK(write_to(path, [&] {
      builder.build(*report, [&](const IndexDocument& document) { segment->add(document); });
    }));
  Result<void> finished;
  OF_CHECK(write_to(path, [&] { finished = segment->finish(); }));
  return finished;
}

Result<void> merge_databases(const std::vector<fs::path>& from, const fs::path& to,
                             bool for_servers) {
  return write_to(to, [&] {
    if (from.empty()) {
      create_database(to, metadata_with(RecordPacker("")), for_servers);
      return;
    }
    Xapian::Database all;
    for (const fs::path& part : from) all.add_database(Xapian::Database(part.string()));
    all.compact(to.string(), 0, kBlockSize);
  });
}

bool has_term_lists(const fs::path& path) {
  std::error_code ignore;
  return fs::exists(path / "termlist.glass", ignore);
}

Result<void> link_database(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_directory(to, error);
  if (error) return file_error("create", to, error);
  for (const auto& entry : fs::directory_iterator(from, error)) {
    fs::path target = to / entry.path().filename();
    fs::create_hard_link(entry.path(), target, error);
    if (error) fs::copy_file(entry.path(), target, error);
    if (error) return file_error("copy", entry.path(), error);
  }
  if (error) return file_error("read", from, error);
  return {};
}

}  // namespace ofsearch
