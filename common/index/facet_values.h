// The values of a report's fields as one value of its document, so that one question to an index
// tells those of all its reports.
#pragma once

#include "common/index/schema.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// On report documents: what facet_record() makes.
inline constexpr unsigned kFacetsSlot = 8;

// The id of `report` and its values of every field, with a checksum.
std::string facet_record(const Report& report);

struct ReportFacets {
  std::string id;
  std::string written;  // for facet_values()
};

// Nothing if `record` is not what facet_record() writes.
std::optional<ReportFacets> read_facet_record(std::string_view record);

// Of one field, as facets show them.
std::vector<std::string> facet_values(std::string_view written, const Field& field);

}  // namespace ofsearch
