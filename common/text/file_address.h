// Where a file lies, as an address that browsers, readers and terminals follow.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// "file:///reports/a%20b.pdf#page=3" of an absolute path of any bytes; page 0: without "#page=".
std::string file_address(std::string_view path, int page = 0);

}  // namespace ofsearch
