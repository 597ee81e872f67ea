// Lines of plain text whose cells are parted by blanks.
#pragma once

#include <string_view>
#include <vector>

namespace ofsearch {

// A part of a line that two spaces or more part from others.
struct BlankPart {
  std::string_view text;
  double begin = 0, end = 0;  // in letters
};

std::vector<BlankPart> blank_parts(std::string_view line);

}  // namespace ofsearch
