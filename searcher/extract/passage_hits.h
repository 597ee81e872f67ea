// Makes passages of results as they are shown, from those that a search found.
#pragma once

#include "searcher/results/found_passages.h"
#include "searcher/results/results.h"

#include <functional>
#include <optional>

namespace ofsearch {

// Returns the passage with its extract; nothing if its record is damaged.
std::optional<PassageHit> passage_hit(FoundPassage found);

// Calls `function` for every hit of `results` in order, with its passages. Those that were put
// aside are there during the call only. Throws SpoolFault.
void for_each_hit(const SearchResults& results,
                  const std::function<void(const ReportHit&)>& function);

}  // namespace ofsearch
