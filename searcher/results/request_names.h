// Names what a request chooses among, on the command line, in addresses and in answers.
#pragma once

#include "searcher/results/results.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Returns "all", "most" or "any". It is empty for kBest, which is chosen by naming none.
// find_match_mode() returns nothing for other names.
std::string_view name_of(MatchMode mode);
std::optional<MatchMode> find_match_mode(std::string_view name);
std::vector<std::string> match_mode_names();

// Returns "relevance", "newest", "oldest" or "authority". find_sort_order() returns nothing for
// other names.
std::string_view name_of(SortOrder order);
std::optional<SortOrder> find_sort_order(std::string_view name);
std::vector<std::string> sort_order_names();

}  // namespace ofsearch
