// A report as JSON: the shape of `ofindex --inspect` and of "report" in `ofsearch --format json`,
// and the form in which reports come back from worker processes, and their evidence lies in the
// index.
#pragma once

#include "common/report/report.h"

#include <nlohmann/json.hpp>

namespace ofsearch {

using Json = nlohmann::ordered_json;

// The contract's fields, id and path first; null for what the document does not settle.
Json report_fields(const Report& report);

// {"<field>": {"text": ..., "page": ..., "rule": ...}}
Json evidence_fields(const Metadata& metadata);

// report_fields() with "evidence" and "warnings": a head, all of a report but its passages.
Json report_head(const Report& report);

// {"n", "paragraph", "section", "page", "text", "finding", ...}
Json passage_fields(const Passage& passage);

// Everything, passages included, and back. from_json throws nlohmann::json::exception on a shape
// that to_json never writes.
Json report_to_json(const Report& report);
Report report_from_json(const Json& json);
Json passage_to_json(const Passage& passage);
Passage passage_from_json(const Json& json);

}  // namespace ofsearch
