// Report, letter or article.
#pragma once

#include "indexer/metadata/view.h"

namespace ofsearch {

// "letter", "article" or "report", with the words that say so.
Reading find_kind(const View& view);

}  // namespace ofsearch
