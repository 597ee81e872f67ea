// Tells whether a document is a report, letter or article.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>

namespace ofsearch {

// Returns "letter", "article" or "report", with the words that say so; nothing if none do. A title
// that names an inspection makes no report of a document that is known to be none of ours (`other`,
// see not_ours.h), and nothing makes one of a paper.
std::optional<Reading> find_kind(const View& view, const std::optional<Reading>& other);

}  // namespace ofsearch
