// Lines that mail programs and sites print around a text: footers of newsletters, notices of
// confidentiality, banners about cookies.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Takes them out, with the lines of the same block that go on with them.
void drop_notices(std::vector<Page>* pages);

}  // namespace ofsearch
