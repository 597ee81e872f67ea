// The command line of ofindex.
#pragma once

#include <string>
#include <vector>

#include "common/result.h"

namespace ofsearch {

struct IndexOptions {
  std::vector<std::string> paths;
  std::string db;
  bool inspect = false;
  bool passages = false;          // with --inspect: the passages too
  std::string format = "text";    // of --inspect: text or jsonl
  bool quiet = false;
  std::string information;        // --help or --version: print this and stop
};

// kUsage for a mistake.
Result<IndexOptions> parse_index_options(int argc, const char* const* argv);

}  // namespace ofsearch
