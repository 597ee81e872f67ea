// Which passages find the opposite of what is asked for, by the sentences that have the topic.
#pragma once

#include "common/report/report.h"

#include <xapian.h>

namespace ofsearch {

// Of the passages that `has` (of a Concept) finds, all but those in which what they are found by
// stands in sentences that surely find `finding` (strength or weakness), though they do not as a
// whole (told_term). Without weights.
Xapian::Query unless_told(const Xapian::Query& has, Finding finding);

}  // namespace ofsearch
