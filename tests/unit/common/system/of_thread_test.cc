#include "common/system/of_thread.h"

#include "tests/support/catch.h"

#include <thread>

namespace ofsearch {
namespace {

int living = 0;

struct Counted {
  Counted() { ++living; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  ~Counted() { --living; }
};

Counted& counted() {
  return of_thread([] { return std::make_unique<Counted>(); });
}

}  // namespace

TEST_CASE("Each thread has its own object, as long as it lives") {
  const Counted* other = nullptr;
  std::thread([&] {
    other = &counted();
    CHECK(&counted() == other);
    CHECK(living == 1);
  }).join();
  CHECK(living == 0);
  CHECK(&counted() == &counted());
  CHECK(living == 1);
}

TEST_CASE("What making the object of a thread throws is thrown, and it is made at the next call") {
  bool fails = true;
  static bool* const kFails = &fails;
  auto number = []() -> int& {
    return of_thread([] {
      if (*kFails) throw std::bad_alloc();
      return std::make_unique<int>(7);
    });
  };
  CHECK_THROWS_AS(number(), std::bad_alloc);
  fails = false;
  CHECK(number() == 7);
}

}  // namespace ofsearch
