// Tells passages by what their sentences on a topic find, where the whole passage finds otherwise.
#pragma once

#include "common/report/report.h"

#include <xapian.h>

namespace ofsearch {

// Returns a query without weights for passages that `has` (of a Concept) finds. It leaves out those
// whose sentences with the words of `has` surely find `finding` (strength or weakness), though the
// passage as a whole does not. The index marks such passages with told_term().
Xapian::Query unless_told(const Xapian::Query& has, Finding finding);

}  // namespace ofsearch
