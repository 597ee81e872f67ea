// The data of many documents of an index.
#pragma once

#include "common/database.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace ofsearch {

// The data of the documents `ids` of `index.database`, in that order. A server hands documents out
// one by one, each a round trip, so several servers are asked side by side. May throw
// Xapian::Error.
std::vector<std::string> document_data(const Index& index, const std::vector<Xapian::docid>& ids);

}  // namespace ofsearch
