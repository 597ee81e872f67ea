// The sole owner of a writable database: one shard of a generation being built.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "common/report.h"
#include "common/result.h"
#include "indexer/document_builder.h"

namespace Xapian {
class WritableDatabase;
}

namespace ofsearch {

class IndexWriter {
 public:
  ~IndexWriter();
  IndexWriter(IndexWriter&&) noexcept;

  // Creates an empty database in the folder `path`, or opens the one that is there.
  static Result<IndexWriter> open(const std::filesystem::path& path);

  // Adds `report` with its passages; one of the same id is replaced.
  Result<void> put(const Report& report);

  // Does nothing if there is no such report.
  Result<void> remove(const std::string& report_id);

  // Makes everything durable. The writer is of no use afterwards.
  Result<void> finish();

 private:
  IndexWriter();

  std::filesystem::path path_;
  std::unique_ptr<Xapian::WritableDatabase> database_;
  DocumentBuilder builder_;
};

// A compacted copy of the database in `from` at `to`.
Result<void> compact(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace ofsearch
