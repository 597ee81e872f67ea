// Words of judgement that belong to a term of the topic where they stand: "high court", "missing
// children".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// `words`: of a query, as typed. Whether word number `at` judges nothing where it stands.
bool is_topic(const std::vector<std::string>& words, size_t at);

}  // namespace ofsearch
