#include "searcher/understand/understanding_negations.h"

#include "common/text/text.h"

#include <algorithm>
#include <set>

namespace ofsearch::understanding {
namespace {

// Longest first.
constexpr std::string_view kNegators[] = {
    "everywhere but not",
    "everywhere except",
    "anywhere except",
    "but not including",
    "everywhere but",
    "anywhere but",
    "everywhere not",
    "not including",
    "all except",
    "all but",
    "but not",
    "and not",
    "other than",
    "apart from",
    "except for",
    "outside of",
    "leaving out",
    "rather than",
    "instead of",
    "except",
    "excluding",
    "outside",
    "excl",
    "not",
    "arent",
    "isnt",
    "wasnt",
    "werent",
};
constexpr std::string_view kArticles = "the any";
constexpr std::string_view kJoining = "and or nor";

// How many pieces that end before `end` deny what stands there; 0: none do.
std::size_t length_of_negator(const Words& words, std::size_t end) {
  std::size_t last = end;
  while (last > 0 &&
         (words.is_one_of(last - 1, kPrepositions) || words.is_one_of(last - 1, kArticles)))
    --last;
  for (std::string_view negator : kNegators) {
    const std::vector<std::string_view> pieces = split_words(negator);
    if (pieces.size() > last) continue;
    bool stands = true;
    for (std::size_t i = 0; i < pieces.size(); ++i)
      stands = stands && words.folded(last - pieces.size() + i) == pieces[i];
    const std::size_t first = last - pieces.size();
    if (stands && first > 0 && words.folded(first - 1) == "or") return 0;  // "good or not in Kent"
    if (stands) return end - first;
  }
  return 0;
}

// "Not Kent or Essex": with what stands between, the second belongs to the first.
bool is_joined(const Words& words, const Recognised& before, const Recognised& each) {
  const std::size_t end = before.first + before.count;
  if (end > each.first || each.filters.front().first != before.filters.front().first) return false;
  for (std::size_t at = end; at < each.first; ++at)
    if (!words.is_one_of(at, kJoining)) return false;
  return true;
}

}  // namespace

bool can_be_excluded(const Recognised& recognised) {
  static const std::set<std::string> kFields = {
      "authority", "region", "year", "type", "kind", "grade", "focus", "inspector", "send-outcome"};
  return std::all_of(recognised.filters.begin(), recognised.filters.end(),
                     [](const auto& filter) { return kFields.contains(filter.first); });
}

void take_negations(const Words& words, AllRecognised* all) {
  const Recognised* before = nullptr;
  for (Recognised& each : *all) {
    if (each.filters.empty()) continue;
    std::size_t taken = length_of_negator(words, each.first);
    if (taken == 0 && before != nullptr && before->excluded && is_joined(words, *before, each))
      taken = each.first - (before->first + before->count);
    else if (taken == 0) {
      before = &each;
      continue;
    }
    each.excluded = true;
    each.first -= taken;
    each.count += taken;
    before = &each;
  }
  std::erase_if(*all, [](const Recognised& each) {
    return each.excluded && (each.keeps_words || !can_be_excluded(each));
  });
  // "Everywhere but": the words that carried the question are the negator's.
  const AllRecognised kept = *all;
  std::erase_if(*all, [&](const Recognised& each) {
    return each.filters.empty() &&
           std::any_of(kept.begin(), kept.end(), [&](const Recognised& other) {
             return other.excluded && other.first < each.first + each.count &&
                    each.first < other.first + other.count;
           });
  });
}

}  // namespace ofsearch::understanding
