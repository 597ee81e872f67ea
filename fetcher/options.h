// The command line of offetch.
#pragma once

#include "common/system/cli.h"
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

  std::string contact;  // who asks, for the User-Agent
  int delay = 1;        // seconds between two requests to a server
  int timeout = 30;     // seconds without an answer
  int retries = 4;      // of one request
  int max_size = 100;   // MB of a file
  std::string site = "https://reports.ofsted.gov.uk";
  std::string files = "https://files.ofsted.gov.uk";

  std::string run_report;  // file; "-" for standard output; empty for none
  bool quiet = false;
  std::string information;  // --help or --version: print this and stop
};

// kUsage for a mistake. `contact` comes from $OFFETCH_CONTACT if the option is not there.
Result<FetchOptions> parse_fetch_options(int argc, const char* const* argv);

// What --help shows, for the test of manual page and completions.
CommandLine fetch_command_line();

}  // namespace ofsearch
