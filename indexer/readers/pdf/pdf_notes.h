// Reads what lies on a page of a PDF: the values of form fields, and notes.
#pragma once

#include "common/report/report.h"

#include <mupdf/fitz.h>

#include <vector>

namespace ofsearch {

// Returns the filled-in fields of text and of choice, and the words of notes, each with its box on
// the page in points; a block each. What is hidden is left out.
std::vector<Line> note_lines(fz_context* context, fz_page* page);

}  // namespace ofsearch
