#include "common/field/authorities/abolished.h"

#include "common/dates/days_in_words.h"
#include "common/text/nearest.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch {

bool has_ended(const Authority& authority, const Date& today) {
  return authority.to && *authority.to < to_iso(today);
}

std::string abolished_in_words(const Authority& authority, const std::vector<std::string>& after,
                               const Date& today) {
  const bool is_to_come = authority.to && !has_ended(authority, today);
  return fmt::format("{} {} abolished{}; {} {}", authority.name, is_to_come ? "will be" : "was",
                     authority.to ? " after " + day_in_words(*authority.to) : "",
                     list_in_words(after, "and"), is_to_come ? "will take over" : "took over");
}

std::string begun_in_words(const Authority& authority, const Date& today) {
  const bool is_to_come = authority.from && *authority.from > to_iso(today);
  return fmt::format("{}{}", is_to_come ? "will take over" : "took over",
                     authority.from ? " on " + day_in_words(*authority.from) : "");
}

std::string what_became_of(const std::string& name, const Date& today) {
  const Authority* authority = Authorities::builtin().find(name);
  if (authority == nullptr) return {};
  std::vector<std::string> after;
  for (const Authority* successor : Authorities::builtin().successors(*authority))
    if (std::ranges::find(after, successor->name) == after.end()) after.push_back(successor->name);
  return after.empty() ? std::string() : abolished_in_words(*authority, after, today);
}

}  // namespace ofsearch
