#include "searcher/plan/explanation.h"

#include "common/text/nearest.h"
#include "searcher/plan/lookup/remembered.h"
#include "searcher/query/deadline.h"

#include <fmt/format.h>

namespace ofsearch {
namespace {

std::string described(const Xapian::Query& query) {
  return describe_remembered(describe_untimed(query));
}

}  // namespace

std::vector<std::string> explanation(const ParsedQuery& parsed, const SearchPlan& plan,
                                     const Xapian::Query& answers) {
  std::vector<std::string> lines = {"query: " + describe(parsed.root),
                                    "answers: " + described(answers)};
  if (!plan.score.empty()) lines.push_back("score: " + described(plan.score));
  for (const QueryTerm& term : plan.terms)
    lines.push_back(fmt::format("term {}: idf {:.2f}{}", term.shown, term.idf,
                                term.direction ? ", direction" : ""));
  if (!plan.direction_words.empty() && plan.direction != 0)
    lines.push_back(fmt::format("direction: {} pull{} towards passages that find a {}",
                                list_in_words(plan.direction_words, "and"),
                                plan.direction_words.size() == 1 ? "s" : "",
                                plan.direction > 0 ? "strength" : "weakness"));
  return lines;
}

}  // namespace ofsearch
