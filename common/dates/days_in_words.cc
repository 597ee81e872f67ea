#include "common/dates/days_in_words.h"

#include "common/report/values.h"

#include <fmt/format.h>

#include <cstdlib>

namespace ofsearch {

std::string day_in_words(const std::string& iso) {
  if (iso.size() != 10) return iso;
  auto month = static_cast<size_t>(std::atoi(iso.c_str() + 5));
  if (month < 1 || month > months().size()) return iso;
  return fmt::format("{} {} {}", std::atoi(iso.c_str() + 8), months()[month - 1].name,
                     iso.substr(0, 4));
}

}  // namespace ofsearch
