// What is at fault where it is missing: records, oversight, a plan, consent, the child.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// "Chronologies", "records". `word` in search form.
bool is_written(const std::string& word);

// These, and "oversight", "consent", "interpreters": a service or a check.
bool is_needed(const std::string& word);

// `typed`: of a query, as typed. "No management oversight", "few visits": word number `at`, where
// it is "no" or "few", with what it says is missing. The word alone where that may as well be good:
// "no children in hotels", "no evidence of harm".
std::string with_what_is_missing(const std::vector<std::string>& typed, size_t at);

// Whether word number `at` is what something was done without: "plans written without parents".
bool is_left_without(const std::vector<std::string>& typed, size_t at);

}  // namespace ofsearch
