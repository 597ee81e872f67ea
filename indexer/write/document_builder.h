// Makes the documents of the index from a report; common/index/schema.h describes them.
#pragma once

#include "common/index/field_phrases.h"
#include "common/records/record_packer.h"
#include "common/report/report.h"
#include "common/words/stemmer.h"
#include "common/words/words.h"

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>

namespace ofsearch {

// The index terms of a word, computed once a word.
struct IndexedWord {
  std::string stem;
  std::string found_by;     // term on passages: its stem's, or the stopword itself
  std::string report_stem;  // term on the report's document; empty for a stopword
  const PhraseFinder::Phrases* begun = nullptr;  // phrases that begin with it; mostly null
  uint32_t last_report = 0;                      // number of the last report that got its terms
};

// Not thread-safe.
class DocumentBuilder {
 public:
  // `packer` packs the records of passages.
  explicit DocumentBuilder(RecordPacker packer) : packer_(std::move(packer)) {}

  // Calls `take` with the document of each passage in order, then with that of the report: one at a
  // time, since all documents of a long report would take much memory.
  void build(const Report& report, const std::function<void(const Xapian::Document&)>& take);

 private:
  friend class PassageIndexer;

  IndexedWord& word(const std::string& term);
  PhraseFinder::Word phrase_word(const Token& token, const IndexedWord& word);

  RecordPacker packer_;
  std::unordered_map<std::string, IndexedWord> words_;
  std::unordered_map<std::string, const PhraseFinder::Phrases*> begun_by_owner_;
  Stemmer stemmer_;
  uint32_t reports_ = 0;
};

}  // namespace ofsearch
