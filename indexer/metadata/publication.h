// The day on which a document was published.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>
#include <string_view>

namespace ofsearch {

// The day behind a label of the opening; else in an article the one that its first lines give, in
// articles and letters the one that stands alone above the text. An ISO date; nothing if none is
// printed. `kind`: as in Metadata.
std::optional<Reading> find_publication(const View& view, std::string_view kind);

}  // namespace ofsearch
