// A report as JSON: the shape of `ofindex --inspect` and of "report" in `ofsearch --format json`,
// as documented in docs/output.md.
#pragma once

#include "common/report/report.h"

#include <nlohmann/json_fwd.hpp>

namespace ofsearch {

using Json = nlohmann::ordered_json;

// The fields of docs/output.md, id and path first; null for what the document does not settle.
Json report_fields(const Report& report);

// {"<field>": {"text": ..., "page": ..., "rule": ...}}
Json evidence_fields(const Metadata& metadata);

// {"n", "paragraph", "section", "page", "text", "finding", ...}
Json passage_fields(const Passage& passage);

}  // namespace ofsearch
