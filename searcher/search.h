// Declares the search, as the command line and the server call it. Each thread has one Searcher of
// its own.
#pragma once

#include "common/field/thesaurus/thesaurus.h"
#include "common/system/result.h"
#include "searcher/ranking/ranking.h"
#include "searcher/results/results.h"
#include "searcher/understand/words/understood.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace ofsearch {

class Searcher {
 public:
  struct Options {
    bool allow_partial = false;  // whether to do without shards that are down, and say so
    std::chrono::milliseconds answer_time{10000};  // of a server that holds a shard
    std::chrono::milliseconds time_limit{10000};   // of a search, on this machine
    const Thesaurus* thesaurus = nullptr;  // null: the built-in one; must outlive the Searcher
    RankingSettings ranking;
  };

  // Opens the index at `path`. Errors as open_index().
  static Result<Searcher> open(const std::filesystem::path& path, const Options& options);
  static Result<Searcher> open(const std::filesystem::path& path) { return open(path, {}); }

  ~Searcher();
  Searcher(Searcher&&) noexcept;

  // Opens the index again if another generation has been published since. If the new one cannot be
  // opened, the old one stays and the error is returned. search(), report() and similar() do so
  // first, and answer from the old one if that fails. This function is for callers that need
  // generation() before.
  Result<void> follow();

  // Returns the time limit of a search that has none of its own.
  std::chrono::milliseconds time_limit() const;

  // Lets no search go on after `end` from now on, whatever its own limit: an answer may need many.
  void finish_by(std::chrono::steady_clock::time_point end);

  // Returns the name of what is searched now, [0-9a-f]{12}. Another build of the index has another
  // name.
  std::string generation() const;

  // Returns the shards that results since the last forget_missing_shards() do without. It is for an
  // answer that is made of many searches.
  std::vector<std::string> missing_shards() const;
  void forget_missing_shards();

  // Returns the results of `request`: ranked, filtered and counted.
  // Errors: kUsage for a value that does not exist and for a query beyond QueryLimits, kInterrupted
  // if the time is over, kUnwritable if there is no room to put passages aside, kIndexDamaged.
  // An index that a new generation replaces meanwhile is opened again and searched, and so is one
  // whose server closed the connection. A shard that is down or silent is an error that names it.
  // With `allow_partial` such a shard is left out, named in the results, and looked for again after
  // a while.
  Result<SearchResults> search(const SearchRequest& request);

  // Returns when the latest report entered the index, ISO 8601 UTC; empty if there is none. It is
  // read once for each opening.
  Result<std::string> latest_entry();

  // Returns the names and dates that the index has. They are read once for each opening.
  Result<Vocabulary> vocabulary();

  // Mends words of `query` that no report has and whose correction is certain (spelling.h).
  Result<std::vector<Correction>> mend_spelling(ParsedQuery* query);

  // Returns a whole report with all its passages in order. `part` is its id, or as much of its
  // beginning as no other id has. Errors: kNotFound if no id begins so, kUsage if several do.
  Result<Report> report(const std::string& part);

  // Returns up to `limit` reports similar to the one with this id, best first. Each has the words
  // that they share (ReportHit::shared_words). Errors as report().
  Result<SearchResults> similar(const std::string& id, size_t limit);

 private:
  struct State;
  explicit Searcher(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace ofsearch
