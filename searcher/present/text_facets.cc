#include "searcher/present/text_facets.h"

#include "common/index/fields.h"
#include "common/terminal/columns.h"
#include "common/text/harmless.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

constexpr size_t kBarColumns = 30;
constexpr size_t kFacetsInLine = 10;  // values of a facet beside results

// Prints one facet that was asked for: a bar for each value.
void print_bars(const Facet& facet, size_t width, const Colours& colours, std::ostream& out) {
  size_t most = 1, name_width = 0;
  for (const FacetValue& value : facet.values) {
    most = std::max(most, value.count);
    name_width = std::max(name_width, columns(printable(value.value)));
  }
  constexpr size_t kBesideBars = 4 + 1 + 6 + 1;  // sign, blanks and count
  const size_t taken = name_width + kBesideBars;
  const size_t longest = std::min(kBarColumns, width > taken ? width - taken : 0);
  out << colours.bold << facet_label(facet) << colours.end
      << (counts_passages(facet.name) ? " (passages)" : " (reports)") << "\n";
  for (const FacetValue& value : facet.values) {
    size_t length = (value.count * longest + most - 1) / most;
    std::string bar;
    for (size_t i = 0; i < length; ++i) bar += "▇";
    out << fmt::format("  {} {} {:>6}{}{}\n", value.selected ? "*" : " ",
                       padded(printable(value.value), name_width), value.count,
                       bar.empty() ? "" : " ", bar);
  }
  out << "\n";
}

// Prints all values of one facet beside results: "grade  good (3), *inadequate (1)".
void print_facet_line(const Facet& facet, size_t label_width, const OutputOptions& options,
                      const Colours& colours, std::ostream& out) {
  std::vector<std::string> items;
  size_t left_out = 0;
  for (const FacetValue& value : facet.values) {
    if (items.size() >= kFacetsInLine && !value.selected)
      ++left_out;
    else
      items.push_back(fmt::format("{}{} ({}),", value.selected ? "*" : "", printable(value.value),
                                  value.count));
  }
  if (left_out > 0)
    items.push_back(fmt::format("and {} more: --facets {}", left_out, facet_label(facet)));
  else
    items.back().pop_back();  // the comma
  std::string label = padded(facet_label(facet), label_width);
  out << wrapped_items(items, options.width,
                       fmt::format("{}{}{}", colours.bold, label, colours.end),
                       std::string(label_width, ' '))
      << "\n";
}

}  // namespace

std::string facet_label(const Facet& facet) {
  const Field* field = find_field(facet.name);
  return std::string(field == nullptr ? facet.name : field->option);
}

void print_facets(const SearchResults& results, const OutputOptions& options,
                  const Colours& colours, std::ostream& out) {
  constexpr size_t kGap = 2;
  size_t label_width = 0;
  for (const Facet& facet : results.facets)
    label_width = std::max(label_width, facet_label(facet).size() + kGap);
  bool any = false;
  for (const Facet& facet : results.facets) {
    if (facet.values.empty()) continue;
    any = true;
    if (options.facet_bars)
      print_bars(facet, options.width, colours, out);
    else
      print_facet_line(facet, label_width, options, colours, out);
  }
  if (any && !options.facet_bars) out << "\n";
}

}  // namespace ofsearch
