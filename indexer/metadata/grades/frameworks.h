// Lists the frameworks under which local authorities' services for children have been inspected:
// what titles call them, what they judge and with which grades. A new framework is rows of these
// tables (docs/frameworks.md).
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace ofsearch {

// A title that has both phrases (bare words; the second may be empty) is of that visit type.
struct TitleRule {
  std::string_view visit_type;  // as in common/report/values.h, but "ilacs" for all lengths of it
  std::string_view phrase;
  std::string_view and_phrase = {};
};

// Returns the rules in order: the first that fits decides.
std::span<const TitleRule> title_rules();

// A heading with this phrase (bare words) stands only in reports of that visit type.
struct HeadingSign {
  std::string_view visit_type, phrase;
};

std::span<const HeadingSign> heading_signs();

// A framework: what it judges, and with which words.
struct Framework {
  std::string_view visit_type;
  bool overall;                          // whether it has one overall grade
  bool before_2013;                      // "adequate" instead of "requires improvement"
  std::array<std::string_view, 6> keys;  // keys of its judgements; empty for none
  std::string_view last_overall = {};    // reports from about this day on have no overall grade
};

// Returns the framework of a visit type; null if that judges nothing.
const Framework* framework_of(std::string_view visit_type);

// Returns "ilacs-short", "ilacs-standard" or, if the days on site do not tell, "ilacs".
std::string_view ilacs_by_days(int days);

}  // namespace ofsearch
