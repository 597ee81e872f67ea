// What bytes a text file is written in.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Text file content to UTF-8: by its byte-order mark, else UTF-8 where well-formed, else by ICU's
// charset detector, else windows-1252.
std::string decode(std::string_view bytes);

}  // namespace ofsearch
