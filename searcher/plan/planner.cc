#include "searcher/plan/planner.h"

#include "common/index/schema.h"
#include "common/text/nearest.h"
#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "searcher/plan/direction/comparisons.h"
#include "searcher/plan/direction/contrast.h"
#include "searcher/plan/lookup/phrase_budget.h"
#include "searcher/plan/place_plans.h"
#include "searcher/plan/planned.h"
#include "searcher/plan/whole_terms.h"
#include "searcher/plan/word_plans.h"
#include "searcher/query/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

using Query = Xapian::Query;
using Kind = QueryNode::Kind;
using Need = QueryNode::Need;

Query every_document() {
  return Query(std::string());
}

// What must not be in an answer.
struct Excluded {
  Query has;
  bool words = false;  // not only filters
  std::vector<std::string> notices;
};

class Planner {
 public:
  Planner(IndexTerms* index, const Thesaurus& thesaurus, Stemmer* stemmer, PhraseBudget* budget,
          const PlanOptions& options)
      : lookup_(index, stemmer, budget, options.phrases_marked, options.clock),
        budget_(*budget),
        words_(&lookup_, thesaurus, options),
        operand_options_(for_operands(options)),
        operands_(&lookup_, thesaurus, operand_options_),
        places_(&lookup_, words_, options.exact),
        thesaurus_(thesaurus),
        options_(options) {}

  Result<SearchPlan> run(const ParsedQuery& query) {
    const QueryNode root = options_.exact ? query.root : with_whole_terms(query.root, thesaurus_);
    places_.expect_stars(count_stars(root), options_.limits);
    SearchPlan plan;
    plan.searched = shown(root);
    Excluded excluded;
    std::vector<Planned> parts = OF_TRY(children(root, &excluded));
    OF_CHECK(leave_out_commonest(&parts, &plan.notices));
    Query judgements;
    for (Planned& part : parts) {
      plan.score = joined(Query::OP_OR, plan.score, part.score);
      if (!part.light) judgements = joined(Query::OP_OR, judgements, part.score);
      plan.by_passages = plan.by_passages || !part.only_filters();
      if (part.only_filters())
        plan.filter = joined(Query::OP_AND, plan.filter, part.has);
      else if (!part.has.empty())
        plan.concepts.push_back({part.shown, part.idf(), part.required, part.has, part.judges,
                                 part.recognised, part.plain, part.setting, part.meant,
                                 part.as_typed, part.wider, part.wider_note});
      if (!part.either.empty()) plan.either.push_back(part.either);
      append_terms(&plan, &part);
    }
    OF_CHECK(check_quotes());
    append_all(&plan.notices, budget_.notices());
    append_all(&plan.notices, std::move(excluded.notices));
    plan.excluded = excluded.has;
    plan.by_passages = plan.by_passages || excluded.words;
    // Words of judgement alone are all there is to look for.
    if (plan.concepts.empty() && !plan.score.empty())
      plan.concepts.push_back(
          {plan.searched, 0, false, judgements.empty() ? plan.score : judgements});
    return plan;
  }

  // The lists of positions of the phrases that somebody asked for: in quotes, with NEAR.
  double lists_asked_for() const { return lookup_.position_lists() - budget_.lists(); }

 private:
  static PlanOptions for_operands(PlanOptions options) {
    options.widens_denied = false;
    return options;
  }

  Result<void> check_quotes() const {
    if (lists_asked_for() <= options_.limits.position_lists) return {};
    return Error{ErrorCode::kUsage,
                 "the query has too many phrases of words that most reports have",
                 "leave some of them out, or put rarer words into the quotes"};
  }

  // The passages that its words are in, each counted for each of them: what a search reads.
  double passages_of(const Planned& part) const {
    double passages = 0;
    for (auto it = part.score.get_unique_terms_begin(); it != part.score.get_unique_terms_end();
         ++it)
      passages += lookup_.frequency(*it);
    return passages;
  }

  // Of many words that most passages have, the rarest tell enough, and what must be there. Few
  // words are searched however common they are; the time limit holds there.
  Result<void> leave_out_commonest(std::vector<Planned>* parts,
                                   std::vector<std::string>* notices) const {
    std::vector<std::pair<double, size_t>> by_passages;  // what may be left out
    double passages = 0;
    size_t words = 0;
    for (size_t i = 0; i < parts->size(); ++i) {
      const Planned& part = (*parts)[i];
      const double each = passages_of(part);
      passages += each;
      words += part.terms.size();
      if (!part.required) by_passages.emplace_back(each, i);
    }
    const QueryLimits& limits = options_.limits;
    const auto is_too_much = [&] {
      return passages > limits.word_passages && words > limits.few_words;
    };
    std::ranges::sort(by_passages);
    std::set<size_t> left_out;
    for (; is_too_much() && !by_passages.empty(); by_passages.pop_back()) {
      const auto [each, i] = by_passages.back();
      passages -= each;
      words -= (*parts)[i].terms.size();
      left_out.insert(i);
    }
    if (is_too_much())
      return Error{ErrorCode::kUsage, "the query has too many words that most passages have",
                   "leave some of them out"};
    if (left_out.empty()) return {};
    std::vector<std::string> shown;
    for (size_t i : left_out) shown.push_back("\"" + (*parts)[i].shown + "\"");
    notices->push_back(fmt::format("without {}, which too many passages have beside so many words",
                                   list_in_words(shown, "and")));
    std::vector<Planned> kept;
    for (size_t i = 0; i < parts->size(); ++i)
      if (!left_out.contains(i)) kept.push_back(std::move((*parts)[i]));
    *parts = std::move(kept);
    return {};
  }

  // ---- The tree ---------------------------------------------------------------------------

  // The parts of a node, in order; what its children exclude joins `excluded`. Neighbouring
  // optional words are planned together, so that terms of several words are found.
  Result<std::vector<Planned>> children(const QueryNode& node, Excluded* excluded) const {
    std::vector<Planned> parts;
    std::vector<std::string> run;
    auto end_run = [&] {
      if (!run.empty())
        append_all(&parts, options_.exact ? as_written(run) : plain_words(run, excluded));
      run.clear();
    };
    for (const QueryNode& child : node.children) {
      if (node.kind == Kind::kBag && is_plain_word(child)) {
        run.push_back(child.text);
        continue;
      }
      end_run();
      Planned part = OF_TRY(plan(child));
      if (child.need == Need::kExcluded && node.kind == Kind::kOr) {
        part = without(part);
      } else if (child.need == Need::kExcluded) {
        excluded->has = joined(Query::OP_OR, excluded->has, part.has);
        excluded->words = excluded->words || !part.only_filters();
        append_all(&excluded->notices, std::move(part.notices));
        continue;
      }
      part.required = child.need == Need::kRequired || is_operator(child.kind);
      parts.push_back(std::move(part));
    }
    end_run();
    return parts;
  }

  // Words typed plainly; what they set apart ("but not fostering") joins `excluded`.
  std::vector<Planned> plain_words(const std::vector<std::string>& words,
                                   Excluded* excluded) const {
    const std::span<const std::string> typed(words);
    std::vector<std::string> asked;
    size_t next = 0;
    const auto ask_until = [&](size_t end) {
      asked.insert(asked.end(), typed.begin() + static_cast<long>(next),
                   typed.begin() + static_cast<long>(end));
    };
    for (const Contrast& contrast : contrasts_in(words, thesaurus_)) {
      ask_until(contrast.first);
      next = contrast.end;
      const auto topic = typed.subspan(contrast.topic, contrast.end - contrast.topic);
      for (const Planned& part : words_.plan({topic.begin(), topic.end()}))
        excluded->has = joined(Query::OP_OR, excluded->has, part.has);
      excluded->words = true;
      excluded->notices.push_back(fmt::format(
          "without what speaks of {}, as \"{}\" says", fmt::join(topic, " "),
          fmt::join(typed.subspan(contrast.first, contrast.end - contrast.first), " ")));
    }
    ask_until(words.size());
    std::vector<Planned> parts = words_.plan(asked);
    for (const Comparison& each : comparisons_in(asked, true)) {
      const auto compared =
          std::span<const std::string>(asked).subspan(each.first, each.last - each.first + 1);
      if (!parts.empty())
        parts.front().notices.push_back(fmt::format(
            "\"{}\": numbers are not compared: look at the passages", fmt::join(compared, " ")));
    }
    return parts;
  }

  std::vector<Planned> as_written(const std::vector<std::string>& words) const {
    const auto is_left_out = [](const std::string& word) { return is_stopword(search_form(word)); };
    const bool only_stopwords = std::all_of(words.begin(), words.end(), is_left_out);
    std::vector<Planned> parts;
    for (const std::string& word : words) {
      if (is_left_out(word) && !only_stopwords) continue;
      parts.push_back(places_.phrase(word));
      parts.back().shown = word;
    }
    return parts;
  }

  // Who writes operators means them: what they join is never given up.
  static bool is_operator(Kind kind) {
    return kind == Kind::kAnd || kind == Kind::kOr || kind == Kind::kNear || kind == Kind::kFilter;
  }

  Result<Planned> plan(const QueryNode& node) const {
    Planned planned;
    switch (node.kind) {
      case Kind::kBag:
      case Kind::kAnd:
        planned = OF_TRY(combined(node, Query::OP_AND));
        break;
      case Kind::kOr:
        planned = OF_TRY(combined(node, Query::OP_OR));
        break;
      case Kind::kWord:
        planned = options_.exact ? places_.phrase(node.text) : word(node.text);
        break;
      case Kind::kPhrase:
        planned = places_.phrase(node.text);
        break;
      case Kind::kWildcard:
        planned = places_.wildcard(node.text);
        break;
      case Kind::kNear:
        planned = OF_TRY(places_.near(node));
        break;
      case Kind::kFilter:
        planned.has = OF_TRY(options_.filter({node.field, node.text}));
        break;
    }
    QueryNode bare = node;
    bare.need = Need::kOptional;
    planned.shown = describe(bare);
    return planned;
  }

  // Everything but what `part` finds.
  static Planned without(const Planned& part) {
    Planned rest;
    rest.notices = part.notices;
    if (part.has.empty()) return rest;
    rest.has = Query(Query::OP_AND_NOT, every_document(), part.has);
    rest.words = !part.only_filters();
    rest.complement = true;
    return rest;
  }

  Result<Planned> combined(const QueryNode& node, Query::op op) const {
    Planned all;
    Excluded excluded;
    for (Planned& part : OF_TRY(children(node, &excluded))) {
      all.has = joined(op, all.has, part.has);
      all.score = joined(Query::OP_OR, all.score, part.score);
      append_terms(&all, &part);
    }
    append_all(&all.notices, std::move(excluded.notices));
    if (all.has.empty()) all.has = all.score;  // words of judgement, which are all there is
    if (excluded.has.empty()) return all;
    all.words = all.words || excluded.words;
    all.complement = true;
    all.has = Query(Query::OP_AND_NOT, all.has.empty() ? every_document() : all.has, excluded.has);
    return all;
  }

  // ---- Leaves -----------------------------------------------------------------------------

  // A word that stands apart, "+word", "a AND b", is what it says.
  Planned word(const std::string& text) const {
    Planned all;
    for (Planned& part : operands_.plan({text})) {
      all.has = joined(Query::OP_AND, all.has, part.has.empty() ? part.score : part.has);
      all.score = joined(Query::OP_OR, all.score, part.score);
      append_terms(&all, &part);
    }
    return all;
  }

  static std::string shown(const QueryNode& node) {
    std::string text = describe(node);
    bool bracketed = node.kind == Kind::kBag && node.need == Need::kOptional && text.size() >= 2;
    return bracketed ? text.substr(1, text.size() - 2) : text;
  }

  mutable WordLookup lookup_;  // remembers what it was asked
  const PhraseBudget& budget_;
  WordPlans words_;
  PlanOptions operand_options_;
  WordPlans operands_;
  PlacePlans places_;
  const Thesaurus& thesaurus_;
  const PlanOptions& options_;
};

}  // namespace

Result<SearchPlan> make_plan(const ParsedQuery& query, IndexTerms* index,
                             const Thesaurus& thesaurus, Stemmer* stemmer,
                             const PlanOptions& options) {
  PhraseBudget budget(options.limits.all_lists);
  for (;;) {
    budget.plan_anew();
    Planner planner(index, thesaurus, stemmer, &budget, options);
    Result<SearchPlan> plan = planner.run(query);
    if (!plan) return plan;
    if (!index->fetch_missed() && !budget.give_up(planner.lists_asked_for())) return plan;
  }
}

}  // namespace ofsearch
