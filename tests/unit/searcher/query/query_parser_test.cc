#include "searcher/query/query_parser.h"

#include "tests/support/catch.h"

#include <random>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

struct Case {
  const char* typed;
  const char* tree;
};

void check(const std::vector<Case>& cases) {
  for (const Case& each : cases) {
    INFO(each.typed);
    CHECK(describe(parse_query(each.typed).root) == each.tree);
  }
}

std::string filters_of(const std::string& typed) {
  std::string all;
  for (const QueryFilter& filter : parse_query(typed).filters)
    all += (all.empty() ? "" : "; ") + filter.field + " is " + filter.value;
  return all;
}

TEST_CASE("Words side by side stand in one bag") {
  check({{"private fostering", "(private fostering)"},
         {"  private   fostering ", "(private fostering)"},
         {"", "()"}});
}

TEST_CASE("A phrase is required, and quotes of any kind make one") {
  check({{"\"private fostering\" late", "(+\"private fostering\" late)"},
         {"“private fostering”", "(+\"private fostering\")"},
         {"«private fostering»", "(+\"private fostering\")"},
         {"-\"private fostering\" care", "(-\"private fostering\" care)"}});
}

TEST_CASE("Plus requires and minus excludes, but only in front of a word") {
  check({{"+care -missing", "(+care -missing)"},
         {"multi-agency", "(multi-agency)"},
         {"care - missing", "(care missing)"},
         {"NOT missing care", "(-missing care)"}});
}

TEST_CASE("AND binds closer than OR and than standing side by side") {
  check({{"a1 AND b1 OR c1", "(((a1 AND b1) OR c1))"},
         {"a1 OR b1 AND c1", "((a1 OR (b1 AND c1)))"},
         {"a1 b1 AND c1", "(a1 (b1 AND c1))"},
         {"a1 AND NOT b1", "((a1 AND -b1))"},
         {"(a1 OR b1) AND c1", "(((a1 OR b1) AND c1))"},
         {"a1 OR b1 OR c1", "((a1 OR b1 OR c1))"}});
}

TEST_CASE("Operators are operators in capitals only") {
  check({{"help and protection", "(help and protection)"}, {"near the end", "(near the end)"}});
}

TEST_CASE("NEAR takes a distance, kept within bounds") {
  check({{"visit NEAR late", "((visit NEAR/10 late))"},
         {"visit NEAR/3 late", "((visit NEAR/3 late))"},
         {"visit NEAR/0 late", "((visit NEAR/0 late))"},
         {"visit NEAR/9999 late", "((visit NEAR/100 late))"},
         {"visit NEAR/x late", "((visit NEAR/0 late))"},
         {"visit NEAR/-1 late", "((visit NEAR/0 late))"},
         {"visit NEAR/99999999999999999999 late", "((visit NEAR/100 late))"}});
}

TEST_CASE("A star ends a beginning; alone it is nothing") {
  check({{"foster*", "(foster*)"}, {"*", "()"}, {"* care", "(care)"}});
}

TEST_CASE("Stray signs are left out, never an error") {
  check({{"((private) fostering))) (", "((private fostering))"},
         {"AND private OR NOT", "(private)"},
         {"private \"fostering", "(private fostering)"},
         {"\"", "()"},
         {"()", "()"},
         {"OR OR OR", "()"},
         {"NEAR", "()"},
         {"a1 NEAR", "(a1)"},
         {"\"\" care", "(care)"},
         {"…", "()"}});
}

TEST_CASE("A filter inside the query is taken out of the words") {
  CHECK(filters_of("care grade:good") == "grade is good");
  CHECK(filters_of("GRADE:Good") == "grade is Good");
  CHECK(filters_of("authority:\"kingston upon hull\" care") == "authority is kingston upon hull");
  CHECK(filters_of("type:sif year:2018..2020 section:recommendations finding:weakness") ==
        "type is sif; year is 2018..2020; section is recommendations; finding is weakness");
  check({{"care grade:good", "(care)"}});
}

TEST_CASE("A colon without a known field or a value is words") {
  CHECK(filters_of("colour:blue").empty());
  CHECK(filters_of("grade: good").empty());
  check({{"colour:blue", "(colour:blue)"}});
}

TEST_CASE("What describe prints is parsed to the same tree") {
  for (const char* typed : {"private fostering", "a1 AND b1 OR c1", "\"a1 b1\" -c1 +d1",
                            "a1 NEAR/5 b1", "(a1 OR b1) AND NOT c1", "foster* care"}) {
    INFO(typed);
    ParsedQuery once = parse_query(typed);
    ParsedQuery twice = parse_query(describe(once.root));
    // Read back, the outermost bag stands in one of its own.
    const QueryNode& inner = twice.root.children.size() == 1 && once.root.children.size() > 1
                                 ? twice.root.children.front()
                                 : twice.root;
    CHECK(describe(inner) == describe(once.root));
  }
}

TEST_CASE("Brackets a thousand deep do not overflow the stack") {
  std::string deep(1000, '(');
  deep += "care";
  deep += std::string(1000, ')');
  CHECK_NOTHROW(parse_query(deep));
}

TEST_CASE("No bytes make the parser fail") {
  const std::vector<std::string> pieces = {
      "\"",     "(",      ")", "AND", "OR", "NOT",    "NEAR",    "NEAR/",
      "NEAR/5", "-",      "+", "*",   ":",  "grade:", "year:\"", " ",
      " ",      "care",   "“", "”",   "’",  "\xff",   "\xc3",    std::string("\0", 1),
      "é",      "foster*"};
  std::mt19937 random(20260101);  // the same queries every time
  for (int i = 0; i < 20000; ++i) {
    std::string typed;
    for (size_t n = random() % 12; n > 0; --n) typed += pieces[random() % pieces.size()];
    ParsedQuery query = parse_query(typed);
    INFO(typed);
    REQUIRE(query.root.kind == QueryNode::Kind::kBag);
    for (const QueryFilter& filter : query.filters) REQUIRE_FALSE(filter.value.empty());
  }
}

TEST_CASE("A word with a star keeps what joins words and loses the signs around and between them") {
  check({{"foster*,", "(foster*)"},
         {"(foster*.)", "(foster*)"},
         {"'foster*'", "(foster*)"},
         {"multi-agen*", "(multi-agen*)"},
         {"o'bri*", "(o'bri*)"},
         {"1.5*", "(1.5*)"},
         {"mother/fath*", "(\"mother fath*\")"},
         {"multi\u2013agen*", "(\"multi agen*\")"},
         {"\"foster*, care\"", "(+\"foster* care\")"},
         {"\"multi-agen* work\"", "(+\"multi agen* work\")"},
         {"mother/step-fath*", "(\"mother step fath*\")"},
         {"-foster*,", "(-foster*)"},
         {"\"foster, care\"", "(+\"foster, care\")"}});
}

TEST_CASE("A filter knows where it stands in what was typed") {
  const auto places = [](const std::string& typed) {
    std::string out;
    for (const QueryFilter& filter : parse_query(typed).filters)
      out += "[" + typed.substr(filter.begin, filter.end - filter.begin) + "]";
    return out;
  };
  CHECK(places("a year:2018 b") == "[year:2018]");
  CHECK(places("from:2018-01-01 +year:2018") == "[+year:2018]");
  CHECK(places("year:2018..2022 year:2018") == "[year:2018..2022][year:2018]");
  CHECK(places("\u201cthe very\u201d authority:\u201cCity of Hull\u201d (grade:good)") ==
        "[authority:\u201cCity of Hull\u201d][grade:good]");
  CHECK(places("care AND type:sif") == "[type:sif]");
  CHECK(places("care OR type:sif") == "");
}

}  // namespace
}  // namespace ofsearch
