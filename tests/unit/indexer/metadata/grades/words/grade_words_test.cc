#include "indexer/metadata/grades/words/grade_words.h"

#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

TEST_CASE("grades are told from their words and nothing else") {
  struct Case {
    const char* words;
    const char* grade;
  };
  for (const Case& c :
       std::initializer_list<Case>{{"good", "good"},
                                   {"requires improvement", "requires improvement"},
                                   {"require improvement to be good", "requires improvement"},
                                   {"inadequate grade 4", "inadequate"},
                                   {"grade 2 good", "good"},
                                   {"outstanding1", "outstanding"},
                                   {"not judged", "not judged"}}) {
    INFO(c.words);
    CHECK(grade_from_words(c.words) == std::string(c.grade));
  }
  for (const char* words : {"", "3", "good enough", "to be good", "requires", "mostly good"}) {
    INFO(words);
    CHECK_FALSE(grade_from_words(words));
  }
}

}  // namespace
}  // namespace ofsearch
