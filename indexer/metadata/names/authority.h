// Tells whose services were inspected.
#pragma once

#include "common/report/report.h"
#include "indexer/metadata/view/view.h"

namespace ofsearch {

// Fills authority, authority_code and region, by title, council line, addressees, opening and,
// last, by who is named most. An authority that a title names and the table does not know is kept
// as written.
void find_authority(const View& view, Metadata* metadata);

}  // namespace ofsearch
