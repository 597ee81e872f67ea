// What one query may cost, in one table, so that the cost is known before it is paid. What goes
// beyond is refused with a sentence, but for words that stars stand for, words beyond `few_words`,
// plain words at the end and phrases that nobody quoted: of these as many are used as fit.
#pragma once

#include "common/system/result.h"
#include "searcher/query/query_parser.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace ofsearch {

struct QueryLimits {
  size_t bytes = 4096;
  size_t words = 64;            // of all clauses, after equal ones were put together
  size_t phrases = 16;          // quotes of two words and more, and NEAR
  size_t wildcards = 8;         // words with a star
  size_t depth = 50;            // brackets inside each other
  size_t filters = 64;          // name:value
  double position_lists = 2e6;  // that quotes and NEAR take to read, see WordLookup
  double all_lists = 3e6;       // that these and the phrases of plain words take
  size_t expansions = 200;      // words of the index that all stars together stand for
  double star_passages = 25e4;  // that these words are in, a passage counted for each of its words
  double word_passages = 12e5;  // that all other words are in, counted in the same way
  size_t few_words = 8;         // that are searched in however many passages they are
  size_t suggested = 8;         // unknown words that a near one is looked for
};

inline constexpr QueryLimits kQueryLimits;

// Of what is typed before what says nothing of it is left out: the length bounds its words.
inline constexpr QueryLimits kTypedLimits = {.words = kQueryLimits.bytes};

// The words with a star of a tree, those in quotes included.
size_t count_stars(const QueryNode& root);

// The tree of `text` (UTF-8), with equal clauses put together: of those side by side the first is
// kept. A word is kept where another one stands before it than before, as the two may be a term.
// Errors: kUsage for what goes beyond `limits`.
Result<ParsedQuery> parse_within_limits(std::string_view text,
                                        const QueryLimits& limits = kQueryLimits);

// Takes plain words from the end of `root` until it has no more words than `limits` allow, or none
// is plain. Returns the words taken, as typed, with blanks between.
std::string leave_out_last_words(QueryNode* root, const QueryLimits& limits = kQueryLimits);

}  // namespace ofsearch
