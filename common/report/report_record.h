// A report as it lies in the index, in two parts: the fields that every result shows, read for each
// of them, so they are not JSON; and what few ask for, the evidence behind the fields and the
// warnings.
#pragma once

#include "common/report/report_json.h"

#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

struct ReportRecord {
  std::string fields;    // of kReportFieldsSlot: netstrings, "-" for what is not known
  std::string evidence;  // of the document's data: JSON, with the warnings
};

// Without its passages, but with their number.
ReportRecord encode_report(const Report& report);

// The report without evidence and warnings; nothing if `fields` is not what encode_report writes.
std::optional<Report> decode_report_fields(std::string_view fields);

// The whole record as one JSON object, as report_to_json() has it but for the passages, of which
// "passage_count" is the number; discarded (is_discarded()) if it is not what encode_report writes.
Json report_record_to_json(const ReportRecord& record);

}  // namespace ofsearch
