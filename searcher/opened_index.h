// An opened index and what is remembered of it: all that one thread needs for searches.
#pragma once

#include "common/database.h"
#include "common/terms.h"
#include "searcher/document_data.h"
#include "searcher/index_terms.h"
#include "searcher/value_counter.h"

#include <memory>

namespace ofsearch {

// For one thread; does not move, as its parts refer to each other.
struct OpenedIndex {
  explicit OpenedIndex(Index opened)
      : index(std::move(opened)),
        terms(index.database, index.is_remote()),
        documents(std::make_shared<DocumentData>(index)),
        values(index) {}
  OpenedIndex(const OpenedIndex&) = delete;
  OpenedIndex& operator=(const OpenedIndex&) = delete;

  Index index;
  IndexTerms terms;
  std::shared_ptr<DocumentData> documents;
  ValueCounter values;
  Stemmer stemmer;
};

}  // namespace ofsearch
