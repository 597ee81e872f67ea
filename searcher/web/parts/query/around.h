// An authority, its region or its statistical neighbours, as one choice.
#pragma once

#include "common/records/report_json.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

#include <string>
#include <string_view>

namespace ofsearch::web {

// "region-of:Cumbria" -> "In the region of Cumbria (North West)"; empty where `value` is no such
// group.
std::string group_label(std::string_view value);

// The authority that such a group is of; any other `value` as it is.
std::string_view without_group(std::string_view value);

// The choice for the one authority, or group of one, that `parameters` select: {"choices":
// [{"label", "link", "selected"}], "hint"}; null where they select none, several, or one that the
// table of authorities does not know.
Json around_view(const Parameters& parameters, const Site& site);

}  // namespace ofsearch::web
