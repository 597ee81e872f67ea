// Finds the day on which a document was published.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>
#include <string_view>

namespace ofsearch {

// Returns the day behind a label of the opening. Else it returns, in an article, the one that its
// first lines give, and in articles and letters the one that stands alone above the text. It is an
// ISO date; nothing if none is printed. `kind` is as in Metadata.
std::optional<Reading> find_publication(const View& view, std::string_view kind);

}  // namespace ofsearch
