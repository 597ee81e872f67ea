// Prints facets on a terminal: one line a facet below results, or bars if facets were asked for.
#pragma once

#include "searcher/present/formatter.h"
#include "searcher/results/results.h"

#include <ostream>
#include <string>
#include <string_view>

namespace ofsearch {

// Escape sequences that turn a style on, and the one that ends it; all empty for no colours.
struct Colours {
  std::string_view bold, dim, mark, good, bad, end;
};

// Returns the name of a facet as people type it in a filter: "standing-grade".
std::string facet_label(const Facet& facet);

void print_facets(const SearchResults& results, const OutputOptions& options,
                  const Colours& colours, std::ostream& out);

}  // namespace ofsearch
