// Letters that a scanner takes for others: 0 and O, 1, l and i, rn and m, c and e, ...
#pragma once

#include "common/report/report.h"

#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

// How much a scanner may have got wrong: signs that look alike, or any letter in a text full of
// misreadings (damage.h).
enum class Misread { kAlike, kAny };

// Returns `text` with misread words put right, where they can only be one of the words that title
// pages have (months, grades, labels of facts, words in authorities' names), and misread numbers
// beside a month: "l0 Deccmber 2O18" gives "10 December 2018". A word that is one of these already
// stays as it is.
std::string without_misreadings(std::string_view text, Misread how = Misread::kAlike);

// Returns the first or the last word of a person's name, put right where only one common name looks
// like it.
std::string mended_first_name(std::string_view name);
std::string mended_surname(std::string_view name);

// Returns the document with the lines and paragraphs of its opening put right; nothing if none
// needs it.
std::optional<CleanDocument> mend_opening(const CleanDocument& document, bool misread);

}  // namespace ofsearch
