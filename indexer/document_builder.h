// From a report to the documents of the index, as common/schema.h lays them out.
#pragma once

#include "common/acronyms.h"
#include "common/passage_store.h"
#include "common/report.h"
#include "common/terms.h"

#include <xapian.h>

#include <functional>
#include <string>
#include <unordered_map>

namespace ofsearch {

// What becomes of a word in the index, found out once.
struct IndexedWord {
  std::string stem;
  std::string stem_term;
  bool stopword = false;
  // The numbers of the last report that has the word, and of the last that has its stem by it.
  size_t last_use = 0, last_report = 0;
};

// Not for two threads.
class DocumentBuilder {
 public:
  // `with_positions`: for stock servers, see common/schema.h.
  explicit DocumentBuilder(bool with_positions) : with_positions_(with_positions) {}

  // Gives `take` the document of each passage in order, then that of the report; one at a time,
  // since all of a long report would take much memory.
  void build(const Report& report, PassageWriter* passages,
             const std::function<void(const Xapian::Document&)>& take);

 private:
  IndexedWord& word(const std::string& term);

  std::unordered_map<std::string, IndexedWord> words_;
  bool with_positions_;
  Stemmer stemmer_;
  size_t reports_ = 0;
};

}  // namespace ofsearch
