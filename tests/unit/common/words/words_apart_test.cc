#include "common/words/words_apart.h"

#include "common/words/stemmer.h"
#include "common/words/word_families.h"
#include "tests/support/catch.h"

#include <xapian.h>

#include <set>
#include <string>
#include <utility>

namespace ofsearch {

TEST_CASE("Words of one stem and another meaning are other words") {
  Stemmer stemmer;
  for (const auto& [a, b] : {std::pair{"medication", "medical"},
                             {"centred", "centre"},
                             {"centered", "center"},
                             {"missed", "missing"},
                             {"minor", "minority"},
                             {"effect", "effective"},
                             {"consists", "consistent"},
                             {"author", "authority"},
                             {"informal", "information"},
                             {"manageable", "managers"},
                             {"provider", "provided"},
                             {"housing", "house"},
                             {"locality", "local"},
                             {"security", "secure"},
                             {"initiative", "initial"},
                             {"initiated", "initially"},
                             {"requirement", "requires"},
                             {"supportive", "support"},
                             {"different", "difference"},
                             {"highly", "high"},
                             {"allowances", "allowed"},
                             {"occupational", "occupancy"},
                             {"timely", "time"},
                             {"permanent", "permanence"},
                             {"translation", "translated"},
                             {"secondment", "second"}}) {
    INFO(a << " " << b);
    CHECK(std::string(stemmer.stem(a)) != std::string(stemmer.stem(b)));
  }
}

TEST_CASE("Forms of a word stay together, and nouns with their verb") {
  Stemmer stemmer;
  for (const auto& [a, b] : {std::pair{"centre", "centres"},
                             {"center", "centres"},
                             {"centered", "centred"},
                             {"medical", "medicals"},
                             {"medication", "medicate"},
                             {"missed", "misses"},
                             {"care", "cared"},
                             {"cares", "caring"},
                             {"manager", "management"},
                             {"assess", "assessments"},
                             {"permanence", "permanency"},
                             {"inform", "information"},
                             {"requires", "required"},
                             {"recruit", "recruitment"},
                             {"parents", "parenting"},
                             {"embed", "embedded"},
                             {"embeds", "embedding"},
                             {"add", "added"},
                             {"minority", "minorities"}}) {
    INFO(a << " " << b);
    CHECK(std::string(stemmer.stem(a)) == std::string(stemmer.stem(b)));
  }
}

TEST_CASE("A row keeps its words apart, and no word stands in two") {
  const Xapian::Stem plain("english");
  std::set<std::string_view> words;
  for (const WordApart& each : words_apart()) {
    INFO(each.word);
    CHECK(words.insert(each.word).second);
    if (each.word == each.stem) CHECK(plain(std::string(each.word)) != each.stem);  // does nothing
    CHECK(family_head(each.word) == each.word);  // else the row is not looked at
  }
}

}  // namespace ofsearch
