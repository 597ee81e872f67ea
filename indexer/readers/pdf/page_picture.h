// Reads a page of a PDF as a picture: whether it shows anything, and what its letters are.
#pragma once

#include "common/report/report.h"

#include <mupdf/fitz.h>

#include <vector>

namespace ofsearch {

class Ocr;

// Returns true when a page without text shows something all the same: a picture, or letters drawn
// as shapes. True too where that cannot be told.
bool shows_anything(fz_context* context, fz_page* page);

// Returns true when pictures cover most of the page, as the picture of a scan does.
bool is_covered_by_pictures(fz_context* context, fz_page* page);

// How large a page is taken to be. Pictures often say nothing of it, or what a screen would show.
enum class Size { kAsItSays, kA4 };

// Returns the lines of the page as it is drawn, with boxes in points. There are none if nothing is
// there, or it cannot be drawn.
std::vector<Line> recognised_lines(fz_context* context, fz_page* page, const Ocr& ocr,
                                   Size size = Size::kAsItSays);

}  // namespace ofsearch
