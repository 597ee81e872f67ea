#include "searcher/understand/names/understanding_comparisons.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace ofsearch::understanding {
namespace {

constexpr std::string_view kComparingNote =
    "the reports of one authority do not compare it with others: ofsearch --compare shows "
    "authorities side by side";

// Longer ones first.
constexpr std::string_view kComparers[] = {
    "in comparison with", "in comparison to", "by comparison with", "comparable with",
    "comparable to",      "compared with",    "compared to",        "compared against",
    "measured against",   "similar to",       "as good as",         "as bad as",
    "relative to"};
constexpr std::string_view kBefore = "in at of for from within across";
constexpr std::string_view kDegrees =
    "better worse stronger weaker higher lower faster slower quicker more less fewer";

bool is_place(const Recognised& each) {
  return !each.excluded && !each.filters.empty() &&
         (each.filters.front().first == "authority" || each.filters.front().first == "region");
}

// "Better than", and "than" alone where the degree stands before: "better in Leeds than in Kent".
std::size_t length_of_than(const Words& words, std::size_t end) {
  if (end == 0 || !words.is_one_of(end - 1, "than")) return 0;
  if (end > 1 && words.is_one_of(end - 2, kDegrees)) return 2;
  if (end > 1 && words.is_one_of(end - 2, "other rather")) return 0;
  for (std::size_t at = 0; at + 1 < end; ++at)
    if (words.is_one_of(at, kDegrees)) return 1;
  return 0;
}

// "Councils like Kent", but not "what is it like in Kent" or "what does Kent look like".
std::size_t length_of_like(const Words& words, std::size_t end) {
  const bool stands = end > 1 && words.is_one_of(end - 1, "like") && !words.is_one_of(end, kBefore);
  return stands && !words.is_one_of(end - 2, "is was are look looks it would") ? 1 : 0;
}

// How many pieces before `end` say that what is there is compared with a name behind.
std::size_t length_of_comparer(const Words& words, std::size_t end) {
  for (std::string_view comparer : kComparers)
    if (const std::size_t length = words.length_before(end, comparer); length > 0) return length;
  const std::size_t than = length_of_than(words, end);
  return than > 0 ? than : length_of_like(words, end);
}

// "Better than Kent and Medway": the next name behind those that end before `end`.
Recognised* joined_to(std::size_t end, const Words& words, AllRecognised* all) {
  const std::size_t next = words.is_one_of(end, "and or") ? end + 1 : end;
  const auto it = std::ranges::find_if(
      *all, [&](const Recognised& each) { return is_place(each) && each.first == next; });
  return it == all->end() ? nullptr : &*it;
}

}  // namespace

void take_comparisons(const Words& words, AllRecognised* all) {
  AllRecognised compared;
  for (const Recognised& each : *all) {
    const std::size_t length = is_place(each) ? length_of_comparer(words, each.first) : 0;
    if (length == 0) continue;
    std::size_t end = each.first + each.count;
    while (const Recognised* joined = joined_to(end, words, all))
      end = joined->first + joined->count;
    Recognised carrier{each.first - length, 0, {}, {std::string(kComparingNote)}, {}, false, {}};
    carrier.count = end - carrier.first;
    compared.push_back(std::move(carrier));
  }
  for (Recognised& carrier : compared) {
    std::erase_if(*all, [&](const Recognised& each) {
      return each.first < carrier.first + carrier.count && carrier.first < each.first + each.count;
    });
    carrier.needs_topic =
        std::ranges::all_of(*all, [](const Recognised& each) { return each.filters.empty(); });
    all->push_back(std::move(carrier));
  }
}

}  // namespace ofsearch::understanding
