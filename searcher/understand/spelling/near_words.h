// The words of an index near to one that no report has, and whether one of them is certain to be
// meant.
#pragma once

#include "searcher/opened/index_words.h"

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

constexpr std::size_t kShortestMended = 4;    // letters; shorter words have too many neighbours
constexpr Xapian::doccount kCommonWord = 50;  // passages
constexpr Xapian::doccount kUncommonWord = 10;
constexpr Xapian::doccount kTimesLikelier = 4;

// The nearest word of an index: fewest edits, then in most passages, then the first.
struct NearWord {
  std::string typed;  // search form
  std::string best;   // empty: none is near
  int edits = 0;
  Xapian::doccount passages = 0;  // that have `best`
  Xapian::doccount rival = 0;     // passages of the next best that is no form of `best`
};

// The near words of each of the first QueryLimits::suggested.
// None for words of fewer than four letters. A word that only drops or adds un-, in-, non-, dis-,
// mis- and the like is not near: it says the opposite.
std::vector<NearWord> near_words(const std::vector<std::string>& typed, IndexWords* of_index);

// Does one of the words turn the meaning of the other by a prefix: "balanced", "unbalanced"?
bool turns_meaning(std::string_view a, std::string_view b);

// Is it certain that `near` is what was meant? Longer words bear more edits, short ones only a swap
// or a doubled letter, and nothing is certain where another word is as likely.
bool is_certain(const NearWord& near);

// Two neighbours swapped, or a letter doubled or not: slips that make no other word.
bool is_slip(std::string_view typed, std::string_view meant);

// A letter inside is left out: "kinshp". Of words that are written, few differ so.
bool lacks_letter(std::string_view typed, std::string_view meant);

}  // namespace ofsearch
