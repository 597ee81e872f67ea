// A report's text, as Markdown, to its facets.
#include "common/dates/date.h"
#include "common/records/report_json.h"
#include "indexer/metadata/metadata.h"
#include "tests/fuzz/reading.h"
#include "tests/fuzz/target.h"
#include "tests/support/report_as_json.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace ofsearch::fuzz {
namespace {

void check(const Metadata& metadata) {
  require(!metadata.kind.empty() && !metadata.authority.empty() && !metadata.visit_type.empty() &&
              !metadata.grade.empty(),
          "what is not known is \"unknown\"");
  for (const auto& date : {metadata.inspection_start, metadata.inspection_end, metadata.published})
    require(!date || parse_iso_date(*date), "dates are ISO dates of the calendar");
  if (metadata.inspection_start && metadata.inspection_end)
    require(*metadata.inspection_start <= *metadata.inspection_end,
            "an inspection ends behind its beginning");
  require(!metadata.year || (*metadata.year >= 1900 && *metadata.year <= 2100),
          "a year is one of our time");
  Report report;
  report.metadata = metadata;
  // Strict: throws where a field or its evidence is not UTF-8.
  require(!report_as_json(report).dump().empty(), "a report can be written as JSON");
}

}  // namespace
}  // namespace ofsearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  auto source = read_markdown(fuzz::as_text(data, size), fuzz::small_limits());
  if (!source) return 0;
  fuzz::Parsed parsed = fuzz::parse(std::move(*source));
  fuzz::check(extract_metadata(parsed.document, parsed.sections));
  return 0;
}
