// Which of many texts say nearly the same: what every report repeats is shown once, and marked in
// exports.
#pragma once

#include "searcher/results.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ofsearch {

// Time grows with the number of texts, not with its square: a text is compared only with those that
// share a part of its fingerprint (min-hashes of pairs of neighbouring words).
class RepeatedTexts {
 public:
  // The number of the earlier text that says nearly the same: nine tenths of their different words
  // are common to both. Otherwise adds it, as number 0, 1, 2, ..., and gives nothing.
  std::optional<size_t> find_or_add(std::string_view text);

 private:
  using Words = std::vector<uint64_t>;  // hashes of the different words, ascending

  std::vector<Words> texts_;
  std::unordered_map<uint64_t, std::vector<size_t>> by_part_;  // texts by a part of a fingerprint
};

// Sets same_as of every passage that says what one before it says.
void mark_repeats(SearchResults* results);

}  // namespace ofsearch
