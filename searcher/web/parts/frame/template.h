// A mustache template of searcher/web/templates and a view model to a page.
#pragma once

#include "common/records/report_json.h"

#include <string>
#include <string_view>

namespace ofsearch::web {

// Renders NAME.mustache with `view`: objects, arrays, strings, numbers, booleans; null and false
// are nothing there. Every {{value}} is escaped; no template has a {{{value}}}, not even a chart.
// The partials {{> head}}, {{> foot}} and {{> incomplete}} are templates too.
std::string render(std::string_view name, const Json& view);

}  // namespace ofsearch::web
