// Makes a plan from the query tree: what matches passages in an index, and what scores and marks
// them. It is a fold: the plan of a node is made from the plans of its children.
#pragma once

#include "common/field/thesaurus/everyday.h"
#include "common/field/thesaurus/thesaurus.h"
#include "common/system/result.h"
#include "common/words/stemmer.h"
#include "searcher/plan/lookup/index_terms.h"
#include "searcher/plan/plan.h"
#include "searcher/query/limits.h"
#include "searcher/query/query_parser.h"

#include <functional>
#include <string>
#include <vector>

namespace ofsearch {

struct PlanOptions {
  // See RankingSettings.
  double most_idf = 4.5, expansion = 0.8, direction_weight = 0.4, free_share = 0.8;
  // The index marks the phrases that `thesaurus` knows (field_phrases.h).
  bool phrases_marked = false;
  bool or_joins = true;                // "or" in lower case joins what stands beside it
  bool exact = false;                  // words only as they are written, and nothing added
  std::vector<std::string> without;    // words that are not added
  const Everyday* everyday = nullptr;  // the everyday sayings; null: none
  // Stops the search of phrases at the time limit; may be empty. See deadline.h.
  Xapian::Query clock = {};
  QueryLimits limits = kQueryLimits;
  // Returns the documents that a filter selects. Errors: kUsage for a value that does not exist.
  std::function<Result<Xapian::Query>(const QueryFilter&)> filter = {};
  bool widens_denied = true;  // "inaccessible" finds "not accessible", too
};

// Looks words up in `index` (frequencies, compounds, wildcards). Errors: those of `options.filter`;
// kUsage if phrases or words that must be there would read too much. May throw Xapian::Error.
Result<SearchPlan> make_plan(const ParsedQuery& query, IndexTerms* index,
                             const Thesaurus& thesaurus, Stemmer* stemmer,
                             const PlanOptions& options);

}  // namespace ofsearch
