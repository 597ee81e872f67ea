// Words that deny ("not", "without", "less"), and what they turn.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// `words`: of a query, as typed, in all that follows.

// Whether word number `at` denies where it stands: "without", but not "every few" weeks.
bool is_negator(const std::vector<std::string>& words, size_t at);

// The word of judgement that the negator at `at` turns; the number of words if it turns none.
size_t turned_by(const std::vector<std::string>& words, size_t at);

// The place of a negator ("not", "don't") before the words of judgement that begin with word number
// `at`, with no more between than "too", "children in" and the like; the number of words if there
// is none.
size_t negator_before(const std::vector<std::string>& words, size_t at);

// "No lack of ambition", "never without a plan", "never fails to visit": two denials deny
// nothing. The first of them; the number of words if `at` is denied by none.
size_t denial_of_denial(const std::vector<std::string>& words, size_t at);

// Whether the negator at `at` only takes back another one behind it.
bool denies_denial(const std::vector<std::string>& words, size_t at);

// "Schools left out of strategy meetings".
bool is_left_out(const std::vector<std::string>& words, size_t at);

// Whether the word (search form) judges nothing alone, but is praise where it is denied: "waiting".
bool is_good_if_denied(const std::string& word);

}  // namespace ofsearch
