#include "searcher/web/parts/query/filter_words.h"

#include "tests/support/catch.h"

namespace ofsearch::web {
namespace {

std::string words(std::string_view name, std::string_view typed) {
  const FilterWords words = filter_words(name, typed);
  return words.field + ": " + words.value;
}

}  // namespace

TEST_CASE("a filter is called the same however it was typed") {
  CHECK(words("grade", "ri") == "Overall grade: Requires improvement");
  CHECK(words("grade", "leaders:ri") == "Judgement: Leaders: requires improvement");
  CHECK(words("grade", "leaders:good+adoption:ri") ==
        "Judgement: Leaders: good and Adoption: requires improvement");
  CHECK(words("grade", "inadequate to good") == "Overall grade: Inadequate to good");
  CHECK(words("authority", "city of kingston upon hull") == "Authority: Kingston upon Hull");
  CHECK(words("authority", "hull, bournemouth") == "Authority: Kingston upon Hull or Bournemouth");
  CHECK(words("authority", "bournemouth, christchurch and poole") ==
        "Authority: Bournemouth, Christchurch and Poole");
  CHECK(words("authority", "unknown") == "Authority: Not known");
  CHECK(words("year", "2018..") == "Year: 2018 or later");
  CHECK(words("year", "2016,2018..2020") == "Year: 2016 or 2018 to 2020");
  CHECK(words("type", "focused visit") == words("visit_type", "focused-visit"));
  CHECK(words("from", "2018-06-03") == "From: 3 June 2018");
  CHECK(words("to", "last year") == "To: last year");
  CHECK(words("indexed-since", "2026-01-05T10:00:00Z") == "New since: 5 January 2026");
}

TEST_CASE("a type of visit that stands for several is told from the one of the same name") {
  CHECK(words("type", "ilacs") ==
        "Type of visit: All ILACS inspections: standard, short and of unclear length");
  CHECK(words("type", "ilacs-unclear") == "Type of visit: Inspection (ILACS) of unclear length");
  CHECK(words("type", "ilacs-short") == "Type of visit: Short inspection (ILACS)");
  CHECK(words("finding", "any") == "Finding of the passage: Any");
  CHECK(one_value("visit_type", "ilacs").typed == "ilacs-unclear");
  CHECK(one_value("visit_type", "ilacs").label == "Inspection (ILACS) of unclear length");
  CHECK(one_value("visit_type", "ilacs-short").typed == "ilacs-short");
  CHECK(one_value("authority", "Leeds").typed == "Leeds");
}

}  // namespace ofsearch::web
