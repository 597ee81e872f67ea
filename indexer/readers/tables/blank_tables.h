// Tables of judgements in plain text whose columns are made of blanks.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Returns `text` with each row of a table of three columns or more as one line, its cells joined by
// tabs: what a cell says in several lines is put together. Such a table begins with a head that has
// a column of judgements or grades. A table of two columns stays as it is; its lines can be read.
std::string with_rows_by_blanks(std::string_view text);

}  // namespace ofsearch
