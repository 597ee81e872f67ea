// Checksums of short texts in an index, where Xapian would not detect a changed bit.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Returns `text` after its checksum (32-bit FNV-1a, which any change of one byte changes).
std::string with_checksum(std::string_view text);

// Returns the text of with_checksum(), as a view into `checked`; empty if the checksum does not
// match.
std::string_view without_checksum(std::string_view checked);

}  // namespace ofsearch
