// Finds when inspectors were on site, when the report came out, and the year.
#pragma once

#include "common/report/report.h"
#include "indexer/metadata/view/view.h"

namespace ofsearch {

// Fills inspection_start, inspection_end, published and year, with warnings where the document
// contradicts itself. Returns the days on site: the days of all periods printed, those parted by
// nothing but a weekend counted as one; 0 if no dates were found.
int find_inspection_dates(const View& view, Metadata* metadata);

}  // namespace ofsearch
