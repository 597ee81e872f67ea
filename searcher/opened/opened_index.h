// An opened index with its caches: all that one thread needs for searches.
#pragma once

#include "common/index/index.h"
#include "common/words/stemmer.h"
#include "searcher/opened/document_data.h"
#include "searcher/opened/facets.h"
#include "searcher/opened/index_words.h"
#include "searcher/plan/lookup/index_terms.h"
#include "searcher/query/deadline.h"

#include <memory>
#include <optional>
#include <string>

namespace ofsearch {

// Not thread-safe. It cannot be moved, since its parts refer to each other.
struct OpenedIndex {
  explicit OpenedIndex(Index opened)
      : index(std::move(opened)),
        terms(index.database, index.is_remote()),
        words(index.database),
        documents(std::make_shared<DocumentData>(index)),
        values(index.database) {}
  OpenedIndex(const OpenedIndex&) = delete;
  OpenedIndex& operator=(const OpenedIndex&) = delete;

  Deadline deadline;  // of the current search
  Index index;
  IndexTerms terms;
  IndexWords words;
  std::shared_ptr<DocumentData> documents;
  ReportValues values;
  Stemmer stemmer;

  // Returns the value of kDateSlot of the newest report; empty if no report has a date. It is read
  // once. May throw Xapian::Error.
  const std::string& newest_date();

 private:
  std::optional<std::string> newest_date_;
};

}  // namespace ofsearch
