// Scans, for tests of what reads letters off pictures.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch::test {

// The pages of a PDF as pictures of 200 dots an inch, in a PDF that holds nothing else.
// `stamp`: a few letters that are text, printed over each page; "" for none.
std::string scanned(std::string_view pdf, std::string_view stamp = {});

// The first page of a PDF as a PNG of 200 dots an inch that does not say so.
std::string png_of(std::string_view pdf);

// The pages of a PDF as one TIFF of 200 dots an inch, without compression.
std::string tiff_of(std::string_view pdf);

}  // namespace ofsearch::test
