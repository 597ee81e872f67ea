// Makes the table that a file of common/data holds, by the table's own parser.
#pragma once

#include "common/system/embedded_data.h"

#include <stdexcept>
#include <string_view>
#include <utility>

namespace ofsearch {

// Returns `Table::parse(text, file name)` of the file with that name. Throws std::logic_error if it
// does not parse: a program without its tables would answer wrongly without a word.
template <typename Table>
Table embedded_table(std::string_view file_name) {
  auto parsed = Table::parse(embedded_data(file_name), file_name);
  if (!parsed) throw std::logic_error(parsed.error().text());
  return std::move(*parsed);
}

}  // namespace ofsearch
