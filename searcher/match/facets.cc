#include "searcher/match/facets.h"

#include "common/report/report_json.h"
#include "common/report/values.h"

#include <algorithm>
#include <map>

namespace ofsearch {
namespace {

using Counts = ValueCounter::Counts;

// Slots hold the values of one report parted by line ends.
Counts split_counts(const Counts& joined) {
  Counts counts;
  for (const auto& [values, reports] : joined)
    for (size_t begin = 0; begin < values.size();) {
      size_t end = std::min(values.find('\n', begin), values.size());
      counts[values.substr(begin, end - begin)] += reports;
      begin = end + 1;
    }
  return counts;
}

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

Facet make_facet(const Field& field, Counts counts, const Filters& filters,
                 const std::vector<std::string>& selected) {
  for (const std::string& value : selected)  // kept at 0, but once, however it was typed
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

// The report documents that `filter` finds; match_all() for those of any.
Xapian::Query reports_of(const Xapian::Query& filter) {
  return is_match_all(filter) ? filter : over_reports(ReportText(), filter);
}

}  // namespace

Xapian::Query over_reports(const ReportText& text, const Xapian::Query& filter) {
  std::vector<Xapian::Query> parts = {Xapian::Query(std::string(kReportTerm))};
  if (!text.all) parts.emplace_back(Xapian::Query::OP_OR, text.any_of.begin(), text.any_of.end());
  if (!is_match_all(filter)) parts.push_back(filter);
  return Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end());
}

std::vector<Facet> count_facets(ValueCounter* counter, const ReportText& text,
                                const Filters& filters, const std::vector<const Field*>& facets,
                                size_t* total) {
  // Fields without a selection are counted together, in the first.
  std::vector<ValueCounter::Selection> selections = {{reports_of(filters.query(false)), {}}};
  std::vector<std::vector<const Field*>> counted(1);
  for (const Field* field : facets) {
    if (filters.has(*field)) {
      selections.push_back({reports_of(filters.query(false, field)), {field->slot}});
      counted.push_back({field});
    } else {
      selections.front().slots.push_back(field->slot);
      counted.front().push_back(field);
    }
  }
  auto selected =
      text.all ? counter->count_selections(over_reports(text, match_all()), selections)
               : counter->count_selections(std::string(kReportTerm), text.any_of, selections);
  *total = selected.front().matches;
  std::map<const Field*, Counts> counts;
  for (size_t i = 0; i < selected.size(); ++i)
    for (size_t j = 0; j < counted[i].size(); ++j)
      counts[counted[i][j]] = split_counts(selected[i].counts.at(j));
  std::vector<Facet> out;
  for (const Field* field : facets)
    out.push_back(make_facet(*field, std::move(counts[field]), filters, filters.selected(*field)));
  return out;
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
