// Reads the command line of ofsearch.
#pragma once

#include "common/system/result.h"
#include "searcher/present/formatter.h"
#include "searcher/results/results.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ofsearch {

// What is asked for: results, or what the option of that name gives instead.
enum class AskedFor {
  kResults,
  kShow,
  kSimilar,
  kDigest,
  kHistory,
  kOutcomes,
  kMatrix,
  kTrend,
  kSinceLast,
  kCompare,
  kOpen
};

struct SearchOptions {
  AskedFor answer = AskedFor::kResults;
  SearchRequest request;
  std::string db;
  std::string format = "text";
  OutputOptions output;
  std::string show, similar;               // ids
  std::string history, since_last;         // authority, as typed
  std::vector<std::string> compare;        // authorities, as typed
  std::string matrix;                      // "ROWS,COLUMNS": names of fields
  std::string trend;                       // "year" or "quarter"
  size_t open = 0;                         // number of the result to open; 0: none
  std::vector<std::string> of_lists;       // options given that shape a list of results
  size_t first_row = 0, most_rows = kAll;  // of a table
  std::vector<std::string> thesaurus;      // files added to the list compiled in
  bool allow_partial = false;
  size_t shard_timeout = 10;       // seconds
  size_t time_limit = 10;          // seconds
  std::string colour = "auto";     // or "always", "never"
  std::string links = "auto";      // or "always", "never"
  size_t width = 0;                // columns of the output; 0: those of the terminal
  std::vector<std::string> notes;  // on how the arguments were read, for people
  std::string information;         // --help or --version: print this and stop
};

// Returns what the arguments ask for. `configuration` is a file that says what argv does not, see
// parse_arguments(). Errors: kUsage for a mistake, also for a command line that asks for nothing.
Result<SearchOptions> parse_search_options(int argc, const char* const* argv,
                                           const std::filesystem::path& configuration = {});

}  // namespace ofsearch
