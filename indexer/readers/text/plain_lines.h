// Takes off what programs put around the lines of a plain text.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Returns `text` without marks of quotation, if lines of them follow each other: not a lone ">".
std::string unquoted(std::string_view text);

// Returns `text` without the numbers of its lines, if it is numbered throughout: "  12  text".
std::string without_line_numbers(std::string_view text);

// Returns `text` closed up: a text in which an empty line stands between any two lines has one less
// between any two.
std::string closed_up(std::string text);

}  // namespace ofsearch
