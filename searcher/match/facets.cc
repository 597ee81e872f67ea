#include "searcher/match/facets.h"

#include "common/index/facet_values.h"
#include "common/report/report_json.h"
#include "common/report/values.h"

#include <algorithm>
#include <map>

namespace ofsearch {
namespace {

using Counts = std::map<std::string, size_t>;

// Fixed values in the schema's order, years newest first, others by count.
void sort_values(const Field& field, std::vector<FacetValue>* values) {
  auto rank = [&](const std::string& value) {
    auto it = std::find(field.values.begin(), field.values.end(), value);
    return it - field.values.begin();
  };
  bool ordered = field.name == "grade" || field.name == "standing_grade";
  bool by_year = field.name == "year";
  std::stable_sort(values->begin(), values->end(), [&](const FacetValue& a, const FacetValue& b) {
    if (ordered) return rank(a.value) < rank(b.value);
    if (by_year) {
      bool a_unknown = a.value == "unknown", b_unknown = b.value == "unknown";
      return a_unknown != b_unknown ? b_unknown : a.value > b.value;
    }
    return a.count > b.count;
  });
}

}  // namespace

MatchesByReport count_by_report(const Xapian::Query& query, const Xapian::Database& database) {
  Xapian::ValueCountMatchSpy spy(kReportIdSlot);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database.get_doccount());
  MatchesByReport reports;
  for (auto it = spy.values_begin(); it != spy.values_end(); ++it)
    reports.emplace_hint(reports.end(), *it, it.get_termfreq());
  return reports;
}

// One question for all reports, as each would be a round trip to a server.
void ReportValues::read() {
  Xapian::ValueCountMatchSpy spy(kFacetsSlot);
  Xapian::Enquire enquire(database_);
  enquire.set_query(Xapian::Query(std::string(kReportTerm)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database_.get_doccount());
  for (auto it = spy.values_begin(); it != spy.values_end(); ++it) {
    std::string values = *it;
    std::string id = id_of_facet_record(values);
    by_id_.emplace(std::move(id), std::move(values));
  }
  is_read_ = true;
}

Counts ReportValues::count(const Field& field, const MatchesByReport& reports) {
  if (!is_read_) read();
  Counts counts;
  for (const auto& [id, matches] : reports) {
    auto known = by_id_.find(id);
    if (known == by_id_.end()) throw Xapian::DatabaseCorruptError("report " + id + " is not there");
    for (std::string& value : facet_values(known->second, field)) ++counts[std::move(value)];
  }
  return counts;
}

Facet make_facet(const Field& field, const MatchesByReport& reports, const Filters& filters,
                 ReportValues* values) {
  Counts counts = values->count(field, reports);
  for (const std::string& value : filters.selected(field))  // kept at 0, but once
    if (std::none_of(counts.begin(), counts.end(), [&](const auto& count) {
          return filter_term(field, count.first) == filter_term(field, value);
        }))
      counts.emplace(value, 0);
  Facet facet{std::string(field.name), {}};
  for (const auto& [value, count] : counts)
    facet.values.push_back({value, count, filters.is_selected(field, value)});
  sort_values(field, &facet.values);
  return facet;
}

Facet count_findings(const Xapian::Database& database, const Xapian::Query& text,
                     const Filters& filters) {
  Facet facet{std::string(kFindingFacet), {}};
  Xapian::Query passages(Xapian::Query::OP_FILTER, text, filters.query_without_findings());
  for (const std::string& name : finding_names()) {
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_AND,
                                    Xapian::Query(prefixed_term(kFindingPrefix, name)), passages));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    size_t count = enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
    bool selected = filters.selects_finding(name);
    if (count > 0 || selected) facet.values.push_back({name, count, selected});
  }
  return facet;
}

}  // namespace ofsearch
