// Reads the command line of ofindex.
#pragma once

#include "common/options/cli.h"
#include "common/system/result.h"

#include <string>
#include <vector>

namespace ofsearch {

struct IndexOptions {
  enum Action { kBuild, kInspect, kCheck, kStats, kRollback };
  Action action = kBuild;
  std::vector<std::string> paths;
  std::string db;

  bool rebuild = false;
  bool retry_failed = false;
  bool allow_shrink = false;
  std::string remove_root;  // empty: none
  int jobs = 0;             // 0: one a core
  int shards = 0;           // 0: as the index has
  int keep = 2;             // generations
  int memory_limit = 1024;  // MB a document
  int time_limit = 0;       // seconds a document; 0: ReadingLimits.seconds
  bool no_sandbox = false;
  bool ocr = false, no_ocr = false;  // neither: as the index was built
  std::string corrections;           // CSV file; empty for none
  std::string run_report;            // file; "-" for standard output; empty for none

  bool passages = false;        // with kInspect: the passages too
  bool warnings = false;        // with kStats: what is doubtful instead
  std::string format = "text";  // of kInspect: text or jsonl; of kStats: text or json
  bool quiet = false;
  std::string information;  // --help or --version: print this and stop
};

// Returns what the arguments ask for. Errors: kUsage for a mistake.
Result<IndexOptions> parse_index_options(int argc, const char* const* argv);

// Returns what --help shows, for the test of manual page and completions.
CommandLine index_command_line();

}  // namespace ofsearch
