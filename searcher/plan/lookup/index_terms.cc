#include "searcher/plan/lookup/index_terms.h"

#include <algorithm>

namespace ofsearch {

Xapian::doccount IndexTerms::frequency(const std::string& term) {
  if (term.empty()) return documents();
  if (auto it = frequencies_.find(term); it != frequencies_.end()) return it->second;
  if (!remote_) return frequencies_[term] = database_.get_termfreq(term);
  missed_.push_back(term);
  return 0;
}

bool IndexTerms::is_nowhere(const std::string& term) {
  const bool certain = !remote_ || frequencies_.contains(term);
  return frequency(term) == 0 && certain;
}

void IndexTerms::look_up(std::vector<std::string> terms) {
  std::sort(terms.begin(), terms.end());
  for (const std::string& term : terms) frequency(term);
}

// The statistics of a search, which go with its query in one request to each server, are the
// frequencies of its terms.
bool IndexTerms::fetch_missed() {
  if (missed_.empty()) return false;
  Xapian::Enquire enquire(database_);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, missed_.begin(), missed_.end()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  Xapian::MSet statistics = enquire.get_mset(0, 0);
  for (const std::string& term : missed_) frequencies_[term] = statistics.get_termfreq(term);
  missed_.clear();
  return true;
}

const IndexTerms::Terms& IndexTerms::beginning_with(const std::string& prefix) {
  if (auto it = by_prefix_.find(prefix); it != by_prefix_.end()) return it->second;
  Terms terms;
  for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix); ++term)
    terms.emplace_back(*term, term.get_termfreq());
  for (const auto& [term, frequency] : terms) frequencies_[term] = frequency;
  return by_prefix_.emplace(prefix, std::move(terms)).first->second;
}

void IndexTerms::forget_many() {
  constexpr size_t kMany = 200000;
  if (frequencies_.size() <= kMany) return;
  frequencies_.clear();
  by_prefix_.clear();
}

}  // namespace ofsearch
