// Answers small questions about lists: whether a value is in one, where a text has a part out of
// one, what is counted most often.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

// Tells whether `value` is in `list`.
template <typename Value, typename List>
bool is_one_of(const Value& value, const List& list) {
  return std::ranges::find(list, value) != std::ranges::end(list);
}

// Adds `value` behind the others unless it is there.
template <typename Value>
void push_unique(std::vector<Value>* list, Value value) {
  if (!is_one_of(value, *list)) list->push_back(std::move(value));
}

// Tells whether one of `parts` stands somewhere in `text`, also inside a word.
template <typename Parts = std::initializer_list<std::string_view>>
bool contains_any(std::string_view text, const Parts& parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

// Returns where the first of `parts` stands in `text`, also inside a word; npos if none does.
template <typename Parts>
size_t first_of(std::string_view text, const Parts& parts) {
  size_t first = std::string_view::npos;
  for (std::string_view part : parts) first = std::min(first, text.find(part));
  return first;
}

// Returns the key that a map counts most often, the first of equals; a default one of an empty map.
template <typename Counts>
typename Counts::key_type most_frequent(const Counts& counts) {
  const auto best = std::ranges::max_element(
      counts, [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? typename Counts::key_type() : best->first;
}

}  // namespace ofsearch
