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

// What words of one stem have in common in the index.
struct WordRoot {
  std::string term;            // by which passages are found
  std::string stem;            // empty for a stopword, which is found as it is
  Xapian::termcount uses = 0;  // in the passage at hand
  size_t last_report = 0;      // the number of the last report that has it
};

// What becomes of a word in the index, found out once.
struct IndexedWord {
  WordRoot* root = nullptr;
  size_t last_report = 0;  // the number of the last report that has it
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

  bool with_positions_;
  std::unordered_map<std::string, IndexedWord> words_;
  std::unordered_map<std::string, WordRoot> roots_;  // by their terms
  Xapian::Stem stemmer_{"english"};
  size_t reports_ = 0;
};

}  // namespace ofsearch
