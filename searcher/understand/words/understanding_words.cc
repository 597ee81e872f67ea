#include "searcher/understand/words/understanding_words.h"

#include "common/field/thesaurus/thesaurus_words.h"
#include "common/text/text.h"

#include <algorithm>

namespace ofsearch::understanding {

namespace {
const std::string kNothing;
}  // namespace

Words::Words(std::vector<std::string> typed, std::vector<std::string> dashes,
             std::vector<bool> colons)
    : typed_(std::move(typed)), dashes_(std::move(dashes)), colons_(std::move(colons)) {
  dashes_.resize(typed_.size());
  colons_.resize(typed_.size());
  for (std::size_t word = 0; word < typed_.size(); ++word)
    for (const thesaurus::Piece& piece :
         thesaurus::split_pieces(typed_[word] == kSlash ? "or" : typed_[word])) {
      folded_.push_back(piece.folded);
      pieces_.push_back(thesaurus::singular(piece.folded));
      word_of_.push_back(word);
    }
  word_of_.push_back(typed_.size());
}

const std::string& Words::piece(std::size_t at) const {
  return at < pieces_.size() ? pieces_[at] : kNothing;
}

const std::string& Words::folded(std::size_t at) const {
  return at < folded_.size() ? folded_[at] : kNothing;
}

bool Words::is_one_of(std::size_t at, std::string_view list) const {
  if (at >= size()) return false;
  const std::vector<std::string_view> words = split_words(list);
  return std::find(words.begin(), words.end(), folded_[at]) != words.end() ||
         std::find(words.begin(), words.end(), pieces_[at]) != words.end();
}

std::size_t Words::length_at(std::size_t at, std::string_view phrase) const {
  const std::vector<std::string_view> words = split_words(phrase);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (folded(at + i) != words[i]) return 0;
  return words.size();
}

std::size_t Words::length_before(std::size_t end, std::string_view phrase) const {
  const std::size_t length = split_words(phrase).size();
  return length > end ? 0 : length_at(end - length, phrase);
}

bool Words::begins_word(std::size_t at) const {
  return at == 0 || at >= size() || word_of_[at - 1] != word_of_[at];
}

bool Words::ends_word(std::size_t at) const {
  return at >= size() || word_of_[at] != word_of_[at + 1];
}

bool Words::is_label(std::size_t at) const {
  return at < size() && ends_word(at) && (colons_[word_of_[at]] || !dashes_[word_of_[at]].empty());
}

std::pair<std::size_t, std::size_t> Words::words_of(std::size_t first, std::size_t count) const {
  if (count == 0 || first + count > size()) return {0, 0};
  return {word_of_[first], word_of_[first + count - 1] + 1};
}

std::string Words::text(std::size_t first, std::size_t count) const {
  std::string text;
  const auto [begin, end] = words_of(first, count);
  for (std::size_t word = begin; word < end; ++word) {
    if (word > begin) text += dashes_[word - 1].empty() ? " " : " " + dashes_[word - 1] + " ";
    text += typed_[word];
  }
  return text;
}

Words words_of(const std::vector<QueryNode>& run) {
  std::vector<std::string> typed;
  std::vector<std::string> dashes;
  std::vector<bool> colons;
  for (const QueryNode& node : run) {
    typed.push_back(node.text);
    dashes.push_back(node.dash);
    colons.push_back(node.colon);
  }
  return Words(std::move(typed), std::move(dashes), std::move(colons));
}

}  // namespace ofsearch::understanding
