// What is at fault where it is missing: records, oversight, a plan, consent, the child.
#pragma once

#include "common/report/report.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// "Chronologies", "records". `word` in search form.
bool is_written(const std::string& word);

// These, and "oversight", "consent", "interpreters": a service or a check.
bool is_needed(const std::string& word);

// "Adopters", "placements": there may be too few of them.
bool is_scarce(const std::string& word);

// `typed`: of a query, as typed. What word number `at` finds, where it says that something is not
// there ("no", "few", "never"): a strength where that is bad to have ("no children in hotels"), a
// weakness where it is needed ("few adopters", "no oversight"), neutral where it may be either.
Finding finding_of_absence(const std::vector<std::string>& typed, size_t at);

// The word with what it says is not there: "no management oversight", "no children in hotels". The
// word alone where that may be good or bad: "no teenagers".
std::string with_what_is_missing(const std::vector<std::string>& typed, size_t at);

// What to tell of word number `at` where it denies something that may be good or bad ("no
// teenagers"): nothing is looked for by it. Empty for any other word.
std::string told_of_absence(const std::vector<std::string>& typed, size_t at);

// Where what word number `at` ("no", "few") denies begins: behind "evidence of", too.
size_t denied_from(const std::vector<std::string>& typed, size_t at);

// Whether `word` may stand between a denial and the name of what is missed: "no regular direct
// work". Not whom something is said of, nor a place: "no siblings in school".
bool leads_to_missed(const std::string& word);

// Whether the words of a term of the field name what is missed where it is not there: "life story
// work", "health passports". Not people ("care leavers"), nor harm ("domestic abuse").
bool may_be_missed(const std::vector<std::string>& term);

// Whether word number `at` is what something was done without: "plans written without parents".
bool is_left_without(const std::vector<std::string>& typed, size_t at);

}  // namespace ofsearch
