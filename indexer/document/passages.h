// Cuts sections into passages, the unit of search.
#pragma once

#include "common/report/report.h"

#include <cstddef>
#include <vector>

namespace ofsearch {

struct PassageLimits {
  size_t longest = 1500;  // bytes; a longer paragraph is split at sentence ends,
                          // a sentence four times as long at a space
  size_t shortest = 60;   // bytes; a shorter paragraph joins its neighbour in the section
};

// Returns the passages in reading order, numbered from 1. The rows of a table are lines of one
// passage. No passage crosses the end of a section.
std::vector<Passage> make_passages(const std::vector<Section>& sections,
                                   const PassageLimits& limits = {});

}  // namespace ofsearch
