// Whether a list has a value, and whether a text has one of several parts.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace ofsearch {

// Whether `value` is in `list`.
template <typename Value, typename List>
bool is_one_of(const Value& value, const List& list) {
  return std::ranges::find(list, value) != std::ranges::end(list);
}

// Whether one of `parts` stands somewhere in `text`, also inside a word.
template <typename Parts = std::initializer_list<std::string_view>>
bool contains_any(std::string_view text, const Parts& parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

}  // namespace ofsearch
