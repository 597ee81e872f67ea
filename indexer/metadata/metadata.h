// Tells what a document is: authority, visit type, dates, grades and the rest, from its own words.
#pragma once

#include "common/report/report.h"

#include <string_view>
#include <vector>

namespace ofsearch {

// Returns every field with its evidence; "unknown" or nothing for what the document does not
// settle. `sections` are find_sections(document.paragraphs). standing_grade is filled only from the
// document's own words; standing_grades.h adds what the index's earlier reports say.
// `declared_published`, the day in a file's own fields (ISO or empty), is an article's where its
// text gives none.
Metadata extract_metadata(const CleanDocument& document, const std::vector<Section>& sections,
                          std::string_view declared_published = {});

}  // namespace ofsearch
