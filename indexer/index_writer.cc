#include "indexer/index_writer.h"

#include "common/database.h"
#include "common/passage_record.h"
#include "common/passage_store.h"
#include "common/schema.h"
#include "common/thesaurus.h"
#include "indexer/document_builder.h"

#include <fmt/format.h>
#include <xapian.h>

#include <string_view>
#include <type_traits>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

// Nothing is durable before the generation is sealed, so nothing is synced before.
constexpr int kThrowAway = Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
// The term lists are a quarter of a database and a third of the work of writing it.
constexpr int kWithoutTermLists = Xapian::DB_NO_TERMLIST;

// Xapian collects what it is to write in trees, which grow out of the cache: flushed often, and in
// between whole reports, they stay small. The segment is as compact as if it was written at once.
constexpr size_t kFlushPassages = 500;

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

Xapian::WritableDatabase create_database(const fs::path& path, bool for_servers) {
  int flags = Xapian::DB_CREATE | kThrowAway | (for_servers ? 0 : kWithoutTermLists);
  Xapian::WritableDatabase database(path.string(), flags);
  database.set_metadata(std::string(kVersionKey), std::to_string(kSchemaVersion));
  database.set_metadata(std::string(kPhrasesKey), Thesaurus::builtin_version());
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
  auto database = OF_TRY(write_to(path, [&] { return create_database(path, for_servers); }));
  auto passages =
      OF_TRY(write_to(path, [&] { return PassageWriter(RecordPacker(dictionary), &database); }));
  DocumentBuilder builder(for_servers);
  size_t waiting = 0;
  while (std::optional<Report> report = OF_TRY(next()))
    OF_CHECK(write_to(path, [&] {
      builder.build(*report, &passages,
                    [&](const Xapian::Document& document) { database.add_document(document); });
      waiting += report->passages.size();
      if (waiting < kFlushPassages) return;
      database.commit();
      waiting = 0;
    }));
  return write_to(path, [&] {
    database.commit();
    database.close();
  });
}

Result<void> merge_databases(const std::vector<fs::path>& from, const fs::path& to,
                             bool for_servers) {
  return write_to(to, [&] {
    if (from.empty()) {
      create_database(to, for_servers).commit();
      return;
    }
    Xapian::Database all;
    for (const fs::path& part : from) all.add_database(Xapian::Database(part.string()));
    all.compact(to.string());
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
