// Finds the words nearest to a mistyped word, for "did you mean".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Returns the restricted Damerau-Levenshtein distance in bytes: the number of insertions,
// deletions, substitutions and swaps of neighbours from `a` to `b`. More than `limit` gives `limit`
// + 1.
int edit_distance(std::string_view a, std::string_view b, int limit);

// Returns up to `n` of `choices` that `mistyped` may mean, nearest first: at a distance of at most
// a third of its length (at least 1), or beginning with it, if it has 3 bytes or more; behind them
// those with a part between hyphens, of 4 bytes or more, that is as near. Case is ignored.
std::vector<std::string> nearest(std::string_view mistyped, const std::vector<std::string>& choices,
                                 size_t n);

// Returns "a, b or c".
std::string list_in_words(const std::vector<std::string>& items, std::string_view last = "or");

}  // namespace ofsearch
