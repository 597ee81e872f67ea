// Finds the overall grade and the judgements: weighs all readings of the document against each
// other.
#pragma once

#include "common/report/report.h"
#include "indexer/metadata/view/view.h"

namespace ofsearch {

// Fills grade and judgements; visit type and dates are already there. Tables are read first, then
// headings and sentences; two readings that disagree give "unknown" and a warning.
void find_grades(const View& view, Metadata* metadata);

}  // namespace ofsearch
