// Queries as people type them.
#pragma once

#include "tests/properties/drawn_index.h"

#include <string>

namespace ofsearch::properties {

// Words, phrases of the field and everyday sayings: each is scored in a way of its own.
std::string draw_query(DrawnIndex* index);

}  // namespace ofsearch::properties
