#include "searcher/plan/lookup/phrase_budget.h"

#include "common/text/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace ofsearch {
namespace {

constexpr size_t kMostShown = 5;  // in one notice

}  // namespace

bool PhraseBudget::is_given_up(const std::string& stems) const {
  return std::ranges::find(given_up_, stems, &Phrase::stems) != given_up_.end();
}

void PhraseBudget::want(const std::string& stems, const std::string& shown, PhraseOf use,
                        double lists) {
  const auto known = std::ranges::find(wanted_, stems, &Phrase::stems);
  if (known == wanted_.end())
    wanted_.push_back({stems, shown, use, lists});
  else
    known->use = std::max(known->use, use);
}

double PhraseBudget::lists() const {
  double all = 0;
  for (const Phrase& phrase : wanted_) all += phrase.lists;
  return all;
}

bool PhraseBudget::give_up(double others) {
  double left = others + lists();
  if (left <= most_ || wanted_.empty()) return false;
  std::ranges::stable_sort(wanted_, [](const Phrase& a, const Phrase& b) {
    return std::make_tuple(a.use, -a.lists) < std::make_tuple(b.use, -b.lists);
  });
  size_t end = 0;  // of what is given up
  for (; left > most_ && end < wanted_.size(); ++end) left -= wanted_[end].lists;
  // A cheap one may stay beside what is left.
  for (size_t i = end; i-- > 0;) {
    if (left + wanted_[i].lists > most_) continue;
    left += wanted_[i].lists;
    wanted_.erase(wanted_.begin() + static_cast<long>(i));
    --end;
  }
  given_up_.insert(given_up_.end(), wanted_.begin(), wanted_.begin() + static_cast<long>(end));
  return true;
}

std::vector<std::string> PhraseBudget::shown(bool typed) const {
  std::vector<std::string> all;
  for (const Phrase& phrase : given_up_)
    if ((phrase.use == PhraseOf::kTyped) == typed) all.push_back("\"" + phrase.shown + "\"");
  if (all.size() <= kMostShown) return all;
  const size_t more = all.size() - kMostShown + 1;
  all.resize(kMostShown - 1);
  all.push_back(fmt::format("{} more", more));
  return all;
}

std::vector<std::string> PhraseBudget::notices() const {
  std::vector<std::string> all;
  if (const auto phrases = shown(false); !phrases.empty())
    all.push_back(fmt::format("without {}, whose words too many passages have",
                              list_in_words(phrases, "and")));
  if (const auto phrases = shown(true); !phrases.empty())
    all.push_back(fmt::format(
        "too many passages have the words of {}: they are looked for side by side or not",
        list_in_words(phrases, "and")));
  return all;
}

}  // namespace ofsearch
