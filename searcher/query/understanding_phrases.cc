#include "searcher/query/understanding_phrases.h"

#include "common/field/thesaurus_words.h"
#include "common/system/embedded_data.h"
#include "common/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace ofsearch::understanding {
namespace {

constexpr size_t kColumns = 4;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  for (const thesaurus::Piece& piece : thesaurus::split_pieces(text))
    pieces.push_back(thesaurus::singular(piece.folded));
  return pieces;
}

bool stands_at(const std::vector<std::string>& pieces, const Words& words, std::size_t at) {
  if (pieces.empty() || !words.begins_word(at) || !words.ends_word(at + pieces.size() - 1))
    return false;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (words.piece(at + i) != pieces[i]) return false;
  return true;
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

}  // namespace

std::string Phrases::expand(std::string_view phrase, Sequences* sequences) const {
  *sequences = {{}};
  for (const std::string& element : elements_of(phrase)) {
    const bool optional = element.front() == '[';
    if (optional && element.back() != ']') return "a bracket is not closed";
    const std::string inner = optional ? element.substr(1, element.size() - 2) : element;
    Sequences choices;
    if (optional) choices.push_back({});
    for (std::string_view choice : split(inner, '/')) {
      if (!choice.starts_with('@')) {
        choices.push_back(pieces_of(choice));
        if (choices.back().empty()) return "an empty word";
        continue;
      }
      const auto known = classes_.find(choice);
      if (known == classes_.end()) return fmt::format("nothing is called {}", choice);
      choices.insert(choices.end(), known->second.begin(), known->second.end());
    }
    Sequences longer;
    for (const auto& sequence : *sequences)
      for (const auto& choice : choices) {
        longer.push_back(sequence);
        longer.back().insert(longer.back().end(), choice.begin(), choice.end());
      }
    *sequences = std::move(longer);
  }
  return {};
}

std::string Phrases::add_line(std::string_view line) {
  const std::vector<std::string_view> columns = split(line, '\t');
  const bool is_class = line.starts_with('@');
  if (columns.size() != kColumns)
    return fmt::format("{} columns instead of {}", columns.size(), kColumns);
  if (columns[0] == "takes") return {};  // the header
  if (!columns[2].empty() && columns[2] != "first" && columns[2] != "keep")
    return fmt::format("\"{}\" is no place", columns[2]);
  for (std::string_view written : split(columns.back(), ';')) {
    Sequences sequences;
    if (std::string fault = expand(written, &sequences); !fault.empty()) return fault;
    for (auto& sequence : sequences) {
      if (sequence.empty()) return fmt::format("\"{}\" may have no word", written);
      if (is_class) {
        classes_[std::string(columns[0])].push_back(std::move(sequence));
        continue;
      }
      std::vector<Phrase>& phrases = by_first_[sequence.front()];
      phrases.push_back({std::move(sequence), std::string(columns[0]), std::string(columns[1]),
                         columns[2] == "first", columns[2] == "keep"});
    }
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
  for (auto& [first, list] : phrases.by_first_)
    std::stable_sort(list.begin(), list.end(), [](const Phrase& a, const Phrase& b) {
      return a.pieces.size() > b.pieces.size();
    });
  return phrases;
}

const Phrases& Phrases::builtin() {
  static const Phrases phrases = [] {
    Result<Phrases> parsed = parse(embedded_data("query-phrases.tsv"), "query-phrases.tsv");
    assert(parsed);  // a unit test reads it
    return parsed ? std::move(*parsed) : Phrases();
  }();
  return phrases;
}

std::vector<const Phrase*> Phrases::at(const Words& words, std::size_t at,
                                       std::string_view takes) const {
  std::vector<const Phrase*> found;
  const auto list = by_first_.find(words.piece(at));
  if (list == by_first_.end()) return found;
  const std::vector<std::string_view> wanted = split_words(takes);
  for (const Phrase& phrase : list->second) {
    if (phrase.only_first && at != 0) continue;
    if (std::find(wanted.begin(), wanted.end(), phrase.takes) == wanted.end()) continue;
    if (stands_at(phrase.pieces, words, at)) found.push_back(&phrase);
  }
  return found;
}

std::size_t Phrases::length_of(std::string_view name, const Words& words, std::size_t at) const {
  const auto known = classes_.find("@" + std::string(name));
  std::size_t longest = 0;
  if (known == classes_.end()) return longest;
  for (const auto& sequence : known->second)
    if (sequence.size() > longest && stands_at(sequence, words, at)) longest = sequence.size();
  return longest;
}

}  // namespace ofsearch::understanding
