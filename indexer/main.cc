// ofindex: options to one call of the indexer library to an exit status.
#include "common/system/exit_status.h"
#include "common/system/log.h"
#include "indexer/actions.h"
#include "indexer/options.h"

#include <exception>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
  using namespace ofsearch;
  Log log("ofindex");
  auto options = parse_index_options(argc, argv);
  if (!options) {
    log.error(options.error());
    return kExitUsage;
  }
  if (!options->information.empty()) {
    std::cout << options->information;
    return kExitOk;
  }
  try {
    return run_action(*options, std::cout, Log("ofindex", options->quiet));
  } catch (const std::exception& error) {
    log.error({ErrorCode::kInternal, std::string("an unexpected error: ") + error.what(), ""});
    return kExitIndex;
  }
}
