// offetch: options to one call of the fetcher library to an exit status.
#include "common/system/exit_status.h"
#include "common/system/log.h"
#include "fetcher/actions.h"
#include "fetcher/options.h"

#include <exception>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
  using namespace ofsearch;
  Log log("offetch");
  auto options = parse_fetch_options(argc, argv);
  if (!options) {
    log.error(options.error());
    return kExitUsage;
  }
  if (!options->information.empty()) {
    std::cout << options->information;
    return kExitOk;
  }
  try {
    return run_fetch(*options, std::cout, Log("offetch", options->quiet));
  } catch (const std::exception& error) {
    log.error({ErrorCode::kInternal, std::string("an unexpected error: ") + error.what(), ""});
    return kExitIndex;
  }
}
