// The document's own title.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/metadata/view.h"

namespace ofsearch {

// The opening's lines that name an inspection, in order: "Focused visit to Loamshire", "Inspection
// of children's social care services". Rules about what a document is look here first.
std::vector<Reading> inspection_names(const View& view);

// The title: the first of these with the council's name before it where that stands on a line of
// its own; else the file's own title or the first heading. Empty if there is none.
std::optional<Reading> find_title(const View& view);

}  // namespace ofsearch
