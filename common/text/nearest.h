// "Did you mean": the words nearest to a mistyped one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Edits (insert, delete, change, swap of neighbours) from one to the other, in bytes; more than
// `limit` counts as `limit` + 1. The restricted Damerau-Levenshtein distance.
int edit_distance(std::string_view a, std::string_view b, int limit);

// Up to `n` of `choices` that `mistyped` may have meant, nearest first: within a third of its
// length in edits, or beginning with it. Case does not count.
std::vector<std::string> nearest(std::string_view mistyped, const std::vector<std::string>& choices,
                                 size_t n);

// "a, b or c".
std::string list_in_words(const std::vector<std::string>& items, std::string_view last = "or");

}  // namespace ofsearch
