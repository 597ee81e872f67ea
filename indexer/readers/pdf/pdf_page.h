// Reads a page of a PDF: its lines with boxes, font sizes and weights, from MuPDF's structured
// text.
#pragma once

#include "common/report/report.h"

#include <mupdf/fitz.h>

#include <vector>

namespace ofsearch {

// Returns the page. `notes` are lines that lie on the page, from pdf_notes; they are put where they
// stand. What lies outside the page is left out.
Page convert_page(fz_context* context, const fz_stext_page& contents, std::vector<Line> notes,
                  int number);

}  // namespace ofsearch
