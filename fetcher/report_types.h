// What kind of visit a report is about, by the title that the site gives it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// The values of --types, in the order of the table.
std::vector<std::string> report_type_names();

// One of them; "other" where no rule fits. Standard and short inspections, under any framework,
// have one title on the site and are "inspection" here; ofindex tells them apart.
std::string report_type(std::string_view title);

}  // namespace ofsearch
