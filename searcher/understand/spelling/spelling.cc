#include "searcher/understand/spelling/spelling.h"

#include "common/field/authorities/authorities.h"
#include "common/field/thesaurus/everyday.h"
#include "common/field/thesaurus/thesaurus.h"
#include "common/index/schema.h"
#include "common/text/nearest.h"
#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "common/words/words.h"
#include "searcher/query/limits.h"
#include "searcher/understand/spelling/blanks.h"
#include "searcher/understand/spelling/known_words.h"
#include "searcher/understand/spelling/near_words.h"
#include "searcher/understand/spelling/question_words.h"
#include "searcher/understand/spelling/term_spelling.h"
#include "searcher/understand/words/understanding_phrases.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace ofsearch {
namespace {

bool is_ascii_word(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Whether a typed word may be misspelt: letters only, so written in hardly any report, no name.
// Another form of it may stand in reports.
bool may_be_misspelt(const std::string& word, const Vocabulary& vocabulary, Stemmer* stemmer,
                     const Xapian::Database& database) {
  if (word.size() < kShortestMended || !is_ascii_word(word) || is_stopword(word)) return false;
  const std::string stem = stemmer->stem(word);
  if (database.get_termfreq(word) > kSlips) return false;
  const bool has_forms = database.term_exists(term_with(kStemPrefix, stem));
  if (words_known().contains(word) || (words_known().contains(stem) && !has_forms)) return false;
  return std::none_of(vocabulary.inspectors.begin(), vocabulary.inspectors.end(),
                      [&](const std::string& name) {
                        return (" " + name + " ").find(" " + word + " ") != std::string::npos;
                      });
}

// "Trafficing" is written nowhere, and its stem is that of "traffic": "trafficking" is meant where
// it is likelier by far.
bool is_likelier_than_its_stem(const NearWord& near, const Xapian::Database& database,
                               Stemmer* stemmer) {
  const std::string stem = stemmer->stem(near.typed);
  if (is_slip(near.typed, near.best) && near.passages >= kCommonWord) return true;  // "referals"
  return near.passages > kTimesLikelier * database.get_termfreq(term_with(kStemPrefix, stem));
}

// "Managment", which a report has too: another word is written by far more often, and one slip
// makes the one of the other.
bool is_slip_of_reports(const NearWord& near, const Xapian::Database& database) {
  constexpr Xapian::doccount kTimes = 100;
  constexpr size_t kLeast = 7;  // letters
  const Xapian::doccount written = database.get_termfreq(near.typed);
  if (written == 0) return true;
  return near.typed.size() >= kLeast && near.edits == 1 && near.rival == 0 &&
         near.passages >= kTimes * written &&
         (is_slip(near.typed, near.best) || lacks_letter(near.typed, near.best));
}

// A word of the query, or one part of a word with hyphens ("life-story"): bytes [begin, end) of the
// text of node `node`.
struct Place {
  size_t node = 0, begin = 0, end = 0;
  std::string word;      // in search form; empty where something else than a word stands
  bool is_sure = false;  // of its spelling: in capitals, or excluded
  std::string mended;    // what is searched for instead
};

std::vector<Place> places_of(const std::vector<QueryNode>& nodes) {
  std::vector<Place> places;
  for (size_t i = 0; i < nodes.size(); ++i) {
    const bool is_word = nodes[i].kind == QueryNode::Kind::kWord;
    if (!is_word) places.push_back({i, 0, nodes[i].text.size(), "", true, ""});
    for (Token& token : is_word ? tokenise(nodes[i].text) : std::vector<Token>()) {
      const bool is_sure = nodes[i].need == QueryNode::Need::kExcluded || token.capitals;
      if (!token.joined)
        places.push_back({i, token.begin, token.end, std::move(token.term), is_sure, ""});
    }
  }
  return places;
}

std::vector<std::string> words_at(const std::vector<Place>& places) {
  std::vector<std::string> words;
  for (const Place& place : places) words.push_back(place.word);
  return words;
}

// Puts what is mended into the words of the query.
void put_in(const std::vector<Place>& places, std::vector<QueryNode>* nodes,
            std::vector<Correction>* corrections) {
  for (size_t i = 0; i < places.size();) {
    const size_t number = places[i].node;
    std::string& typed = (*nodes)[number].text;
    std::string text;
    size_t end = 0;
    for (; i < places.size() && places[i].node == number; ++i) {
      text += typed.substr(end, places[i].begin - end);
      end = places[i].end;
      text += places[i].mended.empty() ? typed.substr(places[i].begin, end - places[i].begin)
                                       : places[i].mended;
    }
    text += typed.substr(end);
    if (text == typed) continue;
    corrections->push_back({typed, text});
    typed = std::move(text);
  }
}

// One slip, wherever in the word, is certain if what is meant often stands beside a neighbour:
// "mental healsh", "odmestic abuse".
bool fits_its_neighbours(const std::vector<Place>& places, size_t at, const NearWord& near,
                         const Xapian::Database& database) {
  if (near.edits != 1 || near.passages < kCommonWord || near.rival > near.passages) return false;
  const auto neighbour = [&](size_t i) {
    const std::string word = i < places.size() ? places[i].word : std::string();
    const bool tells = !is_stopword(word) && !Everyday::builtin().is_light(word);
    return tells ? word : std::string();
  };
  const std::string before = at > 0 ? neighbour(at - 1) : "", after = neighbour(at + 1);
  return (!before.empty() && stand_together(before, near.best, database, kOften)) ||
         (!after.empty() && stand_together(near.best, after, database, kOften));
}

// Whether `meant` in place of word `at` makes a term of the field: "family group conferances".
bool names_a_term(const std::vector<Place>& places, size_t at, const std::string& meant) {
  std::vector<std::string> words = words_at(places);
  const auto is_in_term = [&] {
    return std::ranges::any_of(
        Thesaurus::builtin().matches(words), [&](const Thesaurus::Match& match) {
          return match.first_word <= at && at < match.first_word + match.word_count;
        });
  };
  if (is_in_term()) return false;
  words[at] = meant;
  return is_in_term();
}

// "Wich councils": the first of several words, and hardly any report has it.
void mend_question_word(ParsedQuery* query, const Xapian::Database& database,
                        std::vector<Correction>* corrections) {
  constexpr size_t kFewest = 3;  // words
  std::vector<QueryNode>& nodes = query->root.children;
  const std::string word = nodes.size() < kFewest ? "" : plain_word(nodes.front());
  if (word.empty() || words_known().contains(word) || database.get_termfreq(word) > kSlips) return;
  std::string meant = question_word_meant(word, plain_word(nodes[1]));
  if (meant.empty()) return;
  corrections->push_back({nodes.front().text, meant});
  nodes.front().text = std::move(meant);
}

}  // namespace

std::vector<Correction> mend_spelling(ParsedQuery* query, const Vocabulary& vocabulary,
                                      IndexWords* of_index) {
  const Xapian::Database& database = of_index->database();
  std::vector<Correction> corrections;
  mend_question_word(query, database, &corrections);
  part_words(query, database, &corrections);
  join_words(query, database, &corrections);
  Stemmer stemmer;
  std::vector<Place> places = places_of(query->root.children);
  std::vector<size_t> misspelt;
  std::vector<std::string> words;
  for (size_t i = 0; i < places.size(); ++i)
    if (!places[i].is_sure && may_be_misspelt(places[i].word, vocabulary, &stemmer, database)) {
      misspelt.push_back(i);
      words.push_back(places[i].word);
    }
  const std::vector<NearWord> near = near_words(words, of_index);
  for (size_t i = 0; i < near.size(); ++i) {
    Place& place = places[misspelt[i]];
    std::string meant;
    if (!near[i].best.empty() && is_slip_of_reports(near[i], database) &&
        (fits_its_neighbours(places, misspelt[i], near[i], database) ||
         (is_certain(near[i]) && is_likelier_than_its_stem(near[i], database, &stemmer))))
      meant = near[i].best;
    else
      meant = word_of_term(words_at(places), misspelt[i]);
    if (meant.empty()) meant = parted_term(place.word);
    if (meant.empty()) continue;
    if (stemmer.stem(place.word) != stemmer.stem(meant) || names_a_term(places, misspelt[i], meant))
      place.mended = place.word = std::move(meant);
  }
  put_in(places, &query->root.children, &corrections);
  return corrections;
}

}  // namespace ofsearch
