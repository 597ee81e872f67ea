// Tells what most of a document's text is set in.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

struct Typography {
  double body_size = 0;  // points
  double pitch = 0;      // from one line's top to the next, points
};

Typography measure_typography(const std::vector<Page>& pages);

}  // namespace ofsearch
