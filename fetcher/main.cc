// offetch: options to one call of the fetcher library to an exit status.
#include "common/system/exit_status.h"
#include "common/system/last_words.h"
#include "common/system/log.h"
#include "common/terminal/standard_output.h"
#include "fetcher/actions.h"
#include "fetcher/options.h"

#include <iostream>

namespace {

int run(int argc, char** argv) {
  using namespace ofsearch;
  auto options = parse_fetch_options(argc, argv);
  if (!options) {
    Log("offetch").error(options.error());
    return kExitUsage;
  }
  if (!options->information.empty()) {
    std::cout << options->information;
    return end_of_output(kExitOk, Log("offetch"));
  }
  const Log log("offetch", options->quiet);
  return end_of_output(run_fetch(*options, std::cout, log), log);
}

}  // namespace

int main(int argc, char** argv) {
  return ofsearch::with_last_words([&] { return run(argc, argv); });
}
