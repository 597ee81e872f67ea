// Makes the numbers of ordered lists, which HTML and DOCX leave to the program that shows them.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

enum class NumberFormat { kBullet, kDecimal, kLowerLetter, kUpperLetter, kLowerRoman, kUpperRoman };

// Returns the format by the `type` of an HTML list: '1', 'a', 'A', 'i', 'I'; decimal for any other.
NumberFormat format_of_letter(char type);

// Returns the format by the w:numFmt of a DOCX list: "decimal", "lowerLetter", ...; "bullet",
// "none" and what is not known are kBullet.
NumberFormat format_of_name(std::string_view name);

// Returns a number in a format: 4 is "4", "d", "D", "iv" or "IV". Letters go on with "aa" after
// "z". What a format cannot write (nothing below 1 in letters or Roman numerals) comes as decimal;
// empty for kBullet.
std::string format_number(int number, NumberFormat format);

}  // namespace ofsearch
