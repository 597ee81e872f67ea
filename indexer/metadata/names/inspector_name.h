// Names of inspectors, as printed among titles and offices.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Returns `text` without titles, offices and punctuation around a name; empty if no name is left.
std::string clean_name(std::string_view text);

// Returns the name that ends `text`, behind the last word that is none; empty if it cannot be told
// where it begins.
std::string name_at_end(std::string_view text);

// Returns `text` without the marks around it that part a name from what stands beside it.
std::string_view trim_marks(std::string_view text);

}  // namespace ofsearch
