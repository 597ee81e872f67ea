#include "searcher/understand/spelling/spelling.h"

#include "searcher/query/limits.h"
#include "searcher/understand/spelling/near_words.h"
#include "tests/support/catch.h"

namespace ofsearch {
namespace {

// An index of words, each in so many reports.
Xapian::WritableDatabase index_of(const std::vector<std::pair<std::string, int>>& words) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const auto& [word, reports] : words)
    for (int i = 0; i < reports; ++i) {
      Xapian::Document document;
      document.add_term(word);
      database.add_document(document);
    }
  return database;
}

// "query after | typed>searched ...".
std::string mended(const std::string& query, const Xapian::Database& database) {
  ParsedQuery parsed = parse_query(query);
  std::string out, changes;
  IndexWords words(database);
  for (const Correction& each : mend_spelling(&parsed, {}, &words))
    changes += " " + each.typed + ">" + each.searched;
  for (const QueryNode& node : parsed.root.children) out += describe(node) + " ";
  return out + "|" + changes;
}

TEST_CASE("A word that no report has is mended where the correction is certain") {
  const auto database = index_of({{"advocacy", 40},
                                  {"children", 90},
                                  {"balanced", 60},
                                  {"stability", 30},
                                  {"registered", 50},
                                  {"recruitment", 20},
                                  {"wider", 30},
                                  {"wiser", 25},
                                  {"visible", 2},
                                  {"contact", 50},
                                  {"contract", 40}});
  const struct {
    const char *query, *expected;
  } kCases[] = {
      {"advocasy for childern", "advocacy for children | advocasy>advocacy childern>children"},
      {"recruitmant", "recruitment | recruitmant>recruitment"},
      {"reecruitmant", "recruitment | reecruitmant>recruitment"},
      // Would turn the meaning.
      {"unbalanced", "unbalanced |"},
      {"unregistred", "unregistred |"},
      {"instability", "instability |"},
      // Two words are as likely; few reports have the word; too short to tell.
      {"wiber", "wiber |"},
      {"contrct", "contrct |"},
      {"visiblee", "visiblee |"},
      {"kide", "kide |"},
      // Names and terms of the field are words, and so is what stands in quotes or capitals.
      {"northants rbkc", "northants rbkc |"},
      {"\"advocasy\"", "+\"advocasy\" |"},
      {"ADVOCASY", "ADVOCASY |"},
      {"-advocasy", "-advocasy |"},
      {"advocacy", "advocacy |"},
  };
  for (const auto& [query, expected] : kCases) {
    INFO(query);
    CHECK(mended(query, database) == expected);
  }
}

TEST_CASE("A word that is written nowhere is mended although its stem is another word's") {
  const auto database = index_of({{"trafficking", 40},
                                  {"Ztraffick", 40},
                                  {"traffic", 3},
                                  {"Ztraffic", 3},
                                  {"supervision", 50},
                                  {"supervised", 50},
                                  {"Zsupervis", 90},
                                  {"referral", 60},
                                  {"Zreferr", 60},
                                  {"refer", 90},
                                  {"Zrefer", 90},
                                  {"hopping", 5},
                                  {"Zhop", 5},
                                  {"hope", 60},
                                  {"Zhope", 60}});
  CHECK(mended("trafficing", database) == "trafficking | trafficing>trafficking");
  CHECK(mended("referal", database) == "referral | referal>referral");
  CHECK(mended("supervises", database) == "supervises |");
  CHECK(mended("hoping", database) == "hoping |");
}

TEST_CASE("A word of a saying is never a slip, though only another form of it is written") {
  const auto database =
      index_of({{"overlooked", 200}, {"overload", 2}, {"Zoverload", 2}, {"discussed", 200}});
  CHECK(mended("dismissed", database) == "dismissed |");
  CHECK(mended("discused", database) == "discussed | discused>discussed");
  CHECK(mended("overloaded", database) == "overloaded |");
  CHECK(mended("overlookd", database) == "overlooked | overlookd>overlooked");
}

TEST_CASE("A slip that reports have too is mended where the word is written far more often") {
  const auto database = index_of({{"supervision", 250},
                                  {"supervison", 2},
                                  {"kinship", 250},
                                  {"kinshp", 3},
                                  {"houses", 250},
                                  {"hoarses", 2},
                                  {"recording", 250},
                                  {"recordng", 4}});
  CHECK(mended("supervison", database) == "supervision | supervison>supervision");
  CHECK(mended("kinshp", database) == "kinshp |");      // short
  CHECK(mended("hoarses", database) == "hoarses |");    // no slip
  CHECK(mended("recordng", database) == "recordng |");  // too many have it
}

TEST_CASE("A slip whose stem is another word's is mended where its neighbour tells") {
  auto database = index_of({{"visited", 90}, {"Zvisit", 200}, {"Zvisitor", 60}});
  for (int i = 0; i < 60; ++i) {
    Xapian::Document document;
    document.add_posting("independent", 1);
    document.add_posting("visitors", 2);
    database.add_document(document);
  }
  CHECK(mended("independent visiters", database) == "independent visitors | visiters>visitors");
  CHECK(mended("visiters", database) == "visiters |");
}

TEST_CASE("A short word is mended where it often stands beside its neighbour") {
  auto database = index_of({{"health", 100}, {"heater", 20}, {"repairs", 100}});
  for (int i = 0; i < 12; ++i) {
    Xapian::Document document;
    document.add_posting("mental", 1);
    document.add_posting("health", 2);
    database.add_document(document);
  }
  CHECK(mended("mental healsh", database) == "mental health | healsh>health");
  CHECK(mended("repairs ehalth", database) == "repairs health | ehalth>health");  // a swap
  CHECK(mended("repairs healsh", database) == "repairs healsh |");
  CHECK(mended("healsh", database) == "healsh |");
}

TEST_CASE(
    "Words typed without the blank between them are parted where reports have them together") {
  auto database = index_of({{"knife", 20}, {"crime", 20}, {"care", 20}, {"section", 20}});
  for (int i = 0; i < 12; ++i) {
    Xapian::Document document;
    const char* words[] = {"knife", "crime", "section", "47", "is", "land"};
    for (size_t at = 0; at < std::size(words); ++at) document.add_posting(words[at], 1 + at);
    database.add_document(document);
  }
  CHECK(mended("knifecrime", database) == "knife crime | knifecrime>knife crime");
  CHECK(mended("section47", database) == "section 47 | section47>section 47");
  CHECK(mended("knifecare", database) == "knifecare |");  // not side by side
  CHECK(mended("island", database) == "island |");        // "is" stands anywhere
  CHECK(mended("\"knifecrime\"", database) == "+\"knifecrime\" |");
}

TEST_CASE("Two words that are one are joined where reports have them as one only") {
  auto database = index_of({{"turnover", 60},
                            {"household", 2},
                            {"caseloads", 30},
                            {"inform", 90},
                            {"staff", 50},
                            {"turn", 9},
                            {"over", 90},
                            {"in", 90},
                            {"form", 20}});
  for (int i = 0; i < 12; ++i) {
    Xapian::Document document;
    document.add_posting("case", 1);
    document.add_posting("loads", 2);
    database.add_document(document);
  }
  CHECK(mended("staff turn over", database) == "staff turnover | turn over>turnover");
  CHECK(mended("house hold", database) == "house hold |");  // rare as one word
  CHECK(mended("case loads", database) == "case loads |");  // written so, too
  CHECK(mended("in form", database) == "in form |");        // "in" stands before anything
  CHECK(mended("turn -over", database) == "turn -over |");
  CHECK(mended("\"turn over\"", database) == "+\"turn over\" |");
}

TEST_CASE("Each part of a word with hyphens is mended for itself") {
  auto database = index_of({{"referral", 60}, {"Zrefer", 40}, {"stores", 2}});
  for (int i = 0; i < 60; ++i) {
    Xapian::Document document;
    document.add_posting("life", 1);
    document.add_posting("story", 2);
    document.add_posting("work", 3);
    document.add_posting("multi", 5);
    document.add_posting("agency", 6);
    database.add_document(document);
  }
  CHECK(mended("life-storey work", database) == "life-story work | life-storey>life-story");
  CHECK(mended("multi-agancy", database) == "multi-agency | multi-agancy>multi-agency");
  CHECK(mended("re-referal rates", database) == "re-referral rates | re-referal>re-referral");
  CHECK(mended("multi-agency", database) == "multi-agency |");
  CHECK(mended("-life-storey", database) == "-life-storey |");
  CHECK(mended("LIFE-STOREY", database) == "LIFE-STOREY |");
}

TEST_CASE("A slip in a term of the field is mended by the other words of the term") {
  const auto database = index_of({{"clear", 60}, {"care", 90}, {"careful", 5}});
  CHECK(mended("edge of cear", database) == "edge of care | cear>care");
  CHECK(mended("edge-of-cear services", database) ==
        "edge-of-care services | edge-of-cear>edge-of-care");
  CHECK(mended("cear", database) == "cear |");
  CHECK(mended("carleavers", database) == "care leavers | carleavers>care leavers");
  CHECK(mended("carleavings", database) == "carleavings |");
}

TEST_CASE("A slip that leaves the stem is mended where a term of the field is meant") {
  const auto database =
      index_of({{"family", 90}, {"group", 90}, {"conferences", 60}, {"Zconfer", 12}});
  CHECK(mended("family group conferances", database) ==
        "family group conferences | conferances>conferences");
}

TEST_CASE("A prefix that turns the meaning is seen, also beside a slip") {
  CHECK(turns_meaning("balanced", "unbalanced"));
  CHECK(turns_meaning("unbalanced", "balanced"));
  CHECK(turns_meaning("unregistred", "registered"));
  CHECK(turns_meaning("disagree", "agree"));
  CHECK_FALSE(turns_meaning("advocasy", "advocacy"));
  CHECK_FALSE(turns_meaning("registred", "registered"));
  CHECK_FALSE(turns_meaning("inspecter", "inspector"));
  CHECK_FALSE(turns_meaning("", "un"));
}

TEST_CASE("A correction is never certain that has a rival or begins otherwise") {
  CHECK(is_certain({"advocasy", "advocacy", 1, 40, 0}));
  CHECK(is_certain({"childern", "children", 1, 40, 10}));
  CHECK_FALSE(is_certain({"childern", "children", 1, 40, 11}));
  CHECK_FALSE(is_certain({"bdvocacy", "advocacy", 1, 40, 0}));
  CHECK_FALSE(is_certain({"advocacy", "", 0, 0, 0}));
  CHECK_FALSE(is_certain({"visit", "visor", 1, 40, 0}));
  CHECK(is_certain({"vsiit", "visit", 1, 40, 0}));
  CHECK_FALSE(is_certain({"fosterr", "festive", 2, 40, 0}));
  // A letter left out inside, of a common word without a rival.
  CHECK(is_certain({"kinshp", "kinship", 1, 60, 0}));
  CHECK_FALSE(is_certain({"kinshp", "kinship", 1, 9, 0}));
  CHECK_FALSE(is_certain({"kinshp", "kinship", 1, 60, 1}));
  CHECK_FALSE(is_certain({"horses", "houses", 1, 60, 0}));
  CHECK_FALSE(is_certain({"kinshi", "kinship", 1, 60, 0}));
  // Two slips in a word of middle length: only towards a common word without a rival.
  CHECK(is_certain({"nealgect", "neglect", 2, 60, 0}));
  CHECK_FALSE(is_certain({"nealgect", "neglect", 2, 40, 0}));
  CHECK_FALSE(is_certain({"nealgect", "neglect", 2, 60, 1}));
  CHECK_FALSE(is_certain({"fosterr", "festive", 2, 60, 0}));
}

TEST_CASE("Near words are looked for of so many words only") {
  const auto database = index_of({{"children", 5}});
  std::vector<std::string> typed(QueryLimits().suggested + 1, "childern");
  IndexWords words(database);
  CHECK(near_words(typed, &words).size() == QueryLimits().suggested);
}

}  // namespace
}  // namespace ofsearch
