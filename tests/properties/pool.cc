// To score every passage that matches gives the same best ten, with the same best passages, as the
// passages chosen for it.
#include "common/index/field_phrases.h"
#include "common/text/words.h"
#include "tests/properties/drawn_index.h"

#include <fmt/format.h>

namespace ofsearch::properties {
namespace {

std::string best_ten(Searcher* searcher, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.passages = 5;
  request.keep_repeats = true;
  auto results = searcher->search(request);
  std::string ids;
  if (!results) return results.error().text();
  for (const ReportHit& hit : results->hits) {
    ids += hit.report.id;
    for (const PassageHit& passage : hit.passages) ids += fmt::format(":{}", passage.passage.n);
    ids += " ";
  }
  return ids;
}

// One to four words that stand near each other somewhere, as people type them.
std::string draw_words(DrawnIndex* index) {
  std::string query;
  while (query.empty()) {
    std::vector<std::string> words;
    for (const Token& token : tokenise(index->any_of(index->passages()).passage->text))
      if (!token.joined && !is_stopword(token.term)) words.push_back(token.term);
    if (words.size() < 8) continue;
    size_t at = index->number(0, words.size() - 8), count = index->number(1, 4);
    for (size_t i = 0; i < count; ++i, at += index->number(1, 2))
      query += (query.empty() ? "" : " ") + words[at];
  }
  return query;
}

// Words, phrases of the field and everyday sayings: each is scored in a way of its own.
std::string draw_query(DrawnIndex* index) {
  static const std::vector<std::string> phrases = marked_phrases();
  static const std::vector<std::string> sayings = {
      "kids who run away",       "parents who drink",      "children hit at home",
      "not seen alone",          "brothers and sisters",   "no delay",
      "new social worker again", "takes too long",         "grandparents bringing up",
      "bosses checking work",    "teenagers sofa surfing", "plans not written down"};
  switch (index->number(0, 3)) {
    case 0:
      return index->any_of(phrases);
    case 1:
      return index->any_of(sayings);
    case 2:
      return index->any_of(phrases) + " " + draw_words(index);
    default:
      return draw_words(index);
  }
}

}  // namespace

Tally pool(const std::string& path, unsigned seed, size_t runs) {
  DrawnIndex index(path, {}, seed, 50);
  constexpr size_t kEvery = 10'000'000;
  Searcher::Options everything;
  everything.ranking.most_pool = everything.ranking.at_a_time = kEvery;
  everything.ranking.passages_at_a_time = kEvery;
  auto all = Searcher::open(path, everything);
  Tally tally;
  while (all && tally.runs < runs) {
    std::string query = draw_query(&index);
    std::string chosen = best_ten(&index.searcher(), query), best = best_ten(&*all, query);
    tally.add(chosen == best, query + "\n   chosen " + chosen + "\n   of all " + best);
  }
  return tally;
}

}  // namespace ofsearch::properties
