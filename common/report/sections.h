// Tells from its heading which part of a report a section is; the same for all eras.
#pragma once

#include "common/report/report.h"

#include <string_view>
#include <vector>

namespace ofsearch {

// Returns the kinds of a section with this heading (UTF-8), most certain first; empty if none is
// known. A heading may name two: "The experiences and progress of children in care and care
// leavers".
std::vector<SectionKind> section_kinds(std::string_view heading);

// Returns true for a sub-heading inside a list of recommendations: "Immediately", "Within three
// months".
bool is_deadline_heading(std::string_view heading);

// Returns true for a line that states a fact about the document or signs it, and is no heading,
// however it is printed: "Lead inspector: ...", "Report published: ...", a date, an address, "Dear
// ...".
bool is_label(std::string_view line);

// Returns true for a paragraph that every report repeats: "Ofsted regulates and inspects...",
// addresses, how to get a copy, what the grades mean.
bool is_boilerplate(std::string_view paragraph);

// Returns a heading or title without the raised numbers of its footnotes: "Board¹" -> "Board".
std::string without_note_marks(std::string_view heading);

}  // namespace ofsearch
