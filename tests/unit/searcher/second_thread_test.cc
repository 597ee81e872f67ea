#include "searcher/second_thread.h"

#include "tests/support/catch.h"

#include <atomic>
#include <optional>
#include <stdexcept>

namespace ofsearch {

TEST_CASE("A second thread gives what its function returns or throws") {
  SecondThread<int> number([] { return 7; });
  SecondThread<int> failure([]() -> int { throw std::runtime_error("no index"); });
  CHECK(number.get() == 7);
  CHECK_THROWS_AS(failure.get(), std::runtime_error);
}

TEST_CASE("A second thread runs beside the first, and is waited for when it goes") {
  std::atomic<bool> done = false;
  {
    std::promise<int> asked, answered;
    auto question = asked.get_future();
    SecondThread<void> echo([&] {
      answered.set_value(get_soon(&question) + 1);
      std::this_thread::sleep_for(std::chrono::milliseconds(2));  // longer than it is waited awake
      done = true;
    });
    asked.set_value(1);
    auto answer = answered.get_future();
    CHECK(get_soon(&answer) == 2);
  }
  CHECK(done);
}

TEST_CASE("Who waits for a second thread's question is told that there will be none") {
  std::optional<std::promise<int>> asked(std::in_place);
  SecondThread<int> waiting(
      [question = asked->get_future()]() mutable { return get_soon(&question); });
  asked.reset();
  CHECK_THROWS_AS(waiting.get(), std::future_error);
}

}  // namespace ofsearch
