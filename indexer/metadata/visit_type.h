// Tells what the inspection was.
#pragma once

#include "common/report/report.h"
#include "indexer/metadata/view/view.h"

#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

// Finds the visit type by title, else by the opening's sentences, else by headings that only one
// kind of report has. For an article (`kind`) the visit that it mentions most decides at last.
// Gives "ilacs" for all ILACS inspections: see ilacs_by_days in frameworks.h.
std::optional<Reading> find_visit_type(const View& view, std::string_view kind);

// Returns the visit type that a title names; empty if none. It is for tests.
std::string_view visit_type_of_title(std::string_view bare_words);

}  // namespace ofsearch
