// The names of what a request chooses among: on the command line, in addresses and in answers.
#pragma once

#include "searcher/results/results.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// "all", "most" or "any"; empty for kBest, which is chosen by naming none.
std::string_view name_of(MatchMode mode);
std::optional<MatchMode> find_match_mode(std::string_view name);
std::vector<std::string> match_mode_names();

// "relevance", "newest", "oldest" or "authority".
std::string_view name_of(SortOrder order);
std::optional<SortOrder> find_sort_order(std::string_view name);
std::vector<std::string> sort_order_names();

}  // namespace ofsearch
