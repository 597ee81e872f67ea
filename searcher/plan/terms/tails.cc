// The part of WordPlans that lets words only rank which add little to the topic before them:
// "placed at a distance from home", "without the police present", "dental checks up to date".
#include "common/text/lists.h"
#include "common/text/text.h"
#include "searcher/plan/direction/direction_words.h"
#include "searcher/plan/word_plans.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace ofsearch {
namespace {

// "Without health or police present", and nothing behind it.
bool ends_without(const Words& typed, size_t at) {
  constexpr std::array<std::string_view, 5> kThere = {"present", "attending", "represented",
                                                      "involved", "there"};
  constexpr size_t kScope = 6;  // words from "without" on
  if (at + 1 != typed.size() || !is_one_of(word_at(typed, at), kThere)) return false;
  for (size_t before = at; before > 0 && at - before < kScope; --before)
    if (word_at(typed, before - 1) == "without") return before < at;
  return false;
}

// "Dental checks up to date" is about dental checks; of "plans up to date", which most reports
// have, it tells which.
bool says_up_to_date(const Words& typed, const Planned& plan) {
  const size_t end = plan.end;
  return end >= plan.first + 3 && word_at(typed, end - 3) == "up" &&
         word_at(typed, end - 2) == "to" && word_at(typed, end - 1) == "date" && plan.direction > 0;
}

}  // namespace

// `plans` are in the order typed. "Placed at a distance" and "out of area" are from home.
void WordPlans::mark_tails(const Words& typed, std::vector<Planned>* plans) {
  const bool has_term = std::ranges::any_of(*plans, [&](const Planned& plan) {
    return plan.recognised && !says_up_to_date(typed, plan);
  });
  for (Planned& plan : *plans) {
    if (says_up_to_date(typed, plan)) plan.tail = has_term;
    if (plan.recognised || plan.end != plan.first + 1 || plan.has.empty()) continue;
    const size_t at = plan.first;
    const auto ends_before_from = [&](const Planned& other) {
      return other.recognised && other.end + 1 == at && other.end > other.first + 1;
    };
    const bool is_from_home = word_at(typed, at) == "home" && at > 1 &&
                              word_at(typed, at - 1) == "from" &&
                              std::ranges::any_of(*plans, ends_before_from);
    if (is_from_home) plan.first = at - 1;
    plan.tail = is_from_home || ends_without(typed, at);
  }
}

void WordPlans::only_rank_tails(const Words& typed, std::vector<Planned>* plans,
                                std::vector<std::string>* only_ranked) {
  const auto is_asked = [](const Planned& plan) { return !plan.has.empty() && !plan.tail; };
  if (std::ranges::none_of(*plans, is_asked)) return;
  for (Planned& plan : *plans) {
    if (!plan.tail || plan.has.empty()) continue;
    const std::span<const std::string> words(typed);
    only_ranked->push_back(
        fmt::format("\"{}\"", fmt::join(words.subspan(plan.first, plan.end - plan.first), " ")));
    plan.has = Xapian::Query();
  }
}

// The sayings among the words that no term has, where a term has words of a saying that hid them:
// "dental checks up to date" has no check-up.
void WordPlans::hear_left_over(const Words& typed, const std::vector<Thesaurus::Match>& terms,
                               std::vector<Everyday::Match>* says) const {
  Words left = typed;
  for (const Thesaurus::Match& term : terms)
    for (size_t i = 0; i < term.word_count; ++i) left[term.first_word + i].clear();
  const auto is_known = [&](size_t word) {
    return std::ranges::any_of(
        *says, [&](const Everyday::Match& saying) { return is_one_of(word, saying.words); });
  };
  std::vector<Everyday::Match> found = options_.everyday->matches(left);
  std::erase_if(found, [&](const Everyday::Match& saying) {
    const auto is_in_term = [&](const Thesaurus::Match& term) {
      return saying.words.front() < term.first_word && term.first_word < saying.words.back();
    };
    return std::ranges::any_of(saying.words, is_known) || std::ranges::any_of(terms, is_in_term) ||
           !is_in_reports(saying);
  });
  append_all(says, std::move(found));
}

}  // namespace ofsearch
