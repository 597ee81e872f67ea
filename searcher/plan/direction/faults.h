// Faults that somebody sees to: "challenge poor practice", "delays are avoided" speak of what is
// good.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// `words`: of a query, as typed. Whether word number `at` is a fault ("drift", or "poor" before
// what is poor) that a verb near it mends or knows. Not where the verb is denied: "fail to tackle
// drift".
bool is_mended(const std::vector<std::string>& words, size_t at);

// "Unable to access", "recruitment difficulties": whether word number `at` says that something
// cannot be had.
bool is_hard_to_get(const std::vector<std::string>& words, size_t at);

// Whether word number `at` asks for what needs improvement; "requires improvement" is a grade.
bool is_to_improve(const std::vector<std::string>& words, size_t at);

// Whether it is a fault that may as well be no more than the topic: "concerns".
bool is_concern(const std::string& word);

}  // namespace ofsearch
