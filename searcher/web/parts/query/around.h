// Offers an authority, its region and its statistical neighbours as one choice.
#pragma once

#include "common/records/report_json.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

#include <string>
#include <string_view>

namespace ofsearch::web {

// Returns the label of a group: "region-of:Cumbria" -> "In the region of Cumbria (North West)". It
// is empty if `value` is no such group.
std::string group_label(std::string_view value);

// Returns the authority that such a group is of; any other `value` as it is.
std::string_view without_group(std::string_view value);

// Returns the choice for the one authority, or group of one, that `parameters` select: {"choices":
// [{"label", "link", "selected"}], "hint"}. It is null if they select none, several, or one that
// the table of authorities does not know.
Json around_view(const Parameters& parameters, const Site& site);

}  // namespace ofsearch::web
