// A number with its noun, for people.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace ofsearch {

// "1 report", "2 reports". `noun`: one whose plural ends in "s".
inline std::string counted(size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace ofsearch
