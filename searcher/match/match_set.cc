#include "searcher/match/match_set.h"

#include "common/index/fields.h"
#include "common/index/schema.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "searcher/match/told.h"
#include "searcher/query/filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

constexpr Xapian::doccount kFewest = 3;  // reports that speak of what hardly a report has

Query conjunction(const std::vector<Concept>& concepts, const std::vector<size_t>& chosen) {
  std::vector<Query> all;
  for (size_t i : chosen) all.push_back(concepts[i].has);
  return Query(Query::OP_AND, all.begin(), all.end());
}

bool is_number(const std::string& shown) {
  static const std::set<std::string_view> kWords = {"one", "two",   "three", "four", "five",
                                                    "six", "seven", "eight", "nine", "ten"};
  return kWords.contains(shown) ||
         (!shown.empty() && std::ranges::all_of(shown, [](char c) { return is_ascii_digit(c); }));
}

class Chooser {
 public:
  Chooser(const SearchPlan& plan, const MatchRules& rules, const Xapian::Database& database)
      : plan_(plan), rules_(rules), database_(database) {
    for (size_t i = 0; i < plan.concepts.size(); ++i)
      (plan.concepts[i].required ? required_ : optional_).push_back(i);
    // The concept that tells most is kept longest. A plain verb goes before a topic, a judgement
    // before what is judged, a number before all.
    std::stable_sort(optional_.begin(), optional_.end(), [&](size_t a, size_t b) {
      const Concept &one = plan.concepts[a], &other = plan.concepts[b];
      if (is_number(one.shown) != is_number(other.shown)) return is_number(other.shown);
      if (one.judges != other.judges) return other.judges;
      if (one.plain != other.plain) return other.plain;
      if (one.recognised != other.recognised) return one.recognised;
      return one.idf > other.idf;
    });
  }

  MatchSet choose() const {
    if (rules_.concepts) return chosen(named(*rules_.concepts));
    if (rules_.mode == MatchMode::kAll) return set("all", optional_);
    if (rules_.mode == MatchMode::kAny) return set("any", {}, true);
    if (optional_.empty()) return set("all", {});
    const std::vector<size_t> kept = kept_in_index();
    if (kept.empty()) return set("all", optional_);
    // The same rule counts what filters narrow down while anything is left.
    if (has(kept, rules_.filtered, 1)) return chosen(kept);
    const std::vector<size_t> fewer = loosened(kept);
    return fewer.empty() || says_little(fewer) ? set("all", optional_) : chosen(fewer);
  }

 private:
  // Returns the optional concepts of these names.
  std::vector<size_t> named(const std::vector<std::string>& names) const {
    std::vector<size_t> found;
    std::ranges::copy_if(optional_, std::back_inserter(found), [&](size_t i) {
      return std::ranges::find(names, plan_.concepts[i].name()) != names.end();
    });
    return found;
  }

  MatchSet chosen(const std::vector<size_t>& kept) const {
    return set(kept.size() == optional_.size() ? "all" : "most", kept);
  }

  // Returns the concepts that enough reports of the whole index have. Filters have no part in it: a
  // facet counts what a filter by its value leaves.
  std::vector<size_t> kept_in_index() const {
    std::vector<size_t> kept = optional_;
    if (!has(kept, rules_.everything, rules_.enough))
      kept = kept_together(kept);
    else if (rules_.mode != MatchMode::kMost || kept.size() == 1)
      return kept;
    else
      kept.pop_back();
    return says_little(kept) ? optional_ : kept;
  }

  // Returns the one of `asked` that tells most, and each of the others that leaves enough.
  std::vector<size_t> kept_together(std::vector<size_t> asked) const {
    const bool are_somewhere = has(asked, rules_.everything, 1);
    drop_absent(&asked, rules_.everything);
    if (asked.size() > 1) put_disagreeing_last(&asked);
    put_settings_last(&asked);
    if (!are_somewhere)
      std::stable_partition(asked.begin(), asked.end(),
                            [&](size_t i) { return is_hardly_there(i); });
    std::stable_partition(asked.begin(), asked.end(),
                          [&](size_t i) { return is_provision(plan_.concepts[i].shown); });
    std::vector<size_t> kept;
    for (size_t i : asked) {
      kept.push_back(i);
      const Xapian::doccount enough =
          are_one_matter(kept) ? std::min(kFewest, rules_.enough) : rules_.enough;
      if (kept.size() > 1 && !has(kept, rules_.everything, enough)) kept.pop_back();
    }
    return kept;
  }

  // "Pets of children in care" asks about pets: whom it is about, or where, goes before the matter,
  // if the matter is more than a word that hardly a report has.
  void put_settings_last(std::vector<size_t>* asked) const {
    const auto adds_little = [&](size_t i) {
      const Concept& each = plan_.concepts[i];
      return each.judges || each.plain || is_number(each.shown);
    };
    const auto place = [&](size_t i) {
      return adds_little(i) ? 2 : int{plan_.concepts[i].setting};
    };
    const auto matter = std::ranges::find(*asked, 0, place);
    if (matter != asked->end() && reports_with(*matter, kFewest) == kFewest)
      std::ranges::stable_sort(*asked, {}, place);
  }

  // Words that are no terms of the field make one matter: "victim blaming".
  bool are_one_matter(const std::vector<size_t>& kept) const {
    return std::ranges::all_of(kept, [&](size_t i) {
      return !plan_.concepts[i].recognised && !plan_.concepts[i].setting;
    });
  }

  // Tells whether few reports have this term of the field, in the words typed. If no report has all
  // that is asked for, it is not given up for what many have.
  bool is_hardly_there(size_t i) const {
    const Concept& each = plan_.concepts[i];
    const Xapian::doccount reports = reports_with(i, rules_.many);
    return each.recognised && is_judged(each) && !each.as_typed.empty() && reports >= kFewest &&
           reports < rules_.many && has(without_excluded(each.as_typed), rules_.everything, 1);
  }

  // "Special measures" is not "special" if no report has both words. What judges is given up: "no
  // gaps in provision" asks what is good of provision.
  bool says_little(const std::vector<size_t>& kept) const {
    const auto topics =
        std::ranges::count_if(optional_, [&](size_t i) { return !plan_.concepts[i].judges; });
    return kept.size() == 1 && topics > 1 && required_.empty() &&
           !plan_.concepts[kept[0]].recognised && has(kept, rules_.everything, rules_.many);
  }

  // Returns the first part of `asked` that something has. Nothing that passes the filters has all
  // of `asked`. If not even its first concept is there, those that no passage has, with the rest of
  // the request, are given up.
  std::vector<size_t> loosened(const std::vector<size_t>& asked) const {
    std::vector<size_t> kept = asked;
    while (kept.size() > 1) {
      kept.pop_back();
      if (has(kept, rules_.filtered, 1)) return kept;
    }
    kept = asked;
    drop_absent(&kept, rules_.filtered);
    while (kept.size() > 1 && !has(kept, rules_.filtered, 1)) kept.pop_back();
    return kept;
  }

  void drop_absent(std::vector<size_t>* kept, const Query& among) const {
    std::erase_if(*kept, [&](size_t i) { return !has({i}, among, 1); });
  }

  // Puts a concept that hardly one of the best passages has last, if most of them have another term
  // of the field. What is counted should agree with what comes first.
  void put_disagreeing_last(std::vector<size_t>* kept) const {
    constexpr size_t kFew = 8;  // one in so many
    const std::set<Xapian::docid> best = best_passages(plan_.score);
    std::map<size_t, size_t> having;
    size_t most = 0;
    for (size_t i : *kept) {
      const Concept& each = plan_.concepts[i];
      for (Xapian::docid id : best_passages(Query(Query::OP_FILTER, plan_.score, each.has)))
        having[i] += best.count(id);
      if (each.recognised && !each.plain) most = std::max(most, having[i]);
    }
    if (2 * most < best.size()) return;
    std::stable_partition(kept->begin(), kept->end(),
                          [&](size_t i) { return kFew * having[i] > best.size(); });
  }

  std::set<Xapian::docid> best_passages(const Query& score) const {
    constexpr Xapian::doccount kBest = 50;
    Xapian::Enquire enquire(database_);
    enquire.set_query(filtered(without_excluded(score), rules_.everything));
    enquire.set_weighting_scheme(Xapian::BM25Weight(1, 0, 1, 0, 0.5));
    const Xapian::MSet best = enquire.get_mset(0, kBest);
    return {best.begin(), best.end()};
  }

  bool has(const std::vector<size_t>& kept, const Query& among, Xapian::doccount reports) const {
    return has(without_excluded(of(kept)), among, reports);
  }

  // Tells whether so many reports, or more, have a passage that `query` finds among these
  // documents.
  bool has(const Query& query, const Query& among, Xapian::doccount reports) const {
    return count(query, among, reports) >= reports;
  }

  // Returns the number of reports of the whole index that have a concept; no more than `most` are
  // counted.
  Xapian::doccount reports_with(size_t i, Xapian::doccount most) const {
    return count(without_excluded(of({i})), rules_.everything, most);
  }

  // Returns the number of reports with a passage that `query` finds among these documents, at most
  // `most`.
  Xapian::doccount count(const Query& query, const Query& among, Xapian::doccount most) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(filtered(query, among));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_collapse_key(kReportIdSlot);
    return enquire.get_mset(0, most).size();
  }

  Query of(std::vector<size_t> chosen) const {
    chosen.insert(chosen.end(), required_.begin(), required_.end());
    return conjunction(plan_.concepts, chosen);
  }

  // Returns what finds all that speaks for a passage, where it has what is required.
  Query anything() const {
    if (required_.empty()) return plan_.score;
    Query all = conjunction(plan_.concepts, required_);
    return optional_.empty() ? all : Query(Query::OP_AND, all, plan_.score);
  }

  Query without_excluded(const Query& query) const {
    if (plan_.excluded.empty()) return query;
    return Query(Query::OP_AND_NOT, query, plan_.excluded);
  }

  MatchSet set(std::string level, const std::vector<size_t>& kept, bool any = false) const {
    MatchSet matches;
    matches.level = std::move(level);
    matches.query = matches.any_finding = without_excluded(any ? anything() : of(kept));
    matches.some = without_excluded(anything());
    if (!any) leave_out_opposite(kept, &matches);
    for (const Concept& each : plan_.concepts)
      matches.uses.push_back({each.name(), each.required || any});
    for (size_t i : kept) matches.uses[i].required = true;
    if (matches.level == "most") matches.whole = without_excluded(of(optional_));
    return matches;
  }

  // Tells whether the query judges a topic: "delays in adoption", and not "delays". Operators and
  // quotes say exactly what matches, so such a query does not. "No" or "few" alone may be good or
  // bad: "no teenagers".
  bool judges_a_topic() const {
    const std::vector<std::string>& words = plan_.direction_words;
    const bool only_no = std::ranges::all_of(words, [](const std::string& word) {
      return search_form(word) == "no" || search_form(word) == "few";
    });
    return plan_.direction != 0 && !plan_.finds_both && !only_no && required_.empty() &&
           plan_.excluded.empty() && std::ranges::any_of(plan_.concepts, [&](const Concept& each) {
             return is_judged(each);
           });
  }

  // Tells whether `each` is what is judged. One part of a saying is the topic: "carers not
  // supported", "never hotels".
  bool is_judged(const Concept& each) const {
    const std::vector<std::string>& words = plan_.direction_words;
    return !each.judges && (!each.meant.empty() || each.shown.find(' ') != std::string::npos ||
                            std::ranges::find(words, each.shown) == words.end());
  }

  // Leaves out what finds the opposite, also where it has only some of the query.
  void leave_out_opposite(const std::vector<size_t>& kept, MatchSet* matches) const {
    if (!rules_.by_direction || !judges_a_topic()) return;
    const Finding opposite = plan_.direction > 0 ? Finding::kWeakness : Finding::kStrength;
    const Query finds_opposite = finds_otherwise(opposite, kept);
    const Query rest(Query::OP_AND_NOT, matches->query, finds_opposite);
    // It is left out however few remain: beside one answer, ten that say the opposite are none.
    if (!has(rest, rules_.filtered, 1)) return;
    matches->query = rest;
    matches->some = Query(Query::OP_AND_NOT, matches->some, finds_opposite);
    matches->not_counted = fmt::format("without passages that find a {}{}", finding_name(opposite),
                                       plan_.is_general ? " or nothing" : "");
  }

  // If only "weak" or "good" is asked for, the finding tells all. A passage that finds nothing then
  // answers no more than one that finds the opposite.
  Query finds_otherwise(Finding opposite, const std::vector<size_t>& kept) const {
    const Query found = finds(opposite, kept);
    if (!plan_.is_general) return found;
    const std::string neutral(finding_name(Finding::kNeutral));
    return Query(Query::OP_OR, found, Query(filter_term(*find_field("finding"), neutral)));
  }

  // Returns what surely finds `finding` as a whole, or wherever it speaks of what is judged among
  // `kept`.
  Query finds(Finding finding, const std::vector<size_t>& kept) const {
    Query whole(filter_term(*find_field("finding"), std::string(finding_name(finding))));
    std::vector<Query> judged, untold;
    for (size_t i : kept) {
      if (!is_judged(plan_.concepts[i])) continue;
      judged.push_back(plan_.concepts[i].has);
      untold.push_back(unless_told(plan_.concepts[i].has, finding));
    }
    if (judged.empty()) return whole;
    return Query(Query::OP_OR, whole,
                 Query(Query::OP_AND_NOT, Query(Query::OP_OR, judged.begin(), judged.end()),
                       Query(Query::OP_OR, untold.begin(), untold.end())));
  }

  const SearchPlan& plan_;
  const MatchRules& rules_;
  const Xapian::Database& database_;
  std::vector<size_t> required_, optional_;
};

}  // namespace

MatchSet choose_matches(const SearchPlan& plan, const MatchRules& rules,
                        const Xapian::Database& database) {
  if (!plan.concepts.empty()) return Chooser(plan, rules, database).choose();
  MatchSet matches;
  matches.query =
      plan.excluded.empty() ? match_all() : Query(Query::OP_AND_NOT, match_all(), plan.excluded);
  matches.some = matches.any_finding = matches.query;
  return matches;
}

}  // namespace ofsearch
