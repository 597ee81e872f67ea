// What lies in the documents of an index: the records of passages and of reports.
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

// The report whose value kReportFieldsSlot is. Throws Xapian::DatabaseCorruptError.
Report report_of_fields(const std::string& fields);

// Of one opened index, which must outlive it. For one thread. A server hands documents out one by
// one, each a round trip, so several servers are asked side by side. May throw Xapian::Error.
class DocumentData {
 public:
  explicit DocumentData(const Index& index);

  // Those of the documents `ids` of `index.database`, in that order; empty for documents of the
  // other kind.
  std::vector<std::string> passage_records(const std::vector<Xapian::docid>& ids);
  std::vector<std::string> report_fields(const std::vector<Xapian::docid>& ids);

  // The reports of these ids in `index.database`, without passages and evidence. Throws
  // Xapian::DatabaseCorruptError where one is not there.
  std::map<std::string, Report> reports(const std::vector<std::string>& ids,
                                        const Xapian::Database& database);

  // Of the report that is the document `id`: the other part of its record.
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
