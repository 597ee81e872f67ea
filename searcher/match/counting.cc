#include "searcher/match/counting.h"

#include "common/index/schema.h"
#include "searcher/match/facets.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

// Up to so many matching passages are counted one by one; beyond, their number is an estimate.
constexpr Xapian::doccount kCountedPassages = 50000;

class Counter {
 public:
  Counter(const Xapian::Database& database, IndexTerms* index, ValueCounter* values,
          const SearchPlan* plan, const Filters& filters)
      : database_(database), index_(*index), values_(*values), plan_(plan), filters_(filters) {}

  Counts run(const std::vector<std::string>& facets) {
    const ReportText text = reports_of_text();
    counts_.report_query = over_reports(text, filters_.query(false));
    std::vector<const Field*> fields;
    for (const std::string& name : facets)
      if (const Field* field = find_field(name)) fields.push_back(field);
    counts_.facets = count_facets(&values_, text, filters_, fields, &counts_.reports);
    if (std::find(facets.begin(), facets.end(), kFindingFacet) != facets.end())
      counts_.facets.push_back(count_findings(database_, passages(), filters_));
    return std::move(counts_);
  }

 private:
  // The passages that the text of the request finds, whatever its filters.
  Query passages() const {
    return plan_ == nullptr ? Query(std::string(kPassageTerm)) : plan_->passages;
  }

  // The reports that the request's text finds; filters of reports are not part of it, since facets
  // leave them out one by one, but those of passages are. Counts passages on the way.
  ReportText reports_of_text() {
    if (plan_ == nullptr && !filters_.selects_passages()) return {};
    if (plan_ != nullptr && plan_->any_word_answers && !filters_.selects_passages()) {
      count_passages();
      return reports_with_any_word();
    }
    reports_of_passages(filtered(passages(), filters_.query(true)), &counts_.passages);
    return reports_of_passages(filtered(passages(), filters_.passage_query()), nullptr);
  }

  void count_passages() {
    double estimate = estimated_passages();
    counts_.exact = !has_more_passages_than_are_counted(estimate);
    if (counts_.exact) {
      const std::optional<size_t> known = exact_passages();
      // Every server counts so many by itself; what is known must not depend on their number.
      counts_.exact = known && *known <= kCountedPassages;
      counts_.passages = known.value_or(0);
    }
    if (!counts_.exact)
      counts_.passages =
          std::max<size_t>(kCountedPassages, static_cast<size_t>(std::llround(estimate)));
  }

  // Nothing where the matcher has stopped before it knew.
  std::optional<size_t> exact_passages() const {
    const Query filter = filters_.query(false);
    const Query reports = is_match_all(filter) ? filter : over_reports(ReportText(), filter);
    if (auto count = values_.count_any(plan_->any_term, any_phrase(), reports)) return count;
    Xapian::Enquire enquire(database_);
    enquire.set_query(filtered(passages(), filters_.query(true)));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    Xapian::MSet matches = enquire.get_mset(0, 0, kCountedPassages);
    if (matches.get_matches_lower_bound() != matches.get_matches_upper_bound()) return std::nullopt;
    return matches.get_matches_estimated();
  }

  // Empty where there are no phrases.
  Query any_phrase() const {
    return Query(Query::OP_OR, plan_->phrases.begin(), plan_->phrases.end());
  }

  // One of the words alone is in more, or the estimate is so high that it must be.
  bool has_more_passages_than_are_counted(double estimate) const {
    constexpr double kBeyondDoubt = 2;
    if (estimate > kBeyondDoubt * kCountedPassages) return true;
    return is_match_all(filters_.query(true)) &&
           std::any_of(plan_->any_term.begin(), plan_->any_term.end(),
                       [&](const auto& term) { return index_.frequency(term) > kCountedPassages; });
  }

  // As if the words were spread over the passages, and the passages over the reports, by chance:
  // the matcher's own estimate depends on how the index is divided.
  double estimated_passages() const {
    double all = 0, none = 1;
    do {
      all = index_.frequency(std::string(kPassageTerm));
      none = 1;
      for (const std::string& term : plan_->any_term)
        none *= 1 - std::min(1.0, index_.frequency(term) / std::max(1.0, all));
    } while (index_.fetch_missed());
    double estimate = all * (1 - none);
    return estimate > kCountedPassages ? estimate * share_of_reports(filters_.query(false))
                                       : estimate;
  }

  double share_of_reports(const Query& filter) const {
    if (is_match_all(filter)) return 1;
    double all = index_.frequency(std::string(kReportTerm));
    return static_cast<double>(count_documents(over_reports(ReportText(), filter))) /
           std::max(1.0, all);
  }

  size_t count_documents(const Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 0, database_.get_doccount()).get_matches_estimated();
  }

  // A report has any of the words exactly when one of its passages has: its own document tells.
  ReportText reports_with_any_word() const {
    ReportText text{false, {}};
    if (!plan_->phrases.empty()) text = reports_of_passages(any_phrase(), nullptr);
    for (const std::string& term : plan_->any_term) text.any_of.push_back(report_term(term));
    return text;
  }

  // The reports that have a passage which `query` finds.
  ReportText reports_of_passages(const Query& query, size_t* passage_count) const {
    size_t matches = 0;
    ValueCounter::Counts ids = values_.count(query, {kReportIdSlot}, &matches)[0];
    if (passage_count != nullptr) *passage_count = matches;
    ReportText text{false, {}};
    for (const auto& [id, passages] : ids)
      text.any_of.push_back(prefixed_term(kReportIdPrefix, id));
    return text;
  }

  const Xapian::Database& database_;
  IndexTerms& index_;
  ValueCounter& values_;
  const SearchPlan* plan_;
  const Filters& filters_;
  Counts counts_;
};

}  // namespace

Counts count_answers(const Xapian::Database& database, IndexTerms* index, ValueCounter* values,
                     const SearchPlan* plan, const Filters& filters,
                     const std::vector<std::string>& facets) {
  return Counter(database, index, values, plan, filters).run(facets);
}

}  // namespace ofsearch
