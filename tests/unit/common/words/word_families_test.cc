#include "common/words/word_families.h"

#include "common/words/stemmer.h"
#include "tests/support/catch.h"

#include <set>
#include <string>
#include <utility>

namespace ofsearch {

TEST_CASE("Irregular forms and spellings of a word have one stem") {
  Stemmer stemmer;
  for (const auto& [a, b] : {std::pair{"child", "children"},
                             {"person", "people"},
                             {"analysis", "analyse"},
                             {"analyses", "analyzing"},
                             {"organise", "organize"},
                             {"organisation", "organizations"},
                             {"prioritised", "prioritize"},
                             {"went", "going"},
                             {"behaviors", "behaviour"},
                             {"practised", "practice"},
                             {"inquiries", "enquiry"},
                             {"judgment", "judgement"},
                             {"written", "writes"},
                             {"pa", "pas"},
                             {"gp", "gps"},
                             {"lscb", "lscbs"},
                             {"rhi", "rhis"},
                             {"officer", "officers"},
                             {"organisation", "organisations"},
                             {"organization", "organisational"},
                             {"careful", "carefully"},
                             {"meeting", "meetings"},
                             {"office", "offices"},
                             {"responsibility", "responsible"}}) {
    INFO(a << " " << b);
    CHECK(std::string(stemmer.stem(a)) == std::string(stemmer.stem(b)));
  }
}

TEST_CASE("Words that only look alike keep apart") {
  Stemmer stemmer;
  for (const auto& [a, b] : {std::pair{"personal", "people"},
                             {"size", "sise"},
                             {"prize", "prise"},
                             {"citizen", "citisen"},
                             {"man", "mental"},
                             {"lazer", "laser"},
                             {"so", "sos"},
                             {"office", "officers"},
                             {"government", "governance"},
                             {"extremely", "extremism"},
                             {"organised", "organisations"},
                             {"care", "carefully"},
                             {"meet", "meetings"},
                             {"university", "universal"},
                             {"severe", "several"},
                             {"emergency", "emerging"},
                             {"responsible", "responsive"},
                             {"clas", "class"},
                             {"hi", "his"}}) {
    INFO(a << " " << b);
    CHECK(std::string(stemmer.stem(a)) != std::string(stemmer.stem(b)));
  }
}

TEST_CASE("No form stands in two families, and no head is a form") {
  std::set<std::string_view> forms;
  for (const IrregularForm& each : irregular_forms()) {
    INFO(each.form);
    CHECK(forms.insert(each.form).second);
  }
  for (const IrregularForm& each : irregular_forms()) CHECK(forms.count(each.head) == 0);
}

}  // namespace ofsearch
