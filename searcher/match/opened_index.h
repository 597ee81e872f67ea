// An opened index and what is remembered of it: all that one thread needs for searches.
#pragma once

#include "common/index/index.h"
#include "common/text/stemmer.h"
#include "searcher/match/document_data.h"
#include "searcher/match/facets.h"
#include "searcher/plan/index_terms.h"
#include "searcher/query/deadline.h"

#include <memory>
#include <optional>
#include <string>

namespace ofsearch {

// For one thread; does not move, as its parts refer to each other.
struct OpenedIndex {
  explicit OpenedIndex(Index opened)
      : index(std::move(opened)),
        terms(index.database, index.is_remote()),
        documents(std::make_shared<DocumentData>(index)),
        values(index.database) {}
  OpenedIndex(const OpenedIndex&) = delete;
  OpenedIndex& operator=(const OpenedIndex&) = delete;

  Deadline deadline;  // of the search that runs
  Index index;
  IndexTerms terms;
  std::shared_ptr<DocumentData> documents;
  ReportValues values;
  Stemmer stemmer;

  // The value of kDateSlot of the newest report; empty if no report has a date. Asked for once.
  const std::string& newest_date();

 private:
  std::optional<std::string> newest_date_;
};

}  // namespace ofsearch
