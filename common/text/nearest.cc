#include "common/text/nearest.h"

#include "common/text/text.h"

#include <algorithm>
#include <cstdlib>

namespace ofsearch {

int edit_distance(std::string_view a, std::string_view b, int limit) {
  if (std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())) > limit) return limit + 1;
  std::vector<int> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    int best = row[0];
    for (size_t j = 1; j <= b.size(); ++j) {
      int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({change, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], limit + 1);
}

namespace {

constexpr size_t kShortestPart = 4;  // bytes

// Returns the distance from `typed` to the nearest part between hyphens, such as "excel" of
// "csv-excel". More than `limit` is `limit` + 1.
int distance_to_part(std::string_view typed, std::string_view choice, int limit) {
  int least = limit + 1;
  while (!choice.empty()) {
    std::string_view part = choice.substr(0, choice.find('-'));
    choice.remove_prefix(std::min(part.size() + 1, choice.size()));
    if (part.size() >= kShortestPart) least = std::min(least, edit_distance(typed, part, limit));
  }
  return least;
}

}  // namespace

std::vector<std::string> nearest(std::string_view mistyped, const std::vector<std::string>& choices,
                                 size_t n) {
  std::string typed = search_form(mistyped);
  int limit = std::max<int>(1, static_cast<int>(typed.size()) / 3);
  std::vector<std::pair<int, std::string>> found;
  for (const std::string& choice : choices) {
    std::string form = search_form(choice);
    int distance = edit_distance(typed, form, limit);
    if (distance > limit && typed.size() >= 3 && form.starts_with(typed)) distance = limit;
    if (distance <= limit)
      found.emplace_back(distance, choice);
    else if (int part = distance_to_part(typed, form, limit); part <= limit)
      found.emplace_back(limit + 1 + part, choice);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> out;
  for (auto& [distance, choice] : found)
    if (out.size() < n) out.push_back(std::move(choice));
  return out;
}

std::string list_in_words(const std::vector<std::string>& items, std::string_view last) {
  std::string out;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? " " + std::string(last) + " " : ", ";
    out += items[i];
  }
  return out;
}

}  // namespace ofsearch
