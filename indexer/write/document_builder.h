// From a report to the documents of the index, as common/schema.h lays them out.
#pragma once

#include "common/index/field_phrases.h"
#include "common/report/record_packer.h"
#include "common/report/report.h"
#include "common/text/stemmer.h"
#include "indexer/write/index_document.h"

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>

namespace ofsearch {

// What becomes of a word in the index, found out once.
struct IndexedWord {
  IndexTerm* found_by = nullptr;     // on passages: its stem, or a stopword as it is
  IndexTerm* report_stem = nullptr;  // on the report's own document; none for a stopword
  IndexTerm* report_word = nullptr;
  IndexTerm* as_written = nullptr;               // for servers
  const PhraseFinder::Phrases* begun = nullptr;  // phrases of the field; none for most words
  uint32_t last_report = 0;                      // that has its stem and itself
};

// A phrase or meaning, on passages and on the report's own document.
struct MarkTerms {
  IndexTerm* on_passage = nullptr;
  IndexTerm* on_report = nullptr;
};

// Makes the documents of one segment. Not for two threads.
class DocumentBuilder {
 public:
  // Passages are packed by `packer`. `with_positions`: for stock servers, see common/schema.h.
  DocumentBuilder(RecordPacker packer, bool with_positions)
      : packer_(std::move(packer)), with_positions_(with_positions) {}

  // Gives `take` the document of each passage in order, then that of the report; one at a time,
  // since all of a long report would take much memory. Their terms live as long as the builder.
  void build(const Report& report, const std::function<void(const IndexDocument&)>& take);

 private:
  friend class PassageIndexer;

  IndexedWord& word(const std::string& term);
  const MarkTerms& mark(const std::string& term);

  RecordPacker packer_;
  bool with_positions_;
  TermTable terms_;
  std::unordered_map<std::string, IndexedWord> words_;
  std::unordered_map<std::string, MarkTerms> marks_;
  Stemmer stemmer_;
  uint32_t reports_ = 0;
};

}  // namespace ofsearch
