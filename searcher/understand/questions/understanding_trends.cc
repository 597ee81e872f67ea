#include "searcher/understand/questions/understanding_trends.h"

#include "common/words/stemmer.h"
#include "searcher/query/question.h"
#include "searcher/understand/words/understanding_phrases.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace ofsearch::understanding {
namespace {

bool asks_whether(const Words& words) {
  return opens_question_whether(words.folded(0)) || words.is_one_of(0, "has have how");
}

// "Is it getting better", "how has", "improved or not": wherever it stands.
bool is_question(const Words& words, const Recognised& trend) {
  if (words.is_one_of(trend.first, "how")) return true;
  const std::size_t end = trend.first + trend.count;
  if (words.length_before(end, "or not") > 0) return true;
  for (std::size_t at = trend.first; at < end; ++at)
    if (words.is_one_of(at, "it they thing")) return true;
  return false;
}

// Whether piece `at` is part of something recognised, and not looked for.
bool is_taken(const AllRecognised& all, std::size_t at) {
  return std::ranges::any_of(all, [&](const Recognised& each) {
    return !each.keeps_words && at >= each.first && at < each.first + each.count &&
           std::ranges::find(each.kept, at) == each.kept.end();
  });
}

bool has_topic(const Words& words, const AllRecognised& all) {
  for (std::size_t at = 0; at < words.size(); ++at)
    if (!is_taken(all, at) && !is_stopword(words.folded(at)) &&
        Phrases::builtin().length_of("filler", words, at) == 0)
      return true;
  return false;
}

}  // namespace

bool is_place_or_time(std::string_view field) {
  static const std::set<std::string_view> kFields = {"authority", "region", "year", "from", "to"};
  return kFields.contains(field);
}

void keep_judged_trends(const Words& words, bool names_place, AllRecognised* all) {
  const bool names = names_place || std::ranges::any_of(*all, [](const Recognised& each) {
                       return std::ranges::any_of(each.filters, [](const auto& filter) {
                         return is_place_or_time(filter.first);
                       });
                     });
  const bool asks_for_what = words.is_one_of(0, "what which where why who");
  if (!asks_for_what && ((names && asks_whether(words)) || !has_topic(words, *all))) return;
  std::erase_if(
      *all, [&](const Recognised& each) { return each.needs_topic && !is_question(words, each); });
}

}  // namespace ofsearch::understanding
