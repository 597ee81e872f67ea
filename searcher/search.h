// The search, as the command line and the server call it. One Searcher a thread.
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
    bool allow_partial = false;                    // do without shards that are down, and say so
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

  // Opens the index again if another generation has been published since. Where the new one cannot
  // be opened the old one stays, with the error. search(), report() and similar() do so first, and
  // answer from the old one where that fails; this is for callers that need generation() before.
  Result<void> follow();

  // That a search without one of its own has.
  std::chrono::milliseconds time_limit() const;

  // From now on no search goes on after `end`, whatever its own limit: an answer may need many.
  void finish_by(std::chrono::steady_clock::time_point end);

  // Names what is searched now; another build of the index has another name. [0-9a-f]{12}
  std::string generation() const;

  // The shards that results since the last forget_missing_shards() do without: of an answer that is
  // made of many searches.
  std::vector<std::string> missing_shards() const;
  void forget_missing_shards();

  // Ranked, filtered, counted. Errors: kUsage for a value that does not exist and for a query
  // beyond QueryLimits, kInterrupted where the time is over, kUnwritable where there is no room to
  // put passages aside, kIndexDamaged. An index that a new generation replaces meanwhile is opened
  // again and searched, and so is one whose server closed the connection. A shard that is down or
  // silent is an error that names it, or with `allow_partial` left out, looked for again after a
  // while, and named in the results.
  Result<SearchResults> search(const SearchRequest& request);

  // What the index has of names and dates, read once for each opening.
  Result<Vocabulary> vocabulary();

  // Mends words of `query` that no report has and whose correction is certain (spelling.h).
  Result<std::vector<Correction>> mend_spelling(ParsedQuery* query);

  // A whole report: all its passages in order. `part`: its id, or as much of its beginning as no
  // other has. kNotFound if there is none of that id, kUsage if there are several.
  Result<Report> report(const std::string& part);

  // Up to `limit` reports similar to the one with this id, best first, each with the words that
  // they share (ReportHit::shared_words). Errors as report().
  Result<SearchResults> similar(const std::string& id, size_t limit);

 private:
  struct State;
  explicit Searcher(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace ofsearch
