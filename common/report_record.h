// A report as it lies in the index: a line of JSON with the fields that every result shows, and a
// line with what few ask for: the evidence behind the fields, and the warnings.
#pragma once

#include "common/report_json.h"

#include <string>
#include <string_view>

namespace ofsearch {

// Without its passages.
std::string encode_report(const Report& report);

// The report without evidence and warnings. Throws nlohmann::json::exception on what encode_report
// never writes.
Report decode_report_fields(std::string_view record);

// The whole record as one JSON object, as report_to_json() has it but for the passages; discarded
// (is_discarded()) if it is not what encode_report writes.
Json report_record_to_json(std::string_view record);

}  // namespace ofsearch
