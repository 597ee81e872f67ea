#include "searcher/opened/facets.h"

#include "common/index/facet_values.h"
#include "common/index/listed_values.h"
#include "common/records/report_json.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace ofsearch {
namespace {

using Counts = std::map<std::string, size_t>;

void sort_values(const Field& field, std::vector<FacetValue>* values) {
  std::ranges::stable_sort(*values, [&](const FacetValue& a, const FacetValue& b) {
    return is_listed_before(field, a.value, a.count, b.value, b.count);
  });
}

// Joins the rows of one person under the spelling that most reports have.
void join_spellings(const Field& field, Counts* counts) {
  if (field.kind != FieldKind::kPerson) return;
  std::map<std::string, std::pair<std::string, size_t>> by_term;  // the usual spelling, its reports
  Counts joined;
  for (const auto& [value, count] : *counts) {
    auto& [usual, most] = by_term[filter_term(field, value)];
    if (count > most) std::tie(usual, most) = std::pair(value, count);
  }
  for (const auto& [value, count] : *counts)
    joined[by_term[filter_term(field, value)].first] += count;
  *counts = std::move(joined);
}

}  // namespace

MatchesByReport count_by_report(const Xapian::Query& query, const Xapian::Database& database) {
  ReportCounter counter;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&counter);
  enquire.get_mset(0, 0, database.get_doccount());
  return counter.take();
}

size_t documents_in(const MatchesByReport& counted) {
  size_t documents = 0;
  for (const auto& [id, of_report] : counted) documents += of_report;
  return documents;
}

void ReportCounter::operator()(const Xapian::Document& document, double) {
  std::string id = document.get_value(kReportIdSlot);
  if (last_ == counted_.end() || last_->first != id)
    last_ = counted_.try_emplace(std::move(id)).first;
  ++last_->second;
}

MatchesByReport ReportCounter::take() {
  for (auto it = values_begin(); it != values_end(); ++it) counted_[*it] += it.get_termfreq();
  last_ = counted_.end();
  return std::move(counted_);
}

// Asks one question for all reports, as each would be a round trip to a server.
void ReportValues::read() {
  Xapian::ValueCountMatchSpy spy(kFacetsSlot);
  Xapian::Enquire enquire(database_);
  enquire.set_query(Xapian::Query(std::string(kReportTerm)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database_.get_doccount());
  for (auto it = spy.values_begin(); it != spy.values_end(); ++it) {
    std::optional<ReportFacets> facets = read_facet_record(*it);
    if (!facets) throw Xapian::DatabaseCorruptError("the facets of a report are damaged");
    by_id_.emplace(std::move(facets->id), std::move(facets->written));
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
  join_spellings(field, &counts);
  return counts;
}

size_t ReportValues::count_without(const Field& field, const MatchesByReport& reports) {
  if (!is_read_) read();
  return static_cast<size_t>(std::ranges::count_if(reports, [&](const auto& report) {
    const auto known = by_id_.find(report.first);
    return known != by_id_.end() && facet_values(known->second, field).empty();
  }));
}

Facet make_facet(const Field& field, const MatchesByReport& reports, const Filters& filters,
                 ReportValues* values) {
  Counts counts = values->count(field, reports);
  if (const std::string none(kUnknown);
      stands_for_none(field, none) && filters.is_selected(field, none))
    counts[none] = values->count_without(field, reports);
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

Facet count_passages(const Field& field, const Xapian::Database& database,
                     const Xapian::Query& text, const Filters& filters) {
  Facet facet{std::string(field.name), {}};
  for (const std::string& value : field.values) {
    const Xapian::Query with_value(Xapian::Query::OP_FILTER, text,
                                   filters.with_only(field, value).query(true));
    size_t count = 0;
    for (const auto& [id, matches] : count_by_report(with_value, database))
      count += field.counts_reports ? 1 : matches;
    bool selected = filters.is_selected(field, value);
    if (count > 0 || selected) facet.values.push_back({value, count, selected});
  }
  sort_values(field, &facet.values);
  return facet;
}

}  // namespace ofsearch
