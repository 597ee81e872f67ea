// The values of a report's fields as one value of its document, so that one question to an index
// tells those of all its reports.
#pragma once

#include "common/index/schema.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// On report documents: what facet_record() makes.
inline constexpr unsigned kFacetsSlot = 8;

// The id of `report` and its values of every field.
std::string facet_record(const Report& report);

std::string id_of_facet_record(std::string_view record);
// Of one field, as facets show them; none if the record is not one.
std::vector<std::string> facet_values(std::string_view record, const Field& field);

}  // namespace ofsearch
