#include "searcher/ranking/passage_reasons.h"

#include "common/text/nearest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace ofsearch {
namespace {

size_t sentence_of(const Sentences& sentences, size_t at) {
  auto found = std::find_if(sentences.begin(), sentences.end(),
                            [&](const auto& sentence) { return at < sentence.second; });
  return static_cast<size_t>(found - sentences.begin()) + 1;
}

bool counts_for(const Pattern& pattern, size_t term) {
  return std::find(pattern.terms.begin(), pattern.terms.end(), term) != pattern.terms.end();
}

}  // namespace

std::vector<std::string> reasons_of_words(const PassageView& passage,
                                          const std::vector<Occurrence>& found,
                                          const SearchPlan& plan) {
  constexpr size_t kMostForms = 4;  // a term
  const Sentences sentences = sentences_of(passage);
  std::vector<std::string> reasons;
  for (size_t term = 0; term < plan.terms.size(); ++term) {
    std::map<std::string_view, std::set<size_t>> forms;
    for (const Occurrence& occurrence : found)
      if (counts_for(plan.patterns[occurrence.pattern], term))
        forms[passage.text.substr(occurrence.begin, occurrence.end - occurrence.begin)].insert(
            sentence_of(sentences, occurrence.begin));
    std::vector<std::string> places;
    for (const auto& [form, in] : forms)
      if (places.size() < kMostForms)
        places.push_back(fmt::format("\"{}\" in sentence{} {}", form, in.size() == 1 ? "" : "s",
                                     fmt::join(in, " and ")));
    reasons.push_back(fmt::format("{}: {}", plan.terms[term].shown,
                                  places.empty() ? "not there" : list_in_words(places, "and")));
  }
  return reasons;
}

std::string reason_of_finding(int direction, double factor) {
  return reason_of_factor(direction < 0 ? "asked for weaknesses" : "asked for strengths", factor);
}

std::string reason_of_factor(std::string_view what, double factor) {
  return fmt::format("{}: times {:.2f}", what, factor);
}

}  // namespace ofsearch
