// How much of a query a passage must have, by name: on the command line, in addresses and answers.
#pragma once

#include "searcher/results.h"

#include <optional>
#include <string_view>

namespace ofsearch {

// "all", "most" or "any"; empty for kBest, which is chosen by naming none.
std::string_view name_of(MatchMode mode);
std::optional<MatchMode> find_match_mode(std::string_view name);

}  // namespace ofsearch
