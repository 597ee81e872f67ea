// What programs put around the lines of a plain text.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// The marks of quotation off, where lines of them follow each other: a lone ">" is text.
std::string unquoted(std::string_view text);

// Lines that are numbered throughout, without the numbers: "  12  text".
std::string without_line_numbers(std::string_view text);

// A text in which an empty line stands between any two, with one less between any two.
std::string closed_up(std::string text);

}  // namespace ofsearch
