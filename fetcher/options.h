// Reads the command line of offetch.
#pragma once

#include "common/options/cli.h"
#include "common/system/result.h"

#include <string>
#include <vector>

namespace ofsearch {

struct FetchOptions {
  std::string folder;
  std::vector<std::string> authorities;  // as typed; empty for all
  std::vector<std::string> types;        // of report_types.h; empty for all
  std::string since;                     // ISO date of publication; empty for all
  bool dry_run = false;
  bool refresh = false;
  bool allow_shrink = false;

  std::string contact;  // mail or web address, for the User-Agent header
  int delay = 1;        // seconds between two requests to a server
  int timeout = 30;     // seconds that a server may be silent
  int retries = 4;      // of one request, after the first try
  int max_size = 100;   // MB of a file
  std::string site = "https://reports.ofsted.gov.uk";
  std::string files = "https://files.ofsted.gov.uk";

  std::string run_report;  // file; "-" for standard output; empty for none
  bool quiet = false;
  std::string information;  // --help or --version: print this and stop
};

// Returns what the arguments ask for. `contact` is taken from $OFFETCH_CONTACT if the option is not
// given. Errors: kUsage.
Result<FetchOptions> parse_fetch_options(int argc, const char* const* argv);

// Returns the command line, for tests.
CommandLine fetch_command_line();

}  // namespace ofsearch
