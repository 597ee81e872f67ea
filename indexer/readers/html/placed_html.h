// Reads web pages that are pictures of printed ones: each line has its place, as pdftohtml and
// mutool make them from a PDF.
#pragma once

#include "common/report/report.h"

#include <gumbo.h>

#include <vector>

namespace ofsearch {

// Returns the printed pages of such a page, lines with boxes in points; empty if it is no such
// page.
std::vector<Page> read_placed_pages(const GumboNode* root, int max_nesting);

}  // namespace ofsearch
