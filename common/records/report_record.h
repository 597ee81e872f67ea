// Writes and reads a report as bytes, for the index, for the way from a worker process, and for the
// cache of read reports. The bytes are netstrings in a fixed order, "-" for an unknown value, with
// checksums. Nothing is nested, so that reading hostile bytes takes time in proportion to their
// length.
#pragma once

#include "common/report/report.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// A report in the index, in two parts: what every result shows, and what is rarely needed.
struct ReportRecord {
  std::string fields;    // the value of kReportFieldsSlot; includes the number of passages
  std::string evidence;  // the document's data: the evidence of the fields, and the warnings
};

// One number a passage, 0 for none (indexer/document/passage_shape.h).
using PassageShapes = std::vector<uint64_t>;

// A report without its passages, and their number.
struct ReportHead {
  Report report;
  size_t passages = 0;
  PassageShapes shapes;  // where the report was packed with them
};

ReportRecord encode_report(const Report& report);

// Returns the report without evidence and warnings; nothing if encode_report() did not write
// `fields`.
std::optional<Report> decode_report_fields(std::string_view fields);

// Returns the report of `record`; nothing if encode_report() did not write it.
std::optional<ReportHead> decode_report(const ReportRecord& record);

// Returns a whole report, compressed, with checksums.
std::string pack_report(const Report& report, const PassageShapes& shapes = {});

// Return the report, or its head. Return nothing if pack_report() did not make `packed`.
// unpack_head() reads only the beginning, and does not detect damage after it.
std::optional<ReportHead> unpack_head(std::string_view packed);
std::optional<Report> unpack_report(std::string_view packed);

}  // namespace ofsearch
