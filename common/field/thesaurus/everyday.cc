#include "common/field/thesaurus/everyday.h"

#include "common/field/stemmer_of_thread.h"
#include "common/field/thesaurus/thesaurus_words.h"
#include "common/system/embedded_table.h"
#include "common/text/characters.h"
#include "common/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace ofsearch {
namespace {

using AsksName = std::pair<std::string_view, Everyday::Asks>;
constexpr AsksName kAsks[] = {{"strength", Everyday::Asks::kStrength},
                              {"weakness", Everyday::Asks::kWeakness},
                              {"neither", Everyday::Asks::kNeither}};

constexpr std::size_t kMostBetween = 2;  // words that no part has, between the parts of a saying

// Words that may stand anywhere in a saying, or be left out.
bool is_filler(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords = {
      "a",    "an",   "the",   "of",   "from",  "to",    "in",    "at",   "with",
      "for",  "s",    "their", "his",  "her",   "its",   "my",    "your", "our",
      "they", "them", "he",    "she",  "it",    "we",    "us",    "you",  "i",
      "is",   "are",  "was",   "were", "be",    "been",  "being", "and",  "or",
      "as",   "into", "about", "this", "these", "those", "there", "very", "really"};
  return kWords.contains(word);
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

// "alcohol misuse, substance misuse < behaviour ~ health".
std::vector<Everyday::Meaning> meanings_of(std::string_view list) {
  std::vector<Everyday::Meaning> meanings;
  bool near = false;
  for (std::string_view half : split(list, "~")) {
    bool wider = false;
    for (std::string_view part : split(half, "<")) {
      for (std::string_view text : split(part, ","))
        if (!text.empty()) meanings.push_back({std::string(text), near, wider});
      wider = true;
    }
    near = true;
  }
  return meanings;
}

// The stems of a text's words that count.
std::vector<std::string> stems_of(std::string_view text) {
  std::vector<std::string> stems;
  for (const thesaurus::Piece& piece : thesaurus::split_pieces(text))
    if (!is_filler(piece.folded)) stems.push_back(stemmer_of_thread().stem(piece.folded));
  return stems;
}

bool is_one_of_class(const std::string& word, const std::unordered_set<std::string>& stems) {
  return std::ranges::any_of(thesaurus::split_pieces(word), [&](const auto& piece) {
    return stems.contains(stemmer_of_thread().stem(piece.folded));
  });
}

}  // namespace

// The words of a query that count, and where it has what the lists have.
struct Everyday::Query {
  struct Place {
    std::size_t begin, end;
  };

  Query(const Everyday& everyday, const std::vector<std::string>& words) {
    for (std::size_t word = 0; word < words.size(); ++word)
      for (const std::string& stem : stems_of(words[word])) {
        stems.push_back(stem);
        word_of.push_back(word);
        counts_before.push_back(counts_before.back() + (is_stopword(stem) ? 0 : 1));
      }
    for (std::size_t at = 0; at < stems.size(); ++at) {
      const auto lists = everyday.by_first_.find(stems[at]);
      if (lists == everyday.by_first_.end()) continue;
      for (const auto& [list, item] : lists->second)
        if (stands_at(everyday.lists_[list][item], at))
          places[list].push_back({at, at + everyday.lists_[list][item].size()});
    }
  }

  bool stands_at(const Stems& sequence, std::size_t at) const {
    if (at + sequence.size() > stems.size()) return false;
    return std::equal(sequence.begin(), sequence.end(),
                      stems.begin() + static_cast<std::ptrdiff_t>(at));
  }

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
    for (const Stems& sequence : list) all.insert(sequence.begin(), sequence.end());
  return {all.begin(), all.end()};
}

std::vector<std::string> Everyday::meanings() const {
  std::set<std::string> all;
  for (const Meant& meant : meant_)
    for (const auto& thing : meant.meanings)
      for (const Meaning& meaning : thing) all.insert(meaning.text);
  return {all.begin(), all.end()};
}

// ---- Reading ----------------------------------------------------------------------------------

struct Everyday::Reader {
  Everyday everyday;
  std::map<std::string, std::size_t, std::less<>> classes;
  std::map<std::string, std::size_t, std::less<>> written;  // parts that are no class

  // The list behind a part; an error's text.
  std::string part_of(std::string_view text, std::size_t* list) {
    if (const auto known = written.find(text); known != written.end()) {
      *list = known->second;
      return {};
    }
    std::vector<Stems> choices;
    for (std::string_view choice : split(text, "/")) {
      if (choice.starts_with('@')) {
        const std::size_t space = choice.find(' ');
        const auto known = classes.find(choice.substr(0, space));
        if (known == classes.end()) return fmt::format("nothing is called {}", choice);
        const Stems behind = stems_of(choice.substr(std::min(space, choice.size())));
        for (Stems stems : everyday.lists_[known->second]) {
          stems.insert(stems.end(), behind.begin(), behind.end());
          choices.push_back(std::move(stems));
        }
        continue;
      }
      const std::size_t at = choice.find('@');
      const auto known = classes.find(choice.substr(std::min(at, choice.size())));
      if (at != std::string_view::npos) {
        if (known == classes.end()) return fmt::format("nothing is called {}", choice.substr(at));
        for (const Stems& stems : everyday.lists_[known->second]) {
          choices.push_back(stems_of(choice.substr(0, at)));
          choices.back().insert(choices.back().end(), stems.begin(), stems.end());
        }
        continue;
      }
      choices.push_back(stems_of(choice));
      if (choices.back().empty()) return fmt::format("\"{}\" has no word that counts", text);
    }
    *list = everyday.add_list(std::move(choices));
    written.emplace(std::string(text), *list);
    return {};
  }

  void add_words(std::string_view text) {
    for (const thesaurus::Piece& piece : thesaurus::split_pieces(text))
      everyday.words_.insert(piece.folded);
  }

  std::string add_class(std::string_view name, std::string_view words) {
    add_words(words);
    std::vector<Stems> list;
    std::unordered_set<std::string>* single = name == "@light"   ? &everyday.light_
                                              : name == "@group" ? &everyday.groups_
                                              : name == "@plain" ? &everyday.plain_
                                                                 : nullptr;
    for (std::string_view word : split(words, ",")) {
      list.push_back(stems_of(word));
      if (single != nullptr)
        single->insert(list.back().begin(), list.back().end());
      else if (list.back().empty())
        return fmt::format("\"{}\" has no word that counts", word);
    }
    if (single == nullptr) classes[std::string(name)] = everyday.add_list(std::move(list));
    return {};
  }

  std::string add_sayings(std::string_view sayings, std::string_view meaning) {
    add_words(sayings);
    Meant meant;
    if (const std::size_t sign = meaning.find('!'); sign != std::string_view::npos) {
      const std::string_view asks = trimmed(meaning.substr(sign + 1));
      const auto known = std::ranges::find(kAsks, asks, &AsksName::first);
      if (known == std::end(kAsks))
        return fmt::format("\"{}\" is not weakness, strength or neither", asks);
      meant.asks = known->second;
      meaning = meaning.substr(0, sign);
    }
    for (std::string_view thing : split(meaning, ";"))
      if (!thing.empty()) meant.meanings.push_back(meanings_of(thing));
    everyday.meant_.push_back(std::move(meant));
    for (std::string_view saying : split(sayings, ",")) {
      Rule rule;
      rule.meaning = everyday.meant_.size() - 1;
      for (std::string_view part : split(saying, " + ")) {
        rule.parts.emplace_back();
        if (std::string fault = part_of(part, &rule.parts.back()); !fault.empty()) return fault;
      }
      everyday.rules_.push_back(std::move(rule));
    }
    return {};
  }

  std::string add(const std::string& line) {
    const std::size_t arrow = line.find("=>"), equals = line.find(" = ");
    if (arrow != std::string::npos)
      return add_sayings(std::string_view(line).substr(0, arrow),
                         std::string_view(line).substr(arrow + 2));
    if (!line.starts_with('@') || equals == std::string::npos)
      return "neither a saying with \"=>\" nor a class with \"=\"";
    return add_class(line.substr(0, equals), std::string_view(line).substr(equals + 3));
  }
};

std::size_t Everyday::add_list(std::vector<Stems> list) {
  for (std::size_t item = 0; item < list.size(); ++item)
    by_first_[list[item].front()].emplace_back(lists_.size(), item);
  lists_.push_back(std::move(list));
  return lists_.size() - 1;
}

Result<Everyday> Everyday::parse(std::string_view text, std::string_view file_name) {
  Reader reader;
  int number = 0, begun_at = 0;
  std::string begun, fault;
  const auto end = [&] {
    if (!begun.empty()) fault = reader.add(begun);
    begun.clear();
    return fault.empty();
  };
  while (!text.empty()) {
    const std::size_t length = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, length);
    text.remove_prefix(std::min(length + 1, text.size()));
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#')) continue;
    if (line.starts_with(' ')) {
      begun += " " + std::string(trimmed(line));
      continue;
    }
    if (!end()) break;
    begun = line;
    begun_at = number;
  }
  if (fault.empty()) end();
  if (!fault.empty())
    return Error{ErrorCode::kUsage, fmt::format("{}:{}: {}", file_name, begun_at, fault),
                 "the head of the list describes its format"};
  return std::move(reader.everyday);
}

const Everyday& Everyday::builtin() {
  static const auto everyday = embedded_table<Everyday>("everyday.txt");
  return everyday;
}

}  // namespace ofsearch
