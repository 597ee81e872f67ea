#include "searcher/understand/spelling/question_words.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

TEST_CASE("A slip in a question word is known") {
  CHECK(question_word_meant("wich", "councils") == "which");
  CHECK(question_word_meant("wihch", "councils") == "which");
  CHECK(question_word_meant("whcih", "councils") == "which");
  CHECK(question_word_meant("wat", "does") == "what");
  CHECK(question_word_meant("waht", "does") == "what");
  CHECK(question_word_meant("hwo", "do") == "how");
  CHECK(question_word_meant("hwo", "inspected") == "who");
  CHECK(question_word_meant("wehre", "is") == "where");
  CHECK(question_word_meant("wen", "is") == "when");
  CHECK(question_word_meant("whyy", "is") == "why");
}

TEST_CASE("Other words are no slips of question words") {
  CHECK(question_word_meant("which", "councils").empty());
  CHECK(question_word_meant("how", "do").empty());
  CHECK(question_word_meant("hat", "shops").empty());
  CHECK(question_word_meant("witch", "craft").empty());
  CHECK(question_word_meant("wo", "is").empty());
  CHECK(question_word_meant("show", "me").empty());
  CHECK(question_word_meant("", "").empty());
}

}  // namespace
}  // namespace ofsearch
