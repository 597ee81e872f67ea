// Reads the records of passages and reports from the documents of an index.
#pragma once

#include "common/index/index.h"
#include "common/index/passage_store.h"
#include "common/report/report.h"

#include <xapian.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace ofsearch {

// The report of `fields`, a value of kReportFieldsSlot. Throws Xapian::DatabaseCorruptError.
Report report_of_fields(const std::string& fields);

// The documents of one opened index, which must outlive it. Not thread-safe; may throw
// Xapian::Error. A server sends them one by one, each a round trip, so servers work in parallel.
class DocumentData {
 public:
  explicit DocumentData(const Index& index);

  // The records of the documents `ids` of `index.database`, in that order; empty for documents of
  // the other kind.
  std::vector<std::string> passage_records(const std::vector<Xapian::docid>& ids);
  std::vector<std::string> report_fields(const std::vector<Xapian::docid>& ids);

  // The reports with these ids in `index.database`, without passages and evidence. Throws
  // Xapian::DatabaseCorruptError if one is missing.
  std::map<std::string, Report> reports(const std::vector<std::string>& ids,
                                        const Xapian::Database& database);

  // ReportRecord::evidence of the report that is the document `id`.
  std::string report_evidence(Xapian::docid id);

 private:
  struct ShardReader {
    Xapian::Database database;
    PassageReader passages;
  };
  using Read = std::function<std::string(ShardReader&, Xapian::docid)>;
  std::vector<std::string> read(const std::vector<Xapian::docid>& ids, const Read& one);

  bool remote_;
  std::vector<ShardReader> shards_;
};

}  // namespace ofsearch
