// The one way to write a report as bytes and to read it back: as it lies in the index, and as it
// comes from a worker process and waits in the cache of read reports. Netstrings in one order, "-"
// for what is not known, with checksums; nothing is nested, so that hostile bytes cost no more than
// their length.
#pragma once

#include "common/report/report.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

// As a report lies in the index, in two parts: what every result shows, and what few ask for.
struct ReportRecord {
  std::string fields;    // of kReportFieldsSlot; with the number of passages
  std::string evidence;  // of the document's data: the evidence behind the fields, the warnings
};

// All of a report but its passages.
struct ReportHead {
  Report report;
  size_t passages = 0;
};

ReportRecord encode_report(const Report& report);

// Nothing if `fields` is not what encode_report() writes. Without evidence and warnings.
std::optional<Report> decode_report_fields(std::string_view fields);

// Nothing if `record` is not what encode_report() writes.
std::optional<ReportHead> decode_report(const ReportRecord& record);

// A whole report, compressed, with checksums.
std::string pack_report(const Report& report);

// Nothing if `packed` is not what pack_report() gives. unpack_head() needs only the beginning,
// and does not notice damage behind it.
std::optional<ReportHead> unpack_head(std::string_view packed);
std::optional<Report> unpack_report(std::string_view packed);

}  // namespace ofsearch
