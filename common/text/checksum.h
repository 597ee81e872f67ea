// Short texts that lie in an index where nothing else notices a changed bit.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// `text` behind its checksum, FNV-1a of 32 bits, which one changed byte always changes.
std::string with_checksum(std::string_view text);

// The text again; empty where it is not what its checksum says. A view into `checked`.
std::string_view without_checksum(std::string_view checked);

}  // namespace ofsearch
