// Finds the size of the letters that most of a document is set in.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Returns the size in points, to the half point; 0 if no size is known. A title page alone may have
// larger letters.
double usual_font_size(const std::vector<Page>& pages);

}  // namespace ofsearch
