// Names values to people on the pages.
#pragma once

#include "common/records/report_json.h"
#include "searcher/results/results.h"

#include <string>
#include <string_view>

namespace ofsearch::web {

// Returns the label of a field: "visit_type" -> "Type of visit".
std::string field_label(std::string_view field);

// Returns the label of a value: "ilacs-standard" of the field "visit_type" -> "Standard inspection
// (ILACS)"; "care-leavers" -> "Care leavers".
std::string value_label(std::string_view field, std::string_view value);

// Returns `text` with a capital at the beginning.
std::string capitalised(std::string_view text);

// Returns the title of a report: "Cumbria: standard inspection (ILACS), 20 to 30 September 2022".
std::string report_title(const Report& report);

// Returns a text to quote by: "Cumbria, ILACS ..., paragraph 10, page 3, https://...". Without a
// passage it is for the whole report.
std::string citation(const Report& report, const Passage* passage);

// Returns the grade of a report, or what stands in its place: {"words": "Requires improvement",
// "kind": "requires-improvement"}. "kind" chooses colour and shape.
Json grade_view(const Metadata& metadata);
Json grade_view(std::string_view grade);

// Returns `text` as parts for a template: [{"text", "mark"}].
Json marked_parts(std::string_view text, const Marks& marks);

}  // namespace ofsearch::web
