// ofindex: options to one call of the indexer library to an exit status.
#include "common/system/exit_status.h"
#include "common/system/last_words.h"
#include "common/system/log.h"
#include "common/terminal/standard_output.h"
#include "indexer/actions.h"
#include "indexer/options.h"

#include <iostream>

namespace {

int run(int argc, char** argv) {
  using namespace ofsearch;
  auto options = parse_index_options(argc, argv);
  if (!options) {
    Log("ofindex").error(options.error());
    return kExitUsage;
  }
  if (!options->information.empty()) {
    std::cout << options->information;
    return end_of_output(kExitOk, Log("ofindex"));
  }
  const Log log("ofindex", options->quiet);
  return end_of_output(run_action(*options, std::cout, log), log);
}

}  // namespace

int main(int argc, char** argv) {
  return ofsearch::with_last_words([&] { return run(argc, argv); });
}
