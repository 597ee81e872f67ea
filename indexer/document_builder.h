// From a report to the documents of the index, as common/schema.h lays them out.
#pragma once

#include "common/acronyms.h"
#include "common/report.h"
#include "common/terms.h"

#include <xapian.h>

#include <vector>

namespace ofsearch {

struct ReportDocuments {
  Xapian::Document report;
  std::vector<Xapian::Document> passages;
};

// Not for two threads.
class DocumentBuilder {
 public:
  ReportDocuments build(const Report& report);

 private:
  Stemmer stemmer_;
};

}  // namespace ofsearch
