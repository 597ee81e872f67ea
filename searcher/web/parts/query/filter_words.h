// Names filters on the pages.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch::web {

struct FilterWords {
  std::string field, value;
};

// Returns the words for a filter. `name` is that of a parameter or a field ("type", "visit_type").
// `typed` is what it was given, also several values with commas. "hull" of "authority" is
// {"Authority", "Kingston upon Hull"}, and "leaders:ri" of "grade" is {"Judgement", "Leaders:
// requires improvement"}.
FilterWords filter_words(std::string_view name, std::string_view typed);

// One value of a facet: what a filter takes for this value alone, and what it is called.
struct OneValue {
  std::string typed, label;
};
OneValue one_value(std::string_view field, std::string_view value);

}  // namespace ofsearch::web
