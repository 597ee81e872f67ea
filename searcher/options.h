// The command line of ofsearch.
#pragma once

#include "common/system/result.h"
#include "searcher/present/formatter.h"
#include "searcher/results.h"

#include <string>
#include <vector>

namespace ofsearch {

struct SearchOptions {
  SearchRequest request;
  std::string db;
  std::string format = "text";
  OutputOptions output;
  std::string show, similar;           // ids
  std::vector<std::string> thesaurus;  // files added to the list compiled in
  bool allow_partial = false;
  size_t shard_timeout = 10;   // seconds
  bool colour_allowed = true;  // without --no-color
  std::string information;     // --help or --version: print this and stop
};

// kUsage for a mistake, also for a command line that asks for nothing.
Result<SearchOptions> parse_search_options(int argc, const char* const* argv);

}  // namespace ofsearch
