// Lists the fields that a row of corrections may give (corrections.h): which values each takes, and
// how it is set.
#pragma once

#include "common/report/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// The value that takes a field's value away.
inline constexpr std::string_view kTakeAway = "-";

// Returns the names of the fields, and of the judgements without "judgements.".
std::vector<std::string> corrected_fields();

// Returns true for those, and for "judgements.leaders".
bool is_corrected_field(std::string_view name);

// Returns `value` as it is stored in `field`, which is a corrected field; nothing if it is not
// allowed.
std::optional<std::string> corrected_value(const std::string& field, const std::string& value);

// Returns what `field` may be, for a message: "one of good, ...".
std::string allowed_values(const std::string& field);

// Sets a value of corrected_value(), with its evidence. What follows from it is not set.
void set_corrected_value(const std::string& field, const std::string& value,
                         const Evidence& evidence, Metadata* metadata);

}  // namespace ofsearch
