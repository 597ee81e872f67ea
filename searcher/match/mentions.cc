#include "searcher/match/mentions.h"

#include <algorithm>

namespace ofsearch {
namespace {

constexpr size_t kLongestItem = 40;  // bytes of what stands between the signs of a list

// Up to the end of the sentence.
std::string_view before(std::string_view text, size_t begin) {
  const size_t from = begin > kLongestItem ? begin - kLongestItem : 0;
  std::string_view near = text.substr(from, begin - from);
  const size_t end = near.find_last_of(".;:?!");
  return end == std::string_view::npos ? near : near.substr(end + 1);
}

std::string_view behind(std::string_view text, size_t end) {
  std::string_view near = text.substr(end, kLongestItem);
  return near.substr(0, near.find_first_of(".;:?!"));
}

bool has(std::string_view text, std::string_view sign) {
  return text.find(sign) != std::string_view::npos;
}

bool joins(std::string_view text) {
  return has(text, ", ") || has(text, " and ") || has(text, " or ") || has(text, "and/or");
}

// Between two signs of a list, one of them a comma; or its last item.
bool is_listed(std::string_view text, const Occurrence& occurrence) {
  const std::string_view left = before(text, occurrence.begin);
  const std::string_view right = behind(text, occurrence.end);
  if (joins(left) && joins(right)) return has(left, ", ") || has(right, ", ");
  return has(left, ", ") && (has(left, " and ") || has(left, " or "));
}

}  // namespace

double listed_share(std::string_view text, const std::vector<Occurrence>& found,
                    const SearchPlan& plan, const std::vector<double>& weights) {
  std::vector<size_t> there(plan.terms.size()), listed(plan.terms.size());
  for (const Occurrence& occurrence : found) {
    const bool is_item = is_listed(text, occurrence);
    for (size_t term : plan.patterns[occurrence.pattern].terms) {
      ++there[term];
      listed[term] += is_item ? 1 : 0;
    }
  }
  double all = 0, in_lists = 0;
  for (size_t term = 0; term < there.size(); ++term) {
    if (there[term] == 0 || plan.terms[term].direction) continue;
    all += weights[term];
    if (listed[term] == there[term]) in_lists += weights[term];
  }
  return all > 0 ? in_lists / all : 0;
}

}  // namespace ofsearch
