#include "searcher/opened/document_data.h"

#include "common/index/schema.h"
#include "common/records/report_record.h"
#include "common/text/characters.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <future>

namespace ofsearch {
namespace {

struct Wanted {
  Xapian::docid id;  // in its shard
  std::string* data;
};

}  // namespace

Report report_of_fields(const std::string& fields) {
  if (auto report = decode_report_fields(fields)) return std::move(*report);
  throw Xapian::DatabaseCorruptError("the fields of a report are damaged");
}

DocumentData::DocumentData(const Index& index) : remote_(index.is_remote()) {
  for (const Xapian::Database& shard : index.opened)
    shards_.push_back({shard, PassageReader(shard)});
}

std::vector<std::string> DocumentData::passage_records(const std::vector<Xapian::docid>& ids) {
  if (remote_)  // where a stream of values takes more questions
    return read(ids, [](ShardReader& shard, Xapian::docid id) {
      return shard.passages.record(shard.database.get_document(id, Xapian::DOC_ASSUME_VALID));
    });
  return read(ids, [](ShardReader& shard, Xapian::docid id) { return shard.passages.record(id); });
}

std::vector<std::string> DocumentData::report_fields(const std::vector<Xapian::docid>& ids) {
  return read(ids, [](ShardReader& shard, Xapian::docid id) {
    return shard.database.get_document(id, Xapian::DOC_ASSUME_VALID).get_value(kReportFieldsSlot);
  });
}

std::vector<std::vector<TopicFinding>> DocumentData::topic_findings(
    const std::vector<Xapian::docid>& ids) {
  const std::string prefix = topic_terms_prefix();
  const auto terms_of = [&](ShardReader& shard, Xapian::docid id) {
    std::string terms;
    const auto end = shard.database.termlist_end(id);
    auto term = shard.database.termlist_begin(id);
    for (term.skip_to(prefix); term != end && (*term).starts_with(prefix); ++term)
      terms += *term + "\n";
    return terms;
  };
  std::vector<std::vector<TopicFinding>> found;
  for (const std::string& terms : read(ids, terms_of)) {
    const std::vector<std::string_view> lines = split(terms, '\n');
    found.push_back(topic_findings_of({lines.begin(), lines.end()}));
  }
  return found;
}

// Makes one request for them all, as each is a round trip to every server of a divided index.
std::map<std::string, Report> DocumentData::reports(const std::vector<std::string>& ids,
                                                    const Xapian::Database& database) {
  using Query = Xapian::Query;
  std::vector<std::string> terms;
  for (const std::string& id : ids) terms.push_back(prefixed_term(kReportIdPrefix, id));
  Xapian::Enquire enquire(database);
  enquire.set_query(Query(Query::OP_FILTER, Query(std::string(kReportTerm)),
                          Query(Query::OP_OR, terms.begin(), terms.end())));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(ids.size()));
  std::map<std::string, Report> reports;
  for (const std::string& fields : report_fields({matches.begin(), matches.end()})) {
    Report report = report_of_fields(fields);
    reports.emplace(report.id, std::move(report));
  }
  for (const std::string& id : ids)
    if (!reports.contains(id)) throw Xapian::DatabaseCorruptError("report " + id + " is not there");
  return reports;
}

std::string DocumentData::report_evidence(Xapian::docid id) {
  return read({id}, [](ShardReader& shard, Xapian::docid in_shard) {
    return shard.database.get_document(in_shard, Xapian::DOC_ASSUME_VALID).get_data();
  })[0];
}

std::vector<std::string> DocumentData::read(const std::vector<Xapian::docid>& ids,
                                            const Read& one) {
  std::vector<std::string> data(ids.size());
  // Xapian numbers the documents of several databases in turn.
  auto count = static_cast<Xapian::docid>(shards_.size());
  std::vector<std::vector<Wanted>> by_shard(count);
  for (size_t i = 0; i < ids.size(); ++i)
    by_shard[(ids[i] - 1) % count].push_back({(ids[i] - 1) / count + 1, &data[i]});
  // Documents are read in the order in which they lie: neighbours share a block.
  auto read_all = [&](size_t shard) {
    std::sort(by_shard[shard].begin(), by_shard[shard].end(),
              [](const Wanted& a, const Wanted& b) { return a.id < b.id; });
    for (const Wanted& document : by_shard[shard])
      *document.data = one(shards_[shard], document.id);
  };
  // Each thread uses the connection of one shard, which no other uses meanwhile.
  std::vector<std::future<void>> running;
  for (size_t i = 0; i < by_shard.size(); ++i) {
    if (by_shard[i].empty()) continue;
    if (remote_)
      running.push_back(std::async(std::launch::async, read_all, i));
    else
      read_all(i);
  }
  for (std::future<void>& each : running) each.wait();
  for (std::future<void>& each : running) each.get();
  return data;
}

}  // namespace ofsearch
