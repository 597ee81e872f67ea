// The words that judge, or deny, where they stand in a query.
#pragma once

#include "searcher/plan/clauses/typed_words.h"
#include "searcher/plan/direction/direction.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ofsearch {

// Each in search form, with what it asks for where nothing turns it. Those that deny ("not", "few")
// are the ones that are not looked for themselves (Direction::only).
const std::unordered_map<std::string_view, Direction>& words_of_judgement();

// Whether a word of judgement, in search form, says how good or how quick something is and nothing
// else ("poor", "prompt"). Others say what it is like: "reflective", "superficial".
bool only_rates(const std::string& word);

// Whether it says how good or bad something is, whatever it is: "weak", "not effective". No passage
// is asked for the word, only for the topic with that finding.
bool is_general(const std::string& word);

// The words that a prefix makes the opposite of `word` ("unhappy"), and some that nobody writes.
std::vector<std::string> denied_by_prefix(const std::string& word);

// The word of judgement that a prefix makes the opposite of `word` ("unsupported" of "supported"),
// and the word without such a prefix ("supported" of "unsupported"); empty if there is none.
std::string opposite_by_prefix(const std::string& word);
std::string without_prefix(const std::string& word);

// Strength for weakness, and weakness for strength; neutral stays.
Finding opposite(Finding finding);

}  // namespace ofsearch
