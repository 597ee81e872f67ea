// Reads and writes several values of a filter in one text.
#pragma once

#include "common/index/fields.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Return the parts between commas, and several of such parts as one text again.
std::vector<std::string> parts_at_commas(std::string_view typed);
std::string joined_parts(const std::vector<std::string>& parts, size_t begin, size_t end);

// Returns the values that `typed` lists with commas between them; the name of an authority may have
// some itself, as "Bristol, City of" has.
std::vector<std::string> listed_values(const Field& field, std::string_view typed);

// Returns the values of "leaders:good+in_care:good", judgements that must all be so; for any other
// text that text alone. In words they are "leaders:good and in_care:good".
std::vector<std::string> values_together(const Field& field, std::string_view value);
std::string together_in_words(const Field& field, const std::string& value);

// Returns in words values, any of which will do: "inadequate to good or outstanding",
// "in_care:good".
std::string any_in_words(const std::vector<std::string>& values);

// The value of a fact that no report settles.
inline constexpr std::string_view kUnknown = "unknown";

// Tells whether kUnknown selects the reports that have no value of `field`, for which the index has
// no term. In other fields it is a value as any other.
bool stands_for_none(const Field& field, std::string_view value);

// Tells whether "2018", "2018..2022", "..2015" or "2020.." has `year`.
bool is_in_years(std::string_view typed, std::string_view year);

}  // namespace ofsearch
