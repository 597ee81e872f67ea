#include "indexer/glass/coding.h"

#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch::glass {
namespace {

struct Row {
  uint32_t number;
  std::string bytes;
};

template <typename Append>
std::string appended(Append append, uint32_t number) {
  std::string out;
  append(&out, number);
  return out;
}

}  // namespace

TEST_CASE("Numbers in keys sort as numbers") {
  const std::vector<Row> rows = {{0, std::string("\0\0", 2)},
                                 {1, std::string("\0\x01", 2)},
                                 {8192, std::string("\x20\0", 2)},
                                 {0x7fff, "\x7f\xff"},
                                 {0x8000, std::string("\x80\x80\0", 3)},
                                 {70000, "\x81\x11\x70"},
                                 {0x3fffff, "\xbf\xff\xff"},
                                 {0x400000, std::string("\xc0\x40\0\0", 4)},
                                 {5000000, "\xc0\x4c\x4b\x40"},
                                 {0x20000000, std::string("\xe0\x20\0\0\0", 5)},
                                 {0xffffffff, "\xe0\xff\xff\xff\xff"}};
  std::string before;
  for (const Row& row : rows) {
    const std::string bytes = appended(append_sorted_number, row.number);
    CHECK(bytes == row.bytes);
    CHECK((before < bytes));
    before = bytes;
  }
}

TEST_CASE("Numbers in tags have seven bits a byte") {
  for (const Row& row : std::vector<Row>{{0, std::string("\0", 1)},
                                         {127, "\x7f"},
                                         {128, "\x80\x01"},
                                         {3000, "\xb8\x17"},
                                         {0xffffffff, "\xff\xff\xff\xff\x0f"}})
    CHECK(appended(append_number, row.number) == row.bytes);
}

TEST_CASE("A number at the end of a key has no byte to spare") {
  for (const Row& row : std::vector<Row>{{0, ""}, {6, "\x06"}, {256, std::string("\0\x01", 2)}})
    CHECK(appended(append_last_number, row.number) == row.bytes);
}

TEST_CASE("A zero byte in a key is told from its end") {
  std::string key;
  append_sorted_text(&key, std::string("a\0b", 3));
  CHECK(key == std::string("a\0\xff"
                           "b",
                           4));
}

}  // namespace ofsearch::glass
