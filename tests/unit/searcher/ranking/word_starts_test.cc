#include "searcher/ranking/word_starts.h"

#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "common/words/word_families.h"
#include "common/words/words.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

bool stem_may_begin(const std::string& stem, const std::string& printed) {
  WordStarts starts;
  starts.add_stem(stem);
  return starts.may_begin(printed);
}

bool word_may_begin(const std::string& word, const std::string& printed) {
  WordStarts starts;
  starts.add(word);
  return starts.may_begin(printed);
}

std::vector<std::string> short_beginnings() {
  std::vector<std::string> all = {""};
  for (size_t from = 0, length = 0; length < 3; ++length) {
    size_t end = all.size();
    for (; from < end; ++from)
      for (char letter : std::string("abcdegilnorstuyz")) all.push_back(all[from] + letter);
  }
  return all;
}

}  // namespace

TEST_CASE("Every word may begin as its stem does, however short") {
  const char* endings[] = {"",      "s",    "es",   "ed",     "ing",     "ings",  "y",     "ies",
                           "ied",   "ly",   "ness", "ation",  "able",    "ement", "eed",   "eedly",
                           "ingly", "ous",  "ive",  "ogi",    "ational", "izer",  "ss",    "sses",
                           "'s",    "ical", "ful",  "lessli", "yy",      "e",     "iviti", "ied"};
  Stemmer stemmer;
  size_t missed = 0;
  std::string first_missed;
  for (const std::string& beginning : short_beginnings())
    for (const char* ending : endings) {
      std::string word = beginning + ending;
      std::string term = word.empty() ? word : token_of_word(word).term;
      // Irregular words are looked for by name (ranking.cc).
      bool irregular = family_head(term) != term;
      if (term.empty() || irregular || stem_may_begin(stemmer.stem(term), word)) continue;
      if (missed++ == 0) first_missed = word;
    }
  INFO(first_missed);
  CHECK(missed == 0);
  for (const char* word : {"skies", "idly", "gently", "ugly", "early", "only", "singly", "Using"})
    CHECK(stem_may_begin(stemmer.stem(search_form(word)), word));
}

TEST_CASE("Words that begin otherwise are told apart by three letters") {
  CHECK(word_may_begin("foster", "Fostering"));
  CHECK_FALSE(word_may_begin("foster", "four"));
  CHECK(stem_may_begin("foster", "FOSTERED"));
  CHECK_FALSE(stem_may_begin("foster", "four"));
  CHECK_FALSE(stem_may_begin("use", "up"));
  CHECK_FALSE(word_may_begin("in", "into"));
  CHECK(word_may_begin("in", "IN"));
  CHECK(word_may_begin("16", "16"));
  CHECK_FALSE(word_may_begin("16", "167"));
}

TEST_CASE("What search form may change is not ruled out") {
  CHECK(word_may_begin("1200", "1,200"));
  CHECK(word_may_begin("file", "\uFB01le"));
  CHECK(word_may_begin("n\u00E9e", "ne\u0301e"));  // accents, in one and in two characters
  CHECK(word_may_begin("ne\u00E9", "nee\u0301"));
  CHECK(word_may_begin("it", "it\u2019s"));
}

}  // namespace ofsearch
