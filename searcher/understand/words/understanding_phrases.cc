#include "searcher/understand/words/understanding_phrases.h"

#include "common/field/thesaurus/thesaurus_words.h"
#include "common/system/embedded_table.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "searcher/query/question.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch::understanding {
namespace {

constexpr size_t kColumns = 4;

std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  for (const thesaurus::Piece& piece : thesaurus::split_pieces(text))
    pieces.push_back(thesaurus::singular(piece.folded));
  return pieces;
}

// Whether pieces [at, end) are whole words.
bool are_words(const Words& words, std::size_t at, std::size_t end) {
  return end > at && words.begins_word(at) && words.ends_word(end - 1);
}

// "[the] north/south @council" in elements, brackets kept with what is in them.
std::vector<std::string> elements_of(std::string_view phrase) {
  std::vector<std::string> elements;
  bool open = false;
  for (std::string_view word : split_words(phrase)) {
    if (open)
      elements.back() += " " + std::string(word);
    else
      elements.emplace_back(word);
    if (word.front() == '[') open = true;
    if (word.back() == ']') open = false;
  }
  return elements;
}

// False: nothing is called so.
bool set_place(std::string_view where, Phrase* phrase) {
  struct Place {
    std::string_view name;
    bool Phrase::*flag;
  };
  constexpr Place kPlaces[] = {{"first", &Phrase::only_first},   {"last", &Phrase::only_last},
                               {"keep", &Phrase::keeps_words},   {"keep-last", &Phrase::keeps_last},
                               {"stated", &Phrase::only_stated}, {"beside", &Phrase::needs_topic},
                               {"label", &Phrase::only_label}};
  for (const Place& place : kPlaces) {
    if (place.name != where) continue;
    phrase->*place.flag = true;
    return true;
  }
  return false;
}

}  // namespace

std::vector<std::string_view> values_of(const Phrase& phrase) {
  const std::string_view all = phrase.value;
  std::vector<std::string_view> values;
  std::size_t first = 0;
  for (std::size_t at = 0; at <= all.size(); ++at) {
    const bool is_end = at == all.size();
    if (!is_end && (all[at] != ',' || all.substr(at + 1).starts_with(' '))) continue;
    values.push_back(all.substr(first, at - first));
    first = at + 1;
  }
  return values;
}

std::string Phrases::read_element(const std::string& written, Element* element) const {
  element->optional = written.front() == '[';
  if (element->optional && written.back() != ']') return "a bracket is not closed";
  const std::string inner = element->optional ? written.substr(1, written.size() - 2) : written;
  for (std::string_view choice : split(inner, '/')) {
    if (!choice.starts_with('@')) {
      element->choices.push_back({pieces_of(choice), kNoClass});
      if (element->choices.back().pieces.empty()) return "an empty word";
      continue;
    }
    const auto known = class_numbers_.find(choice);
    if (known == class_numbers_.end()) return fmt::format("nothing is called {}", choice);
    element->choices.push_back({{}, known->second});
  }
  return {};
}

std::string Phrases::read_pattern(std::string_view written, Pattern* pattern) const {
  for (const std::string& element : elements_of(written)) {
    pattern->emplace_back();
    if (std::string fault = read_element(element, &pattern->back()); !fault.empty()) return fault;
  }
  if (std::all_of(pattern->begin(), pattern->end(), [](const Element& e) { return e.optional; }))
    return fmt::format("\"{}\" may have no word", written);
  return {};
}

std::set<std::string> Phrases::first_pieces(const Pattern& pattern) const {
  std::set<std::string> first;
  for (const Element& element : pattern) {
    for (const Choice& choice : element.choices) {
      if (choice.class_number == kNoClass) {
        first.insert(choice.pieces.front());
        continue;
      }
      for (const Pattern& each : classes_[choice.class_number]) first.merge(first_pieces(each));
    }
    if (!element.optional) break;
  }
  return first;
}

std::string Phrases::add_line(std::string_view line) {
  const std::vector<std::string_view> columns = split(line, '\t');
  const bool is_class = line.starts_with('@');
  if (columns.size() != kColumns)
    return fmt::format("{} columns instead of {}", columns.size(), kColumns);
  if (columns[0] == "takes") return {};  // the header
  Phrase phrase;
  phrase.takes = columns[0];
  phrase.value = columns[1];
  for (std::string_view where : split_words(columns[2]))
    if (!set_place(where, &phrase)) return fmt::format("\"{}\" is no place", where);
  for (std::string_view written : split(columns.back(), ';')) {
    Pattern pattern;
    if (std::string fault = read_pattern(written, &pattern); !fault.empty()) return fault;
    if (is_class) {
      const auto [known, is_new] = class_numbers_.emplace(std::string(columns[0]), classes_.size());
      if (is_new) classes_.emplace_back();
      classes_[known->second].push_back(std::move(pattern));
      continue;
    }
    for (const std::string& piece : first_pieces(pattern))
      by_first_[piece].push_back(phrases_.size());
    phrases_.emplace_back(phrase, std::move(pattern));
  }
  return {};
}

Result<Phrases> Phrases::parse(std::string_view tsv, std::string_view file_name) {
  Phrases phrases;
  int number = 0;
  for (std::string_view line : split(tsv, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (std::string fault = phrases.add_line(line); !fault.empty())
      return Error{ErrorCode::kUsage, fmt::format("{}:{}: {}", file_name, number, fault),
                   "the head of the table describes its format"};
  }
  return phrases;
}

const Phrases& Phrases::builtin() {
  static const auto phrases = embedded_table<Phrases>("query-phrases.tsv");
  return phrases;
}

void Phrases::add_ends(const Choice& choice, const Words& words, std::size_t at,
                       Offsets* ends) const {
  if (choice.class_number != kNoClass) {
    for (const Pattern& pattern : classes_[choice.class_number])
      ends->merge(ends_of(pattern, words, at));
    return;
  }
  for (std::size_t i = 0; i < choice.pieces.size(); ++i)
    if (at + i >= words.size() || words.piece(at + i) != choice.pieces[i]) return;
  ends->insert(at + choice.pieces.size());
}

Phrases::Offsets Phrases::ends_of(const Pattern& pattern, const Words& words,
                                  std::size_t at) const {
  Offsets ends = {at};
  for (const Element& element : pattern) {
    Offsets next = element.optional ? ends : Offsets();
    for (std::size_t end : ends)
      for (const Choice& choice : element.choices) add_ends(choice, words, end, &next);
    ends = std::move(next);
  }
  return ends;
}

std::vector<FoundPhrase> Phrases::at(const Words& words, std::size_t at,
                                     std::string_view takes) const {
  std::vector<FoundPhrase> found;
  const auto list = by_first_.find(words.piece(at));
  if (list == by_first_.end()) return found;
  const std::vector<std::string_view> wanted = split_words(takes);
  const bool is_stated = !opens_question_whether(words.folded(0));
  for (std::size_t number : list->second) {
    const auto& [phrase, pattern] = phrases_[number];
    if (phrase.only_first && at != 0) continue;
    if (phrase.only_stated && !is_stated) continue;
    if (std::find(wanted.begin(), wanted.end(), phrase.takes) == wanted.end()) continue;
    for (std::size_t end : ends_of(pattern, words, at))
      if (are_words(words, at, end) && (!phrase.only_last || end == words.size()) &&
          (!phrase.only_label || words.is_label(end - 1)))
        found.push_back({&phrase, end - at});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const FoundPhrase& a, const FoundPhrase& b) { return a.length > b.length; });
  return found;
}

bool Phrases::rules_out(const Words& words, std::size_t at, std::string_view value) const {
  for (std::size_t first = 0; first <= at; ++first)
    for (const FoundPhrase& found : this->at(words, first, "unless"))
      if (found.phrase->value == value && at < first + found.length) return true;
  return false;
}

std::size_t Phrases::length_of(std::string_view name, const Words& words, std::size_t at) const {
  const auto known = class_numbers_.find("@" + std::string(name));
  std::size_t longest = 0;
  if (known == class_numbers_.end()) return longest;
  for (const Pattern& pattern : classes_[known->second])
    for (std::size_t end : ends_of(pattern, words, at))
      if (are_words(words, at, end)) longest = std::max(longest, end - at);
  return longest;
}

std::set<std::string> Phrases::pieces() const {
  std::set<std::string> all;
  auto add = [&](const Pattern& pattern) {
    for (const Element& element : pattern)
      for (const Choice& choice : element.choices)
        all.insert(choice.pieces.begin(), choice.pieces.end());
  };
  for (const auto& patterns : classes_)
    for (const Pattern& pattern : patterns) add(pattern);
  for (const auto& [phrase, pattern] : phrases_) add(pattern);
  return all;
}

}  // namespace ofsearch::understanding
