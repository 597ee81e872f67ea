#include "common/field/thesaurus/everyday.h"

#include "common/field/stemmer_of_thread.h"
#include "common/field/thesaurus/everyday_words.h"
#include "common/field/thesaurus/thesaurus_words.h"
#include "common/text/text.h"

#include <algorithm>
#include <set>
#include <utility>

namespace ofsearch {
namespace {

using everyday::is_filler;
using everyday::stems_of;

constexpr std::size_t kMostBetween = 2;  // words that no part has, between the parts of a saying

bool is_one_of_class(const std::string& word, const std::unordered_set<std::string>& stems) {
  return std::ranges::any_of(thesaurus::split_pieces(word), [&](const auto& piece) {
    return stems.contains(stemmer_of_thread().stem(piece.folded));
  });
}

}  // namespace

namespace {

// The place of the first that counts in a sequence of a list.
std::size_t first_counted(const std::vector<std::string>& sequence) {
  std::size_t first = 0;
  while (everyday::is_beside(sequence[first])) ++first;
  return first;
}

}  // namespace

// The words of a query that count, and where it has what the lists have.
struct Everyday::Query {
  struct Place {
    std::size_t begin, end;
  };

  Query(const Everyday& everyday, const std::vector<std::string>& words) {
    for (std::size_t word = 0; word < words.size(); ++word)
      for (const thesaurus::Piece& piece : thesaurus::split_pieces(words[word])) {
        all.push_back(piece.folded);
        if (is_filler(piece.folded)) continue;
        stems.push_back(stemmer_of_thread().stem(piece.folded));
        in_all.push_back(all.size() - 1);
        word_of.push_back(word);
        counts_before.push_back(counts_before.back() + (is_stopword(stems.back()) ? 0 : 1));
      }
    for (std::size_t at = 0; at < stems.size(); ++at) {
      find_lists(everyday, stems[at], at);
      find_lists(everyday, everyday::written(all[in_all[at]]), at);
    }
  }

  // The lists whose first word that counts is `first`, which stands at `at`.
  void find_lists(const Everyday& everyday, const std::string& first, std::size_t at) {
    const auto lists = everyday.by_first_.find(first);
    if (lists == everyday.by_first_.end()) return;
    for (const auto& [list, item] : lists->second) {
      const Stems& sequence = everyday.lists_[list][item];
      if (!stands_at(sequence, at)) continue;
      const auto counted = std::ranges::count_if(
          sequence, [](const std::string& each) { return !everyday::is_beside(each); });
      places[list].push_back({at, at + static_cast<std::size_t>(counted)});
    }
  }

  bool stands_at(const Stems& sequence, std::size_t at) const {
    const bool is_whole = std::ranges::any_of(sequence, everyday::is_beside);
    const std::size_t before = first_counted(sequence);
    if (is_whole && in_all[at] < before) return false;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      if (is_whole && !is_at(sequence[i], in_all[at] + i - before)) return false;
      if (!is_whole && (at + i >= stems.size() || !is_at(sequence[i], in_all[at + i])))
        return false;
    }
    return true;
  }

  // Whether what a list has, `item`, is word number `at` of all.
  bool is_at(const std::string& item, std::size_t at) const {
    if (at >= all.size()) return false;
    if (everyday::is_beside(item)) return item == everyday::beside(all[at]);
    return item == everyday::written(all[at]) || item == stemmer_of_thread().stem(all[at]);
  }

  std::vector<std::string> all;     // its words, folded
  std::vector<std::size_t> in_all;  // of each that counts
  std::vector<std::string> stems;
  std::vector<std::size_t> word_of;
  std::vector<std::size_t> counts_before = {0};      // stems before each that are no stopwords
  std::map<std::size_t, std::vector<Place>> places;  // by list
};

// A saying found: which of the query's stems it has.
struct Everyday::Found {
  std::vector<std::size_t> stems;
  std::size_t parts = 0, meaning = 0;
};

void Everyday::find(const Rule& rule, const Query& query, std::vector<Found>* found) const {
  std::vector<Query::Place> chosen;
  const auto choose = [&](const auto& self, std::size_t part) -> void {
    if (part == rule.parts.size()) {
      Found saying{{}, rule.parts.size(), rule.meaning};
      for (const Query::Place& place : chosen)
        for (std::size_t i = place.begin; i < place.end; ++i) saying.stems.push_back(i);
      std::sort(saying.stems.begin(), saying.stems.end());
      std::size_t between = 0;
      for (std::size_t i = 1; i < saying.stems.size(); ++i)
        between += query.counts_before[saying.stems[i]] -
                   query.counts_before[std::min(saying.stems[i], saying.stems[i - 1] + 1)];
      if (between <= kMostBetween) found->push_back(std::move(saying));
      return;
    }
    const auto places = query.places.find(rule.parts[part]);
    if (places == query.places.end()) return;
    for (const Query::Place& place : places->second) {
      if (std::any_of(chosen.begin(), chosen.end(), [&](const Query::Place& other) {
            return place.begin < other.end && other.begin < place.end;
          }))
        continue;
      chosen.push_back(place);
      self(self, part + 1);
      chosen.pop_back();
    }
  };
  choose(choose, 0);
}

std::vector<Everyday::Match> Everyday::matches(const std::vector<std::string>& words) const {
  const Query query(*this, words);
  std::vector<Found> found;
  if (!query.places.empty())
    for (const Rule& rule : rules_) find(rule, query, &found);
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    if (a.stems.size() != b.stems.size()) return a.stems.size() > b.stems.size();
    const std::size_t a_span = a.stems.back() - a.stems.front();
    const std::size_t b_span = b.stems.back() - b.stems.front();
    return a_span != b_span ? a_span < b_span : a.parts > b.parts;
  });
  std::vector<bool> taken(words.size());
  std::vector<Match> matches;
  for (const Found& saying : found) {
    Match match;
    for (std::size_t stem : saying.stems)
      if (match.words.empty() || match.words.back() != query.word_of[stem])
        match.words.push_back(query.word_of[stem]);
    if (std::any_of(match.words.begin(), match.words.end(),
                    [&](std::size_t word) { return taken[word]; }))
      continue;
    for (std::size_t word : match.words) taken[word] = true;
    match.meanings = &meant_[saying.meaning].meanings;
    match.asks = meant_[saying.meaning].asks;
    matches.push_back(std::move(match));
  }
  std::sort(matches.begin(), matches.end(),
            [](const Match& a, const Match& b) { return a.words.front() < b.words.front(); });
  return matches;
}

bool Everyday::is_light(const std::string& word) const {
  const auto pieces = thesaurus::split_pieces(word);
  return !pieces.empty() && std::all_of(pieces.begin(), pieces.end(), [&](const auto& piece) {
    return is_filler(piece.folded) || light_.contains(stemmer_of_thread().stem(piece.folded));
  });
}

bool Everyday::names_group(const std::string& word) const {
  return is_one_of_class(word, groups_);
}

bool Everyday::is_plain(const std::string& word) const {
  return is_one_of_class(word, plain_);
}

std::vector<std::string> Everyday::stems() const {
  std::set<std::string> all(light_.begin(), light_.end());
  for (const auto& list : lists_)
    for (const Stems& sequence : list)
      for (const std::string& item : sequence)
        if (!everyday::is_beside(item)) all.insert(everyday::stem_of_item(item));
  return {all.begin(), all.end()};
}

std::vector<std::string> Everyday::meanings() const {
  std::set<std::string> all;
  for (const Meant& meant : meant_)
    for (const auto& thing : meant.meanings)
      for (const Meaning& meaning : thing) all.insert(meaning.text);
  return {all.begin(), all.end()};
}

std::size_t Everyday::add_list(std::vector<Stems> list) {
  for (std::size_t item = 0; item < list.size(); ++item)
    by_first_[list[item][first_counted(list[item])]].emplace_back(lists_.size(), item);
  lists_.push_back(std::move(list));
  return lists_.size() - 1;
}

}  // namespace ofsearch
