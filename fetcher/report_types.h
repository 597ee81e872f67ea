// Tells the type of a report from the title that the site gives it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Returns the values of --types, in the order of the table.
std::vector<std::string> report_type_names();

// Returns one of report_type_names(); "other" if no rule matches. Standard and short inspections
// under any framework have the same title on the site, so both are "inspection"; ofindex
// distinguishes them.
std::string report_type(std::string_view title);

}  // namespace ofsearch
