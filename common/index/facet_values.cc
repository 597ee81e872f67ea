#include "common/index/facet_values.h"

#include "common/text/checksum.h"

#include <algorithm>
#include <cstddef>

namespace ofsearch {
namespace {

// Control characters: no value has one.
constexpr char kFieldEnd = '\x1F', kValueEnd = '\x1E';

}  // namespace

std::string facet_record(const Report& report) {
  std::string record = report.id;
  for (const Field& field : fields()) {
    record += kFieldEnd;
    for (const std::string& value : field_values(field, report.metadata))
      record += value + kValueEnd;
  }
  return with_checksum(record);
}

std::optional<ReportFacets> read_facet_record(std::string_view record) {
  const std::string_view facets = without_checksum(record);
  if (facets.empty()) return std::nullopt;
  const size_t end = std::min(facets.find(kFieldEnd), facets.size());
  return ReportFacets{std::string(facets.substr(0, end)), std::string(facets.substr(end))};
}

std::vector<std::string> facet_values(std::string_view written, const Field& field) {
  std::vector<std::string> values;
  for (std::ptrdiff_t i = &field - fields().data(); i >= 0; --i) {
    size_t end = written.find(kFieldEnd);
    if (end == std::string_view::npos) return values;
    written.remove_prefix(end + 1);
  }
  written = written.substr(0, written.find(kFieldEnd));
  for (size_t end = 0; (end = written.find(kValueEnd)) != std::string_view::npos;) {
    values.emplace_back(written.substr(0, end));
    written.remove_prefix(end + 1);
  }
  return values;
}

}  // namespace ofsearch
