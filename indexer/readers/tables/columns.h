// Reads plain text that stands in two columns, as "pdftotext -layout" leaves a page that was set
// so.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Returns `text` with each page of two columns of sentences made one column, the right below the
// left; lines across both stay where they are. A table keeps its rows. Form feeds part pages.
std::string in_one_column(std::string_view text);

}  // namespace ofsearch
