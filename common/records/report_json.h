// Writes a report as JSON, in the shape of `ofindex --inspect` and of "report" in `ofsearch
// --format json`. docs/output.md documents it.
#pragma once

#include "common/report/report.h"

#include <nlohmann/json_fwd.hpp>

namespace ofsearch {

using Json = nlohmann::ordered_json;

// Returns the fields of docs/output.md, id and path first; null for what the document does not
// settle.
Json report_fields(const Report& report);

// Returns the evidence: {"<field>": {"text": ..., "page": ..., "rule": ...}}.
Json evidence_fields(const Metadata& metadata);

// Returns a passage: {"n", "paragraph", "section", "page", "text", "finding", ...}.
Json passage_fields(const Passage& passage);

}  // namespace ofsearch
