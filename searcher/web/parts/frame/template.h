// Makes a page from a mustache template of searcher/web/templates and a view model.
#pragma once

#include "common/records/report_json.h"

#include <string>
#include <string_view>

namespace ofsearch::web {

// Renders NAME.mustache with `view`. It may hold objects, arrays, strings, numbers and booleans;
// null and false count as not there. Every {{value}} is escaped; no template has a {{{value}}}, not
// even a chart. The partials {{> head}}, {{> foot}} and {{> incomplete}} are templates too.
std::string render(std::string_view name, const Json& view);

}  // namespace ofsearch::web
