#include "searcher/match/counts.h"

#include "common/index/schema.h"

namespace ofsearch {
namespace {

Facet facet_of(const Field& field, const MatchSet& matches, const MatchesByReport& counted,
               const Selection& selection, OpenedIndex* opened) {
  const Xapian::Database& database = opened->index.database;
  const Filters& filters = selection.filters();
  if (field.level == FieldLevel::kPassage) {
    // A passage that is left out for what it finds is like one that a filter by the finding leaves
    // out. The facet of the finding ignores that.
    const bool is_own = &field == find_field("finding");
    Xapian::Query passages = filtered(Xapian::Query(std::string(kPassageTerm)),
                                      is_own ? matches.any_finding : matches.query);
    return count_passages(field, database, selection.in_time(passages), filters);
  }
  if (!filters.has(field)) return make_facet(field, counted, filters, &opened->values);
  const MatchesByReport others = count_by_report(selection.of(matches.query, &field), database);
  return make_facet(field, others, filters, &opened->values);
}

}  // namespace

void write_counts(const MatchSet& matches, const MatchesByReport& counted,
                  const Selection& selection, const std::vector<std::string>& names,
                  OpenedIndex* opened, SearchResults* results) {
  results->level = matches.level;
  results->concepts = matches.uses;
  results->total_reports = counted.size();
  if (selection.by_passages()) results->total_passages = documents_in(counted);
  for (const std::string& name : names)
    if (const Field* field = find_field(name))
      results->facets.push_back(facet_of(*field, matches, counted, selection, opened));
}

void count_some(const MatchSet& matches, const Selection& selection, const OpenedIndex& opened,
                SearchResults* results) {
  constexpr Xapian::doccount kMostCounted = 50000;
  Xapian::Enquire enquire(opened.index.database);
  enquire.set_query(selection.of(matches.some));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  if (enquire.get_mset(0, 0).get_matches_lower_bound() > kMostCounted) return;
  ReportCounter counter;
  enquire.add_matchspy(&counter);
  Xapian::MSet some = enquire.get_mset(0, 0, kMostCounted);
  if (some.get_matches_lower_bound() != some.get_matches_upper_bound() ||
      some.get_matches_estimated() > kMostCounted)
    return;
  write_some(some.get_matches_estimated(), counter.take().size(), results);
}

void write_some(size_t passages, size_t reports, SearchResults* results) {
  results->some_passages = passages - results->total_passages;
  results->some_reports = reports - results->total_reports;
}

}  // namespace ofsearch
