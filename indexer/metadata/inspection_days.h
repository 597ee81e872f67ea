// Finds the days on which inspectors came, if a document says so.
#pragma once

#include "indexer/metadata/view/printed_dates.h"
#include "indexer/metadata/view/view.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// The days in the order printed; several if a visit had a break. They are empty if nothing says it.
struct FoundDays {
  std::vector<DateSpan> spans;
  Evidence evidence;
};

// Returns the days as a label on the title page gives them ("Inspection dates: ..."). `year` is
// that of dates printed without one; without it, such dates are none.
FoundDays days_by_label(const View& view, std::optional<int> year);

// Returns the days as the first sentence gives them that tells of a visit. `published` is the ISO
// date on which the document came out, which is no day of a visit. An article may tell of several
// authorities' visits; if it gives several days none is taken.
FoundDays days_by_sentence(const View& view, std::optional<int> year,
                           const std::optional<std::string>& published, bool article);

// Returns the days of an inspection, as printed, if one of them does not exist: "30 and 31 April
// 2025".
std::optional<std::string> impossible_days(const View& view);

// Returns true if the opening has a label of such days, whether they can be read or not.
bool prints_dates(const View& view);

// Returns true where a sentence, in lower case, speaks of an inspection before this one.
bool tells_of_earlier(std::string_view folded);

}  // namespace ofsearch
