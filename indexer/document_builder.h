// From a report to the documents of the index, as common/schema.h lays them out.
#pragma once

#include "common/acronyms.h"
#include "common/report.h"
#include "common/terms.h"

#include <xapian.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace ofsearch {

struct ReportDocuments {
  Xapian::Document report;
  std::vector<Xapian::Document> passages;
};

// What becomes of a word in the index, found out once.
struct IndexedWord {
  std::string stem;
  std::string stem_term;
  bool stopword = false;
  size_t last_report = 0;  // the number of the last report that has it
};

// Not for two threads.
class DocumentBuilder {
 public:
  ReportDocuments build(const Report& report);

 private:
  std::unordered_map<std::string, IndexedWord> words_;
  Stemmer stemmer_;
  size_t reports_ = 0;
};

}  // namespace ofsearch
