// From a report to the documents of the index, as common/schema.h lays them out.
#pragma once

#include "common/index/field_phrases.h"
#include "common/report/record_packer.h"
#include "common/report/report.h"
#include "common/text/stemmer.h"

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>

namespace ofsearch {

// What becomes of a word in the index, found out once.
struct IndexedWord {
  std::string found_by;     // on passages: its stem, or a stopword as it is
  std::string report_stem;  // on the report's own document; none for a stopword
  const PhraseFinder::Phrases* begun = nullptr;  // phrases of the field; none for most words
  uint32_t last_report = 0;                      // that has its stem and itself
};

// Not for two threads.
class DocumentBuilder {
 public:
  // Passages are packed by `packer`.
  explicit DocumentBuilder(RecordPacker packer) : packer_(std::move(packer)) {}

  // Gives `take` the document of each passage in order, then that of the report; one at a time,
  // since all of a long report would take much memory.
  void build(const Report& report, const std::function<void(const Xapian::Document&)>& take);

 private:
  friend class PassageIndexer;

  IndexedWord& word(const std::string& term);

  RecordPacker packer_;
  std::unordered_map<std::string, IndexedWord> words_;
  Stemmer stemmer_;
  uint32_t reports_ = 0;
};

}  // namespace ofsearch
