// Reads the command line of ofserve.
#pragma once

#include "common/system/result.h"
#include "searcher/web/server/site.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ofsearch::web {

struct ServeOptions {
  std::string db;
  std::vector<std::string> thesaurus;  // files added to the list compiled in
  bool allow_partial = false;
  size_t shard_timeout = 10;  // seconds
  std::string address = "127.0.0.1";
  uint16_t port = 8080;
  size_t threads = 0;  // 0: one a processor
  bool open_browser = false;
  bool quiet = false;
  Site site;
  std::string information;  // --help or --version: print this and stop
};

// Returns what the arguments ask for. Errors: kUsage for a mistake.
Result<ServeOptions> parse_serve_options(int argc, const char* const* argv);

}  // namespace ofsearch::web
