// Reads the records of passages and reports from the documents of an index.
#pragma once

#include "common/index/index.h"
#include "common/index/passage_store.h"
#include "common/index/topic_findings.h"
#include "common/report/report.h"

#include <xapian.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace ofsearch {

// Returns the report of `fields`, a value of kReportFieldsSlot. Throws Xapian::DatabaseCorruptError
// if they are damaged.
Report report_of_fields(const std::string& fields);

// Reads the documents of one opened index, which must outlive it. Not thread-safe. All may throw
// Xapian::Error. A server sends documents one by one, each a round trip, so servers work in
// parallel.
class DocumentData {
 public:
  explicit DocumentData(const Index& index);

  // Return the records of the documents `ids` of `index.database`, in that order. A record is empty
  // for a document of the other kind.
  std::vector<std::string> passage_records(const std::vector<Xapian::docid>& ids);
  std::vector<std::string> report_fields(const std::vector<Xapian::docid>& ids);

  // Returns what each of these passages finds of its topics.
  std::vector<std::vector<TopicFinding>> topic_findings(const std::vector<Xapian::docid>& ids);

  // Returns the reports with these ids in `database`, without passages and evidence. Throws
  // Xapian::DatabaseCorruptError if one is missing.
  std::map<std::string, Report> reports(const std::vector<std::string>& ids,
                                        const Xapian::Database& database);

  // Returns ReportRecord::evidence of the report that is the document `id`.
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
