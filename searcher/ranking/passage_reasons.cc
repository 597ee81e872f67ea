#include "searcher/ranking/passage_reasons.h"

#include "common/text/nearest.h"
#include "common/text/text.h"

#include <fmt/format.h>

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

// The longest of those that `term` was found by: not "private" within "private fostering".
std::vector<Occurrence> longest_of(const std::vector<Occurrence>& found, const SearchPlan& plan,
                                   size_t term) {
  std::vector<Occurrence> of_term;
  for (const Occurrence& each : found)
    if (counts_for(plan.patterns[each.pattern], term)) of_term.push_back(each);
  std::vector<Occurrence> longest;
  for (const Occurrence& each : of_term)
    if (std::ranges::none_of(of_term, [&](const Occurrence& other) {
          return other.begin <= each.begin && each.end <= other.end &&
                 other.end - other.begin > each.end - each.begin;
        }))
      longest.push_back(each);
  return longest;
}

// "sentences 1, 3 and 4".
std::string sentences_in_words(const std::set<size_t>& sentences) {
  std::vector<std::string> numbers;
  for (size_t number : sentences) numbers.push_back(std::to_string(number));
  return fmt::format("sentence{} {}", numbers.size() == 1 ? "" : "s",
                     list_in_words(numbers, "and"));
}

}  // namespace

std::vector<std::string> reasons_of_words(const PassageView& passage,
                                          const std::vector<Occurrence>& found,
                                          const SearchPlan& plan) {
  constexpr size_t kMostForms = 4;  // a term
  const Sentences sentences = sentences_of(passage);
  std::vector<std::string> reasons;
  for (size_t term = 0; term < plan.terms.size(); ++term) {
    std::map<std::string, std::set<size_t>> forms;  // "Visits" is "visits"
    for (const Occurrence& each : longest_of(found, plan, term))
      forms[search_form(passage.text.substr(each.begin, each.end - each.begin))].insert(
          sentence_of(sentences, each.begin));
    std::vector<std::string> places;
    for (const auto& [form, in] : forms)
      if (places.size() < kMostForms)
        places.push_back(fmt::format("\"{}\" in {}", form, sentences_in_words(in)));
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
