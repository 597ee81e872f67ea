#include "searcher/query/limits.h"

#include "common/index/index.h"
#include "searcher/plan/planner.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>

namespace ofsearch {
namespace {

std::string times(size_t count, const std::string& text) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string numbered(size_t count, const std::string& before, const std::string& behind = " ") {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += before + std::to_string(i) + behind;
  return out;
}

std::string refusal(const std::string& typed) {
  auto query = parse_within_limits(typed);
  if (query) return "";
  CHECK(query.error().code == ErrorCode::kUsage);
  return query.error().message;
}

std::string tree(const std::string& typed) {
  auto query = parse_within_limits(typed);
  REQUIRE(query);
  return describe(query->root);
}

TEST_CASE("What goes beyond a limit of queries is refused with its name") {
  CHECK(refusal(times(4097, "a")) == "the query is 4097 bytes long");
  CHECK(refusal(numbered(64, "word")) == "");
  CHECK(refusal(numbered(65, "word")) == "the query has 65 words");
  CHECK(refusal("\"" + times(65, "the ") + "\"") == "the query has 65 words");
  CHECK(refusal(numbered(16, "\"the word", "\" ")) == "");
  CHECK(refusal(numbered(17, "\"the word", "\" ")) == "the query has 17 phrases");
  CHECK(refusal(numbered(16, "the NEAR word", " ")) == "");
  CHECK(refusal(numbered(17, "the NEAR word", " ")) == "the query has 17 phrases");
  CHECK(refusal(numbered(8, "a", "* ")) == "");
  CHECK(refusal(numbered(9, "a", "* ")) == "the query has 9 words with a star");
  CHECK(refusal("\"a* b* c* d* e* f* g* h* i*\"") == "the query has 9 words with a star");
  CHECK(refusal(times(50, "(") + "care" + times(50, ")")) == "");
  CHECK(refusal(times(51, "(") + "care" + times(51, ")")) ==
        "the query has 51 brackets inside each other");
  CHECK(refusal(numbered(65, "year:20")) == "the query has 65 filters");
}

TEST_CASE("Who asks for too much is told what to do") {
  const auto advice = [](const std::string& typed) {
    auto query = parse_within_limits(typed);
    REQUIRE_FALSE(query);
    return query.error().hint;
  };
  CHECK(advice(numbered(65, "word")) == "shorten it to 64 words");
  CHECK(advice(numbered(9, "a", "* ")) == "shorten it to 8 words with a star");
  CHECK(advice(times(4097, "a")) == "shorten it to 4096 bytes");
}

TEST_CASE("Of plain words that are too many the last are left out") {
  const auto left = [](const std::string& typed) {
    auto query = parse_within_limits(typed, kTypedLimits);
    REQUIRE(query);
    const std::string left_out = leave_out_last_words(&query->root);
    return describe(query->root) + " without " + left_out;
  };
  const std::string words = numbered(64, "word");
  CHECK(left("one two") == "(one two) without ");
  CHECK(left(words + "end of all").ends_with(" word63) without end of all"));
  CHECK(left(words + "+end last").ends_with(" word62 +end) without word63 last"));
  CHECK(left(words + "\"end of all\"").ends_with(" +\"end of all\") without word61 word62 word63"));
}

TEST_CASE("Equal clauses count once") {
  CHECK(tree(times(500, "care ")) == "(care)");
  CHECK(tree(times(200, "\"of the\" ")) == "(+\"of the\")");
  CHECK(tree(times(200, "care AND ") + "care") == "((care))");
  CHECK(tree("a* b* a*") == "(a* b*)");
  CHECK(refusal(times(300, "a* ")) == "");
  CHECK(tree("care -care +care care") == "(care -care +care care)");
}

TEST_CASE("A word that may be part of another term is kept") {
  CHECK(tree("care leavers leaving care") == "(care leavers leaving care)");
  CHECK(tree("care leavers care leavers care leavers") == "(care leavers care)");
}

TEST_CASE("Phrases that take more lists of positions than allowed are refused") {
  const test::SampleIndex sample;
  auto index = open_index(sample.path());
  REQUIRE(index);
  auto refused = [&](const std::string& typed, double most) {
    IndexTerms terms(index->database, false);
    Stemmer stemmer;
    PlanOptions options;
    options.limits.position_lists = most;
    auto plan = make_plan(parse_query(typed), &terms, Thesaurus::builtin(), &stemmer, options);
    if (!plan) CHECK(plan.error().code == ErrorCode::kUsage);
    return !plan;
  };
  // Three passages have "caseloads", four have "are".
  CHECK_FALSE(refused("\"caseloads are\"", 6));
  CHECK(refused("\"caseloads are\"", 5));
  CHECK_FALSE(refused("\"caseloads are\" \"are caseloads\"", 12));
  CHECK(refused("\"caseloads are\" \"are caseloads\"", 11));
  CHECK(refused("caseloads NEAR are", 5));
  CHECK_FALSE(refused("\"caseloads nonesuch\"", 0));
  CHECK_FALSE(refused("caseloads are", 0));
}

TEST_CASE(
    "Words that nobody puts in quotes are searched however many lists of positions there are") {
  const test::SampleIndex sample({test::sample_report(
      "aaaaaaaaaa01", "Someshire", 2015, "sif", "good",
      {test::sample_passage("No child was at risk."), test::sample_passage("Homes are unsafe."),
       test::sample_passage("Records are incomplete and never complete.")})});
  auto index = open_index(sample.path());
  REQUIRE(index);
  for (const char* typed :
       {"no child at risk", "no child was unsafe", "records incomplete", "records not complete"}) {
    INFO(typed);
    IndexTerms terms(index->database, false);
    Stemmer stemmer;
    PlanOptions options;
    options.limits.position_lists = 1;
    CHECK(make_plan(parse_query(typed), &terms, Thesaurus::builtin(), &stemmer, options));
  }
}

TEST_CASE("Of words that too many passages have the commonest are left out, which is said") {
  const test::SampleIndex sample({test::sample_report(
      "aaaaaaaaaa01", "Someshire", 2015, "sif", "good",
      {test::sample_passage("Zebras met okapis and gnus."), test::sample_passage("Zebras ran."),
       test::sample_passage("Zebras and okapis slept.")})});
  auto index = open_index(sample.path());
  REQUIRE(index);
  auto planned = [&](const std::string& typed, double most, size_t few = 1) -> std::string {
    IndexTerms terms(index->database, false);
    Stemmer stemmer;
    PlanOptions options;
    options.limits.word_passages = most;
    options.limits.few_words = few;
    auto plan = make_plan(parse_query(typed), &terms, Thesaurus::builtin(), &stemmer, options);
    if (!plan) return plan.error().message;
    std::string words;
    for (const Concept& each : plan->concepts) words += each.shown + " ";
    for (const std::string& notice : plan->notices) words += "| " + notice;
    return words;
  };
  const std::string behind = ", which too many passages have beside so many words";
  CHECK(planned("zebras okapis gnus", 6) == "zebras okapis gnus ");
  CHECK(planned("zebras okapis gnus", 5) == "okapis gnus | without \"zebras\"" + behind);
  CHECK(planned("zebras okapis gnus", 1) == "gnus | without \"zebras\" and \"okapis\"" + behind);
  CHECK(planned("zebras okapis gnus", 1, 2) == "okapis gnus | without \"zebras\"" + behind);
  CHECK(planned("zebras okapis +gnus", 3) == "okapis gnus | without \"zebras\"" + behind);
  const std::string refused = "the query has too many words that most passages have";
  CHECK(planned("zebras OR okapis OR gnus", 5) == refused);
  CHECK(planned("zebras OR okapis OR gnus", 6) == "(zebras OR okapis OR gnus) ");
}

TEST_CASE("A star stands for words of so many passages, one word at least") {
  const test::SampleIndex sample({test::sample_report(
      "aaaaaaaaaa01", "Someshire", 2015, "sif", "good",
      {test::sample_passage("Zebrax met zebray and zebraz."), test::sample_passage("Zebray ran."),
       test::sample_passage("Zebraz slept."), test::sample_passage("Zebraz ate.")})});
  auto index = open_index(sample.path());
  REQUIRE(index);
  auto searched = [&](const std::string& typed, double most) -> std::string {
    IndexTerms terms(index->database, false);
    Stemmer stemmer;
    PlanOptions options;
    options.limits.star_passages = most;
    auto plan = make_plan(parse_query(typed), &terms, Thesaurus::builtin(), &stemmer, options);
    REQUIRE(plan);
    CHECK(plan->notices.size() <= 1);
    return plan->notices.empty() ? "" : plan->notices.front();
  };
  const std::string two = "zebra* stands for 3 words; the 2 most frequent were searched";
  const std::string one = "zebra* stands for 3 words; the most frequent was searched";
  CHECK(searched("zebra*", 6) == "");
  CHECK(searched("zebra*", 5) == two);
  CHECK(searched("zebra*", 4) == one);
  CHECK(searched("zebra*", 0) == one);
  CHECK(searched("zebra* met*", 10) == two);  // a half for each
}

}  // namespace
}  // namespace ofsearch
