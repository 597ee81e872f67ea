// The document's own title.
#pragma once

#include "indexer/metadata/view.h"

#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// A line or heading that names an inspection: "Focused visit to Loamshire".
struct InspectionName {
  std::string text;
  std::string continued;  // with the paragraph behind it, for a title broken into two
  Evidence evidence;
};

// The opening's, in order. Rules about what a document is look here first.
std::vector<InspectionName> inspection_names(const View& view);

// The title: the first of these with the council's name before it where that stands on a line of
// its own; else the file's own title or the first heading. Empty if there is none.
std::optional<Reading> find_title(const View& view);

}  // namespace ofsearch
