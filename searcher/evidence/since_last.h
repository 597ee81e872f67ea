// Shows what an authority's last report says must improve. Beside it stands what the report before
// said of the same matters (same_matter.h) and what later documents found.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"
#include "searcher/results/table.h"
#include "searcher/search.h"

#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

struct SinceLastRequest {
  std::string authority;  // as typed
  SearchRequest filters;  // what else selects documents; query and limits are ignored
};

// A passage of one of the documents below, by their indices, and what it finds of the topics for
// which it stands there. That is told from its sentences that speak of them, else from all of it.
struct PassageOf {
  size_t document = 0, passage = 0;
  Finding finding = Finding::kNeutral;
};

// Something that must improve.
struct Improvement {
  PassageOf said;
  std::vector<std::string> topics;  // of topics.h; empty where the passage speaks of none
  std::vector<PassageOf> before;    // what the report before said must improve, comparable
  std::vector<PassageOf> later;     // what documents after `said` found, comparable; by date
};

// The findings. "The last report" is the latest inspection that says what must improve; if there is
// none, the latest visit that does. Articles say nothing of their own.
struct SinceLast {
  bool last_is_inspection = false;  // not a visit
  std::string authority;            // the usual name
  std::vector<Report> documents;    // newest first, back to the report before
  std::optional<size_t> last, before;
  std::vector<Improvement> must_improve;     // what the last report says
  std::vector<Improvement> visits_add;       // what visits after it say, of other matters
  std::vector<Improvement> not_named_again;  // what only the one before says, of other matters
  std::vector<std::string> missing_shards;   // as SearchResults has them

  const Report& report(const PassageOf& place) const { return documents[place.document]; }
  const Passage& passage(const PassageOf& place) const {
    return documents[place.document].passages[place.passage];
  }
};

// Tells whether a passage says of its own what must improve. A line that only leads to a list, such
// as "What needs to improve:", asks for nothing. Neither does "There are no areas for priority
// action".
bool must_improve(const Passage& passage);

// Tells whether a report is of an inspection of an authority's services for children as a whole.
// Visits look at a part between such inspections, and other inspections look at more than the
// authority.
bool is_whole_inspection(const Report& report);

// Returns what must improve. `last` is empty if no document says what must improve. With a filter
// by topic, only what is of one of these topics is returned. Errors as history(), and kUsage for a
// filter by section or finding.
Result<SinceLast> since_last(Searcher* searcher, SinceLastRequest request);

// Returns a table with one row a passage, in groups by what must improve. `for_people`, it has only
// the passages of each document and topic that find most, and a note says how many are left out.
Table since_last_table(const SinceLast& since, bool for_people);

}  // namespace ofsearch
