#include "searcher/opened/whole_report.h"

#include "common/index/schema.h"
#include "common/records/passage_record.h"
#include "common/records/report_record.h"
#include "common/text/nearest.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>

namespace ofsearch {
namespace {

std::string not_of_one(const std::string& id) {
  return fmt::format("report {} is not whole, or mixed with another", id);
}

ReportHead head_of(const ReportRecord& record) {
  auto head = decode_report(record);
  if (!head) throw Xapian::DatabaseCorruptError("the record of a report is damaged");
  return std::move(*head);
}

// `id` is that of the report in whose list the passage stands.
Passage whole_passage(const std::string& record, const std::string& id) {
  auto stored = decode_passage(record);
  if (!stored) throw Xapian::DatabaseCorruptError("the record of a passage is damaged");
  if (stored->report_id != id) throw Xapian::DatabaseCorruptError(not_of_one(id));
  return std::move(stored->passage);
}

// Returns the passages in their order. In a damaged index, what is listed under `id` may belong to
// others, or be there twice. The records, which have checksums, say whose they are.
std::vector<Passage> passages_of(const ReportHead& head, const std::vector<std::string>& records,
                                 const std::string& id) {
  std::vector<Passage> passages;
  for (const std::string& record : records)
    if (!record.empty()) passages.push_back(whole_passage(record, id));
  std::ranges::sort(passages, {}, &Passage::n);
  const bool twice = std::ranges::adjacent_find(passages, {}, &Passage::n) != passages.end();
  if (head.report.id != id || passages.size() != head.passages || twice)
    throw Xapian::DatabaseCorruptError(not_of_one(id));
  return passages;
}

constexpr size_t kNamed = 5;

}  // namespace

std::vector<std::string> ids_beginning_with(const Xapian::Database& database,
                                            const std::string& part) {
  const std::string none = prefixed_term(kReportIdPrefix, "");
  const std::string prefix = prefixed_term(kReportIdPrefix, part);
  std::vector<std::string> ids;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    if (*term == prefix) return {part};
    ids.push_back((*term).substr(none.size()));
    if (ids.size() > kNamed) break;
  }
  return ids;
}

Error no_single_report(const std::string& part, const std::vector<std::string>& ids) {
  if (ids.empty())
    return {ErrorCode::kNotFound, fmt::format("there is no report {} in the index", part),
            "ids are printed with every result"};
  std::vector<std::string> named(ids.begin(), ids.begin() + std::min(ids.size(), kNamed));
  return {ErrorCode::kUsage, fmt::format("the ids of several reports begin with {}", part),
          fmt::format("give more of it: {}{}", list_in_words(named, "or"),
                      ids.size() > kNamed ? " or others" : "")};
}

std::optional<Report> read_report(OpenedIndex* opened, const std::string& id) {
  Xapian::Enquire enquire(opened->index.database);
  enquire.set_query(Xapian::Query(prefixed_term(kReportIdPrefix, id)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  Xapian::MSet matches = enquire.get_mset(0, opened->index.database.get_doccount());
  std::vector<Xapian::docid> ids(matches.begin(), matches.end());
  DocumentData& documents = *opened->documents;
  std::vector<std::string> fields = documents.report_fields(ids);
  std::optional<ReportHead> head;
  for (size_t i = 0; i < ids.size(); ++i)
    if (!fields[i].empty())
      head = head_of({std::move(fields[i]), documents.report_evidence(ids[i])});
  const std::vector<std::string> records = documents.passage_records(ids);
  if (!head) return std::nullopt;
  head->report.passages = passages_of(*head, records, id);
  return std::move(head->report);
}

}  // namespace ofsearch
