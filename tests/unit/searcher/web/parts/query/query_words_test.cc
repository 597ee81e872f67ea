#include "searcher/web/parts/query/query_words.h"

#include "searcher/query/query_parser.h"
#include "tests/support/catch.h"

#include <random>
#include <string>
#include <vector>

namespace ofsearch::web {
namespace {

using Kind = QueryNode::Kind;
using Need = QueryNode::Need;

const std::vector<std::string> kWords = {"neglect", "visits", "fostering", "leavers", "oversight"};

// A tree of words, phrases, beginnings and all that joins them.
QueryNode any_tree(std::mt19937* chance, int depth) {
  auto one_of = [&](size_t count) { return (*chance)() % count; };
  QueryNode node;
  node.need = std::vector{Need::kOptional, Need::kRequired, Need::kExcluded}[one_of(3)];
  node.text = kWords[one_of(kWords.size())];
  if (depth == 0) {
    node.kind = std::vector{Kind::kWord, Kind::kPhrase, Kind::kWildcard}[one_of(3)];
    if (node.kind == Kind::kPhrase) node.text += " " + kWords[one_of(kWords.size())];
    if (node.kind == Kind::kWildcard) node.text += "*";
    return node;
  }
  node.kind = std::vector{Kind::kBag, Kind::kAnd, Kind::kOr}[one_of(3)];
  node.text.clear();
  for (size_t i = 2 + one_of(3); i > 0; --i)
    node.children.push_back(any_tree(chance, static_cast<int>(one_of(static_cast<size_t>(depth)))));
  return node;
}

}  // namespace

TEST_CASE("a query with signs is told in words") {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"private fostering", "private fostering"},
      {"\"return home interviews\"", "“return home interviews”"},
      {"(supervision AND +\"case files\") -agency", "supervision and “case files”, without agency"},
      {"(neglect OR abuse) AND supervision", "either neglect or abuse, and supervision"},
      {"+caseloads -agency -locum", "caseloads, without agency or locum"},
      {"late +caseloads visits", "late, visits, and always caseloads"},
      {"housing NEAR/5 leavers", "housing and leavers at most 5 words apart"},
      {"foster* visits", "words that begin with “foster”, visits"},
      {"fo*er", "words that have “fo” and “er” in this order"},
      {"neglect (a1 b1)", "neglect, both a1 and b1"},
      {"neglect (a1 OR b1 OR c1)", "neglect, and always a1, b1 or c1"},
      {"a1 AND NOT b1", "a1 without b1"},
      {"a1 OR NOT b1", "a1 or anything without b1"},
      {"IRO -authority:hull", "IRO, without authority Kingston upon Hull"},
      {"neglect (authority:hull OR year:2019..)",
       "neglect, and always authority Kingston upon Hull or year 2019 or later"},
      {"", ""},
  };
  for (const auto& [query, words] : cases) {
    INFO(query);
    CHECK(query_in_words(query) == words);
  }
}

TEST_CASE("whatever a query joins, its words have no signs and none of its words is lost") {
  const unsigned seed = std::random_device()();
  INFO("seed " << seed);
  std::mt19937 chance(seed);
  for (int round = 0; round < 500; ++round) {
    const std::string query = describe(any_tree(&chance, 1 + round % 3));
    const std::string words = query_in_words(query);
    INFO(query << " is told as: " << words);
    CHECK(words.find_first_of("()+-*\":/") == std::string::npos);
    for (const char* sign : {" AND ", " OR ", " NOT ", "  ", ",,", " ,"})
      CHECK(words.find(sign) == std::string::npos);
    for (const std::string& word : kWords)
      CHECK((query.find(word) == std::string::npos) == (words.find(word) == std::string::npos));
  }
}

TEST_CASE("a search is told in the words of its filters, also those of the query") {
  SearchResults results;
  results.searched = "neglect";
  results.filters = {{"authority", {"hull", "Leeds"}, ""}, {"year", {"2018.."}, ""}};
  CHECK(searched_in_words(results) ==
        "neglect; Authority: Kingston upon Hull or Leeds; Year: 2018 or later");
  results.searched = "";
  CHECK(searched_in_words(results) ==
        "Authority: Kingston upon Hull or Leeds; Year: 2018 or later");
}

TEST_CASE("what a search leaves out is told behind its words, where it is asked for") {
  SearchResults results;
  results.searched = "late visits";
  results.filters = {{"authority", {"Leeds"}, ""}};
  CHECK(results_in_words(results) == searched_in_words(results));
  results.not_counted = "without passages that find a strength";
  CHECK(searched_in_words(results) == "late visits; Authority: Leeds");
  CHECK(results_in_words(results) ==
        "late visits without passages that find a strength; Authority: Leeds");
}

TEST_CASE("filters beside a query are told in words, those of one field together") {
  SearchRequest request;
  CHECK(filters_in_words(request).empty());
  request.filters = {{"grade", "good"}, {"authority", "leeds"}, {"authority", "hull"}};
  request.from = "2018-06-03";
  CHECK(filters_in_words(request) ==
        "Overall grade: Good; Authority: Leeds or Kingston upon Hull; From: 3 June 2018");
}

}  // namespace ofsearch::web
