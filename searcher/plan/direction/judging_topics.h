// Words of judgement that belong to a term of the topic where they stand: "high court", "missing
// children"; and words that only carry a judgement to its topic: "held on time".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// `words`: of a query, as typed. Whether word number `at` judges nothing where it stands.
bool is_topic(const std::vector<std::string>& words, size_t at);

// Whether word number `at` is "missing" and says so of a thing, or of who should take part: "health
// passports missing", "police are missing". Not of children, who go missing.
bool lacks_thing(const std::vector<std::string>& words, size_t at);

// Whether word number `at` is what keeps to its time: "within statutory timescales".
bool is_within_time(const std::vector<std::string>& words, size_t at);

// Whether word number `at` says nothing of the topic: what is "done" or "completed" beside how
// quickly, and "work" between "good" and "on".
bool carries_judgement(const std::vector<std::string>& words, size_t at);

}  // namespace ofsearch
