#include "searcher/web/parts/whole_text.h"

#include "tests/support/catch.h"

#include <new>
#include <ostream>
#include <streambuf>

namespace ofsearch::web {
namespace {

struct NoMemory : std::streambuf {
  int overflow(int) override { throw std::bad_alloc(); }
};

TEST_CASE("an answer for which memory is missing is none, and no shorter one") {
  NoMemory buffer;
  std::ostringstream text = whole_text();
  text.std::ostream::rdbuf(&buffer);
  CHECK_THROWS_AS(text << "more", std::bad_alloc);
}

TEST_CASE("an answer for which there is memory is what was written") {
  std::ostringstream text = whole_text();
  text << "one " << 2;
  CHECK(text.str() == "one 2");
}

}  // namespace
}  // namespace ofsearch::web
