// Keeps all field values of a report in one value of its document, so that the facets of all
// reports are read from one value slot.
#pragma once

#include "common/index/fields.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// The value slot of facet_record(), on report documents.
inline constexpr unsigned kFacetsSlot = 8;

// Returns the id of `report` and its values of every field, with a checksum.
std::string facet_record(const Report& report);

struct ReportFacets {
  std::string id;
  std::string written;  // the values of all fields, for facet_values()
};

// Returns what facet_record() wrote; nothing if `record` was not written by it or is damaged.
std::optional<ReportFacets> read_facet_record(std::string_view record);

// Returns the values of one field, as facets show them; `written` is of ReportFacets.
std::vector<std::string> facet_values(std::string_view written, const Field& field);

}  // namespace ofsearch
