// Documents that say of themselves that they do not count.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>
#include <string>

namespace ofsearch {

// Returns the line at a document's head that marks it as withdrawn, or as a draft: "THIS REPORT HAS
// BEEN WITHDRAWN", "DRAFT - NOT FOR PUBLICATION". As printed.
std::optional<std::string> mark_of_no_force(const View& view);

}  // namespace ofsearch
