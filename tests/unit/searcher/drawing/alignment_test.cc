#include "searcher/drawing/alignment.h"

#include "tests/support/catch.h"

#include <random>

namespace ofsearch {
namespace {

// What of `page` is found to print `passage`, from first to last letter.
std::string found(const std::string& passage, const std::string& page) {
  Letters wanted = letters_of(passage), printed = letters_of(page);
  std::vector<size_t> places = align(wanted.text, printed.text);
  size_t first = kNowhere, last = 0;
  for (size_t place : places)
    if (place != kNowhere) {
      first = std::min(first, place);
      last = std::max(last, place);
    }
  if (first == kNowhere) return "";
  size_t begin = printed.sources[first], end = printed.sources[last] + 1;
  return page.substr(begin, end - begin);
}

}  // namespace

TEST_CASE("letters are compared whatever their case, marks and ligatures") {
  CHECK(letters_of("Of\xEF\xAC\x81"
                   "cers’ 2nd co-operation!")
            .text == "officers2ndcooperation");
  CHECK(letters_of("a–é").sources == std::vector<size_t>{0, 4});
  CHECK(letters_of("a–я").sources == std::vector<size_t>{0, 4, 4});
}

TEST_CASE("a passage is found between others, though the page breaks its words") {
  CHECK(found("Social workers know their children well.",
              "9 Plans are late. 10 Social work-\ners know their\nchildren well. 11 Next.") ==
        "Social work-\ners know their\nchildren well");
}

TEST_CASE("what of a passage goes on over the page is found on both pages") {
  std::string passage =
      "Leaders have a clear plan for the service, and they check that it is kept.";
  CHECK(found(passage, "5 Before. 6 Leaders have a clear plan for the service,") ==
        "Leaders have a clear plan for the service");
  CHECK(found(passage, "and they check that it is kept. 7 After it.") ==
        "and they check that it is kept");
}

TEST_CASE("what a page does not print is not found") {
  CHECK(found("Care leavers have a good offer.", "Something else stands here altogether.").empty());
  CHECK(found("", "Something").empty());
  CHECK(found("Short", "").empty());
  CHECK(
      found("Leaders have no grip on it at all, said the staff who left.", "Leaders have no time.")
          .empty());
}

TEST_CASE("a passage put anywhere between other words is found as it is") {
  std::mt19937 random(std::random_device{}());
  auto words = [&](size_t count) {
    std::string text;
    for (size_t i = 0; i < count; ++i) {
      for (size_t letters = 2 + random() % 8; letters > 0; --letters)
        text.push_back(static_cast<char>('a' + random() % 26));
      text.push_back(' ');
    }
    return text;
  };
  for (int i = 0; i < 200; ++i) {
    std::string passage = words(12 + random() % 60), before = words(random() % 200);
    passage.pop_back();
    CAPTURE(before, passage);
    CHECK(found(passage, before + passage + " " + words(random() % 200)) == passage);
  }
}

}  // namespace ofsearch
