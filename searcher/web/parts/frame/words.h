// How values are named to people on the pages.
#pragma once

#include "common/records/report_json.h"
#include "searcher/results/results.h"

#include <string>
#include <string_view>

namespace ofsearch::web {

// "visit_type" -> "Type of visit".
std::string field_label(std::string_view field);

// "ilacs-standard" of the field "visit_type" -> "Standard inspection (ILACS)"; "care-leavers" ->
// "Care leavers".
std::string value_label(std::string_view field, std::string_view value);

// With a capital at the beginning.
std::string capitalised(std::string_view text);

// "Cumbria: standard inspection (ILACS), 20 to 30 September 2022".
std::string report_title(const Report& report);

// "Cumbria, ILACS ..., paragraph 10, page 3, https://...", to quote by; without a passage, the
// whole report.
std::string citation(const Report& report, const Passage* passage);

// {"words": "Requires improvement", "kind": "requires-improvement"}: the grade of a report, or what
// stands in its place; "kind" chooses colour and shape.
Json grade_view(const Metadata& metadata);
Json grade_view(std::string_view grade);

// `text` as parts for a template: [{"text", "mark"}].
Json marked_parts(std::string_view text, const Marks& marks);

}  // namespace ofsearch::web
