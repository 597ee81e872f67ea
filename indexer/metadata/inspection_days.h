// The days on which inspectors came, where a document says so.
#pragma once

#include "indexer/metadata/view/printed_dates.h"
#include "indexer/metadata/view/view.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// In the order printed; several where a visit had a break. Empty: nothing says it.
struct FoundDays {
  std::vector<DateSpan> spans;
  Evidence evidence;
};

// As a label on the title page gives them ("Inspection dates: ..."). `year`: of dates printed
// without one; without it, such dates are none.
FoundDays days_by_label(const View& view, std::optional<int> year);

// As the first sentence gives them that tells of a visit. `published`: the ISO date on which the
// document came out, which is no day of a visit. An article may tell of several authorities'
// visits; where it gives several days none is taken.
FoundDays days_by_sentence(const View& view, std::optional<int> year,
                           const std::optional<std::string>& published, bool article);

// Days of an inspection, as printed, of which one does not exist: "30 and 31 April 2025".
std::optional<std::string> impossible_days(const View& view);

// True if the opening has a label of such days, whether they can be read or not.
bool prints_dates(const View& view);

// True where a sentence, in lower case, speaks of an inspection before this one.
bool tells_of_earlier(std::string_view folded);

}  // namespace ofsearch
