#include "searcher/plan/place_plans.h"

#include "common/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ofsearch {
namespace {

using Query = Xapian::Query;
using Kind = QueryNode::Kind;
using Need = QueryNode::Need;

constexpr double kMostStarredPhrases = 2500;  // that a phrase with stars stands for
constexpr double kMostStarWords = 50;         // that one of its stars stands for
constexpr size_t kMostNearWords = 16;

// What is asked for and nowhere; not an empty query, which would ask for nothing.
Query no_passage() {
  return Query(stem_term(""));
}

bool is_empty(const Words& words) {
  return words.empty();
}

// Each phrase that a word of every place makes.
std::vector<Words> phrases_of(const std::vector<Words>& places) {
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

}  // namespace

size_t PlacePlans::most_wildcard_words() const {
  return limits_.expansions / stars_;
}

// How many of the words of one star, the most frequent first, are searched.
size_t PlacePlans::affordable(const Words& words) const {
  double left = limits_.star_passages / static_cast<double>(stars_);
  for (size_t i = 0; i < words.size(); ++i) {
    left -= lookup_.frequency(words[i]);
    if (left < 0) return std::max<size_t>(i, 1);
  }
  return words.size();
}

// The words that a star stands for, `most` at most; a notice where there are more, and the pattern
// among the unknown words where there are none.
Words PlacePlans::words_of_star(const std::string& pattern, size_t most, Planned* planned) const {
  Words words = lookup_.matching(pattern);
  if (words.empty()) planned->unknown_words.push_back(pattern);
  const size_t all = words.size();
  words.resize(std::min({all, most, most_wildcard_words()}));
  words.resize(affordable(words));
  if (words.size() < all)
    planned->notices.push_back(fmt::format(
        "{} stands for {} words; the {}", pattern, all,
        words.size() == 1 ? "most frequent was searched"
                          : fmt::format("{} most frequent were searched", words.size())));
  return words;
}

Planned PlacePlans::phrase(const std::string& text) const {
  return text.find('*') == std::string::npos ? plain_phrase(text) : starred_phrase(text);
}

Planned PlacePlans::plain_phrase(const std::string& text) const {
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
Planned PlacePlans::found_by(const std::vector<Weighed>& forms, Planned planned) const {
  for (const Weighed& form : forms) planned.has = joined(Query::OP_OR, planned.has, form.query);
  planned.score = WordPlans::scored(forms, words_.weight_of(planned.terms));
  return planned;
}

// Boilerplate is found by what is quoted only, or where all is as if it were.
Weighed PlacePlans::unless_exact(Weighed found) const {
  return exact_ ? found : WordLookup::but_boilerplate(std::move(found));
}

Planned PlacePlans::wildcard(const std::string& pattern) const {
  Planned planned;
  const Words words = words_of_star(pattern, limits_.expansions, &planned);
  double frequency = 0;
  for (const std::string& word : words) frequency += lookup_.frequency(word);
  planned.terms.push_back({pattern, lookup_.idf(frequency), false});
  for (const std::string& word : words) planned.patterns.push_back({{word}, true, {0}, 1});
  if (!words.empty()) return found_by({unless_exact(lookup_.any_word(words))}, std::move(planned));
  planned.has = planned.score = no_passage();
  return planned;
}

// "private foster*": each word that the star stands for may stand in its place.
Planned PlacePlans::starred_phrase(const std::string& text) const {
  Planned planned;
  std::vector<std::string_view> typed = split_words(text);
  auto is_starred = [](std::string_view word) {
    return word.find('*') != std::string::npos && word[0] != '*';
  };
  auto stars = static_cast<double>(std::count_if(typed.begin(), typed.end(), is_starred));
  // Every phrase it stands for is scored.
  const auto most = static_cast<size_t>(
      std::min(kMostStarWords, std::pow(kMostStarredPhrases, 1 / std::max(stars, 1.0))));
  std::vector<Words> places;
  for (std::string_view each : typed) {
    std::string word(each);
    if (is_starred(word)) {
      places.push_back(words_of_star(word, most, &planned));
    } else {
      for (std::string& part : lookup_.phrase_words(word)) places.push_back({std::move(part)});
    }
  }
  planned.terms.push_back({"\"" + text + "\"", lookup_.idf_of_share(0.01), false});
  for (Words& words : phrases_of(places))
    planned.patterns.push_back({std::move(words), true, {0}, 1});
  if (!places.empty() && std::ranges::none_of(places, is_empty))
    return found_by({lookup_.phrase(places)}, std::move(planned));
  planned.has = planned.score = no_passage();
  return planned;
}

// The words that may stand in each place of a NEAR: its words, and "(a OR b)".
Result<std::vector<Words>> PlacePlans::near_places(const QueryNode& node, Planned* planned) const {
  if (node.distance == 0)
    return Error{ErrorCode::kUsage, "NEAR/ needs a number of words, 1 or more",
                 "as in: visits NEAR/5 timescales"};
  std::vector<Words> places;
  for (const QueryNode& child : node.children) {
    if (child.need == Need::kExcluded)
      return Error{ErrorCode::kUsage, fmt::format("NEAR cannot look for {}", describe(child)),
                   "write words beside NEAR, or (one OR another)"};
    if (child.kind == Kind::kWord || child.kind == Kind::kPhrase) {
      for (std::string& word : lookup_.phrase_words(child.text)) places.push_back({word});
      continue;
    }
    Words either;
    for (const QueryNode& word : child.children)
      if (is_plain_word(word)) append_all(&either, lookup_.phrase_words(word.text));
    bool words = child.kind == Kind::kOr && child.need == Need::kOptional &&
                 either.size() == child.children.size();
    if (child.kind == Kind::kWildcard)
      either = words_of_star(child.text, static_cast<size_t>(kMostStarWords), planned);
    else if (!words)
      return Error{ErrorCode::kUsage, fmt::format("NEAR cannot look for {}", describe(child)),
                   "write words beside NEAR, or (one OR another)"};
    places.push_back(std::move(either));
  }
  return places;
}

Result<Planned> PlacePlans::near(const QueryNode& node) const {
  Planned planned;
  std::vector<Words> places;
  for (const std::vector<std::string>& either : OF_TRY(near_places(node, &planned))) {
    double frequency = 0;
    Words place;
    for (const std::string& word : either) {
      const std::string stem = lookup_.stem(word);
      frequency += exact_ ? lookup_.frequency(word) : lookup_.stem_frequency(stem);
      planned.patterns.push_back({{exact_ ? word : stem}, exact_, {planned.terms.size()}, 1});
      if (exact_)
        place.push_back(word);
      else
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
  if (std::ranges::any_of(places, is_empty)) {
    planned.has = planned.score = no_passage();
    return planned;
  }
  size_t window = static_cast<size_t>(node.distance) + places.size();
  planned.has = unless_exact(lookup_.near(places, window)).query;
  Query words;
  for (size_t i = 0; i < places.size(); ++i)
    words = joined(
        Query::OP_OR, words,
        WordPlans::scored({lookup_.any_word(places[i])}, words_.weight_of({planned.terms[i]})));
  planned.score = Query(Query::OP_FILTER, words, planned.has);
  return planned;
}

}  // namespace ofsearch
