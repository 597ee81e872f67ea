// The test runner: that of Catch2, and what it says of test cases that were skipped.
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"
#include "tests/support/skipped.h"

#include <cstdio>

namespace ofsearch::test {
namespace {

#if defined(CATCH_VERSION_MAJOR) && CATCH_VERSION_MAJOR == 2
using Listener = Catch::TestEventListenerBase;
#else
using Listener = Catch::EventListenerBase;
#endif

int ran = 0, skipped = 0;     // test cases
bool is_skipped = false;      // the one that runs
constexpr int kSkipped = 77;  // what CTest takes for "skipped"

class Counting : public Listener {
 public:
  using Listener::Listener;

  void testCaseStarting(const Catch::TestCaseInfo& /*info*/) override { is_skipped = false; }

  void testCaseEnded(const Catch::TestCaseStats& /*stats*/) override {
    ++ran;
    if (is_skipped) ++skipped;
  }
};
CATCH_REGISTER_LISTENER(Counting)

}  // namespace

void skip(const std::string& why) {
  if (!is_skipped) std::printf("skipped: %s\n", why.c_str());
  is_skipped = true;
}

}  // namespace ofsearch::test

int main(int argc, char** argv) {
  using namespace ofsearch::test;
  const int failed = Catch::Session().run(argc, argv);
  if (failed != 0 || skipped == 0) return failed;
  std::printf("skipped: %d of %d test cases\n", skipped, ran);
  return skipped == ran ? kSkipped : 0;
}
