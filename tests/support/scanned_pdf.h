// Scans, for tests of what reads letters off pictures.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch::test {

// The pages of a PDF as pictures of 200 dots an inch, in a PDF that holds nothing else.
std::string scanned(std::string_view pdf);

}  // namespace ofsearch::test
