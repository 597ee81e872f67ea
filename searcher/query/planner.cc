#include "searcher/query/planner.h"

#include "common/index/schema.h"
#include "common/text/text.h"
#include "searcher/query/planned.h"
#include "searcher/query/word_plans.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace ofsearch {
namespace {

using Query = Xapian::Query;
using Kind = QueryNode::Kind;
using Need = QueryNode::Need;

constexpr size_t kMostWildcardWords = 200;
constexpr double kMostStarredPhrases = 2500;  // that a phrase with stars stands for
constexpr double kMostStarWords = 50;         // that one of its stars stands for
constexpr size_t kMostNearWords = 16;

// What is asked for and nowhere; not an empty query, which would ask for nothing.
Query no_passage() {
  return Query(stem_term(""));
}

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
  Planner(IndexTerms* index, const Thesaurus& thesaurus, Stemmer* stemmer,
          const PlanOptions& options)
      : lookup_(index, stemmer, options.phrases_marked),
        words_(&lookup_, thesaurus, options),
        options_(options) {}

  Result<SearchPlan> run(const ParsedQuery& query) const {
    SearchPlan plan;
    plan.interpreted = shown(query.root);
    Excluded excluded;
    for (Planned& part : OF_TRY(children(query.root, &excluded))) {
      for (const auto& [term, expansions] : part.also)
        plan.interpreted += fmt::format("; {} also as: {}", term, fmt::join(expansions, ", "));
      plan.score = joined(Query::OP_OR, plan.score, part.score);
      plan.by_passages = plan.by_passages || !part.only_filters();
      if (part.only_filters())
        plan.filter = joined(Query::OP_AND, plan.filter, part.has);
      else if (!part.has.empty())
        plan.concepts.push_back({part.shown, part.idf(), part.required, part.has});
      append_terms(&plan, &part);
    }
    append_all(&plan.notices, std::move(excluded.notices));
    plan.excluded = excluded.has;
    plan.by_passages = plan.by_passages || excluded.words;
    // Words of judgement alone are all there is to look for.
    if (plan.concepts.empty() && !plan.score.empty())
      plan.concepts.push_back({plan.interpreted, 0, false, plan.score});
    return plan;
  }

 private:
  // ---- The tree ---------------------------------------------------------------------------

  // The parts of a node, in order; what its children exclude joins `excluded`. Neighbouring
  // optional words are planned together, so that terms of several words are found.
  Result<std::vector<Planned>> children(const QueryNode& node, Excluded* excluded) const {
    std::vector<Planned> parts;
    std::vector<std::string> run;
    auto end_run = [&] {
      if (!run.empty()) append_all(&parts, words_.plan(run));
      run.clear();
    };
    for (const QueryNode& child : node.children) {
      if (node.kind == Kind::kBag && child.kind == Kind::kWord && child.need == Need::kOptional) {
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
        planned = word(node.text);
        break;
      case Kind::kPhrase:
        planned = node.text.find('*') == std::string::npos ? phrase(node.text)
                                                           : starred_phrase(node.text);
        break;
      case Kind::kWildcard:
        planned = wildcard(node.text);
        break;
      case Kind::kNear:
        planned = OF_TRY(near(node));
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
      append_all(&all.also, std::move(part.also));
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

  // A word that stands apart: "+word", "a AND b".
  Planned word(const std::string& text) const {
    Planned all;
    for (Planned& part : words_.plan({text})) {
      all.has = joined(Query::OP_AND, all.has, part.has.empty() ? part.score : part.has);
      all.score = joined(Query::OP_OR, all.score, part.score);
      append_all(&all.also, std::move(part.also));
      append_terms(&all, &part);
    }
    return all;
  }

  Planned phrase(const std::string& text) const {
    Planned planned;
    std::vector<std::string> typed = lookup_.phrase_words(text);
    if (typed.empty()) return planned;
    planned.terms.push_back(
        {"\"" + text + "\"", lookup_.idf(lookup_.phrase_frequency(lookup_.stems(typed))), false});
    std::vector<Weighed> spellings;
    for (const Words& spelling : lookup_.spellings(typed)) {
      planned.patterns.push_back({spelling, true, {0}, 1});
      std::vector<Words> places;
      for (const std::string& each : spelling) places.push_back({each});
      spellings.push_back(lookup_.phrase(places));
    }
    return found_by(spellings, std::move(planned));
  }

  // `forms` find what is planned, and score it.
  Planned found_by(const std::vector<Weighed>& forms, Planned planned) const {
    for (const Weighed& form : forms) planned.has = joined(Query::OP_OR, planned.has, form.query);
    planned.score = WordPlans::scored(forms, words_.weight_of(planned.terms));
    return planned;
  }

  static void add_wildcard_notice(const std::string& pattern, size_t words, size_t searched,
                                  Planned* planned) {
    if (searched < words)
      planned->notices.push_back(fmt::format(
          "{} stands for {} words; the {} most frequent were searched", pattern, words, searched));
  }

  Planned wildcard(const std::string& pattern) const {
    Planned planned;
    std::vector<std::string> words = lookup_.matching(pattern);
    const size_t all = words.size();
    words.resize(std::min(all, kMostWildcardWords));
    add_wildcard_notice(pattern, all, words.size(), &planned);
    double frequency = 0;
    for (const std::string& word : words) frequency += lookup_.word_frequency(word);
    planned.terms.push_back({pattern, lookup_.idf(frequency), false});
    for (const std::string& word : words) planned.patterns.push_back({{word}, true, {0}, 1});
    if (!words.empty()) return found_by({lookup_.any_word(words)}, std::move(planned));
    planned.unknown_words.push_back(pattern);
    planned.has = planned.score = no_passage();
    return planned;
  }

  // "private foster*": each word that the star stands for may stand in its place.
  Planned starred_phrase(const std::string& text) const {
    Planned planned;
    std::vector<std::string_view> typed = split_words(text);
    auto is_starred = [](std::string_view word) {
      return word.find('*') != std::string::npos && word[0] != '*';
    };
    auto stars = static_cast<double>(std::count_if(typed.begin(), typed.end(), is_starred));
    // Every phrase it stands for is scored.
    auto most = static_cast<size_t>(
        std::min(kMostStarWords, std::pow(kMostStarredPhrases, 1 / std::max(stars, 1.0))));
    std::vector<Words> places;
    for (std::string_view each : typed) {
      std::string word(each);
      if (is_starred(word)) {
        Words words = lookup_.matching(word);
        add_wildcard_notice(word, words.size(), std::min(words.size(), most), &planned);
        words.resize(std::min(words.size(), most));
        places.push_back(std::move(words));
      } else {
        for (std::string& part : lookup_.phrase_words(word)) places.push_back({std::move(part)});
      }
    }
    planned.terms.push_back({"\"" + text + "\"", lookup_.idf_of_share(0.01), false});
    for (Words& words : phrases_of(places))
      planned.patterns.push_back({std::move(words), true, {0}, 1});
    bool nowhere =
        std::any_of(places.begin(), places.end(), [](const Words& words) { return words.empty(); });
    if (!places.empty() && !nowhere) return found_by({lookup_.phrase(places)}, std::move(planned));
    planned.has = planned.score = no_passage();
    return planned;
  }

  // Each phrase that a word of every place makes.
  static std::vector<Words> phrases_of(const std::vector<Words>& places) {
    size_t count = places.empty() ? 0 : 1;
    for (const Words& words : places) count *= words.size();
    std::vector<Words> phrases(count);
    for (size_t i = 0; i < count; ++i) {
      size_t number = i;
      for (const Words& words : places) {
        phrases[i].push_back(words[number % words.size()]);
        number /= words.size();
      }
    }
    return phrases;
  }

  // The words that may stand in each place of a NEAR: its words, and "(a OR b)".
  Result<std::vector<Words>> near_places(const QueryNode& node) const {
    std::vector<Words> places;
    for (const QueryNode& child : node.children) {
      if (child.kind == Kind::kWord || child.kind == Kind::kPhrase) {
        for (std::string& word : lookup_.phrase_words(child.text)) places.push_back({word});
        continue;
      }
      Words either;
      for (const QueryNode& word : child.children)
        if (word.kind == Kind::kWord && word.need == Need::kOptional)
          append_all(&either, lookup_.phrase_words(word.text));
      bool words = child.kind == Kind::kOr && child.need == Need::kOptional &&
                   either.size() == child.children.size();
      if (child.kind == Kind::kWildcard) either = lookup_.matching(child.text);
      if (child.kind == Kind::kWildcard)
        either.resize(std::min(either.size(), static_cast<size_t>(kMostStarWords)));
      else if (!words)
        return Error{ErrorCode::kUsage, fmt::format("NEAR cannot look for {}", describe(child)),
                     "write words beside NEAR, or (one OR another)"};
      places.push_back(std::move(either));
    }
    return places;
  }

  Result<Planned> near(const QueryNode& node) const {
    Planned planned;
    std::vector<Words> places;
    for (const std::vector<std::string>& either : OF_TRY(near_places(node))) {
      double frequency = 0;
      Words place;
      for (const std::string& word : either) {
        std::string stem = lookup_.stem(word);
        frequency += lookup_.stem_frequency(stem);
        planned.patterns.push_back({{stem}, false, {planned.terms.size()}, 1});
        append_all(&place, lookup_.forms(word));
      }
      planned.terms.push_back(
          {fmt::format("{}", fmt::join(either, "/")), lookup_.idf(frequency), false});
      places.push_back(std::move(place));
    }
    if (places.size() > kMostNearWords) {
      planned.notices.push_back(
          fmt::format("NEAR takes {} words; the others were left out", kMostNearWords));
      places.resize(kMostNearWords);
    }
    if (places.empty()) return planned;
    size_t window = static_cast<size_t>(node.distance) + places.size();
    planned.has = planned.score = lookup_.near(places, window).query;
    return planned;
  }

  static std::string shown(const QueryNode& node) {
    std::string text = describe(node);
    bool bracketed = node.kind == Kind::kBag && node.need == Need::kOptional && text.size() >= 2;
    return bracketed ? text.substr(1, text.size() - 2) : text;
  }

  mutable WordLookup lookup_;  // remembers what it was asked
  WordPlans words_;
  const PlanOptions& options_;
};

}  // namespace

Result<SearchPlan> make_plan(const ParsedQuery& query, IndexTerms* index,
                             const Thesaurus& thesaurus, Stemmer* stemmer,
                             const PlanOptions& options) {
  for (;;) {
    Result<SearchPlan> plan = Planner(index, thesaurus, stemmer, options).run(query);
    if (!plan || !index->fetch_missed()) return plan;
  }
}

}  // namespace ofsearch
