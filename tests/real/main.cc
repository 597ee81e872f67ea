// The session is run below, since there may be nothing to test.
#define CATCH_CONFIG_RUNNER
#include "tests/real/reports.h"
#include "tests/support/catch.h"

#include <cstdio>
#include <cstdlib>

namespace ofsearch::test {

std::filesystem::path reports_folder() {
  const char* given = std::getenv("OFSEARCH_REPORTS");
  return given != nullptr && *given != '\0' ? given : OFSEARCH_DEFAULT_REPORTS;
}

}  // namespace ofsearch::test

int main(int argc, char** argv) {
  constexpr int kSkipped = 77;  // what CTest takes for "skipped"
  std::filesystem::path folder = ofsearch::test::reports_folder();
  if (!std::filesystem::is_directory(folder)) {
    std::printf("skipped: there is no folder %s; OFSEARCH_REPORTS names another\n", folder.c_str());
    return kSkipped;
  }
  return Catch::Session().run(argc, argv);
}
