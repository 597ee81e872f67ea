#include "common/words/words.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/text/text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

namespace ofsearch {
namespace {

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

// Walks over the words of a text, keeping one code point of lookahead, and tells `Sink` of each:
// word(begin, end), and end_compound() behind the last of those that hyphens join.
template <typename Sink>
class WordScanner {
 public:
  WordScanner(std::string_view text, Sink* sink) : text_(text), sink_(*sink) {}

  void run() {
    size_t i = 0;
    while (i < text_.size()) {
      size_t start = i;
      i = end_of_ascii_word(text_, start);
      if (i > start && is_end(i)) {  // as most words are
        sink_.word(start, i);
        sink_.end_compound();
        ++i;
        continue;
      }
      i = start;
      char32_t c = next_code_point(text_, &i);
      if (is_word(c)) i = compound(start);
    }
  }

 private:
  // A word ends at `offset`, whatever stands behind it.
  bool is_end(size_t offset) const {
    if (offset == text_.size()) return true;
    char c = text_[offset];
    if (c == ' ') return true;
    return (c == '.' || c == ',') && (offset + 1 == text_.size() || text_[offset + 1] == ' ');
  }

  // Reads word-hyphen-word-... from `begin`; returns the offset behind it.
  size_t compound(size_t begin) {
    size_t end = begin;
    do {
      end = word(begin);
      sink_.word(begin, end);
      begin = joiner(end);
    } while (begin != 0);
    sink_.end_compound();
    return end;
  }

  // Offset behind a hyphen or "&" at `offset` that a word follows; 0 if there is none.
  size_t joiner(size_t offset) const {
    size_t i = offset;
    if (i >= text_.size()) return 0;
    char32_t c = next_code_point(text_, &i);
    if (!is_hyphen(c) && c != '&' && c != 0x00AD) return 0;
    size_t after = i;
    if (i >= text_.size() || !is_word(next_code_point(text_, &i))) return 0;
    return after;
  }

  // End of the word that begins at `begin`: letters, digits, and signs inside that do not part it.
  size_t word(size_t begin) const {
    size_t end = begin;
    char32_t previous = 0;
    for (size_t i = begin; i < text_.size();) {
      i = end_of_ascii_word(text_, i);
      if (i > end) {
        previous = static_cast<unsigned char>(text_[i - 1]);
        end = i;
      }
      if (i == text_.size() || text_[i] == ' ') break;  // as most words end
      size_t at = i;
      char32_t c = next_code_point(text_, &i);
      if (is_word(c) || c == 0x00AD) {
        end = i;
        previous = c;
        continue;
      }
      if (i >= text_.size()) break;
      size_t peek = i;
      char32_t next = next_code_point(text_, &peek);
      bool inside = (is_apostrophe(c) && is_word(next)) ||
                    ((c == '.' || c == ',') && is_digit(previous) && is_digit(next));
      if (!inside || at == begin) break;
    }
    return end;
  }

  std::string_view text_;
  Sink& sink_;
};

bool has_letter(std::string_view term) {
  return std::any_of(term.begin(), term.end(), [](unsigned char c) { return !is_digit(c); });
}

bool all_capitals(std::string_view word) {
  // Settles most words at once.
  if (word.size() >= 2 && word[1] >= 'a' && word[1] <= 'z') return false;
  int letters = 0;
  for (size_t i = 0; i < word.size();) {
    auto c = static_cast<UChar32>(next_code_point(word, &i));
    bool ascii = c < 0x80;
    if (ascii ? c >= 'a' && c <= 'z' : u_islower(c)) return false;
    letters += (ascii ? c >= 'A' && c <= 'Z' : u_isalpha(c)) ? 1 : 0;
  }
  return letters >= 2;
}

constexpr std::string_view kPossessive = "'s";

// Plurals whose form with an s is a possessive whose apostrophe is left out.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kWithoutApostrophe = {
    {{"childrens", "children"}, {"childs", "child"}, {"womens", "women"}, {"mens", "men"}}};

std::string_view owner_without_apostrophe(std::string_view term) {
  for (const auto& [written, owner] : kWithoutApostrophe)
    if (term == written) return owner;
  return {};
}

// The search form of a word, with its 's.
std::string written_term(std::string_view word) {
  std::string term(word.size(), '\0');
  unsigned char bits = 0;
  bool comma = false;
  for (size_t i = 0; i < word.size(); ++i) {
    bits |= static_cast<unsigned char>(word[i]);
    comma = comma || word[i] == ',';
    term[i] = to_ascii_lower(word[i]);
  }
  if (bits >= 0x80) term = search_form(word);
  if (comma) std::erase(term, ',');
  return term;
}

std::string term_of(std::string_view word) {
  std::string term = written_term(word);
  if (term.ends_with(kPossessive)) term.resize(term.size() - kPossessive.size());
  return term;
}

constexpr size_t kMostParts = 4;  // of a compound that has a joined form

// Gathers the tokens of a text.
class Tokeniser {
 public:
  explicit Tokeniser(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    constexpr size_t kBytesPerWord = 6;
    tokens_.reserve(text_.size() / kBytesPerWord + 1);
    WordScanner<Tokeniser>(text_, this).run();
    return std::move(tokens_);
  }

  void word(size_t begin, size_t end) {
    Token token = token_of_word(text_.substr(begin, end - begin));
    token.begin = begin;
    token.end = end;
    token.position = ++position_;
    tokens_.push_back(std::move(token));
    ++parts_;
    letters_ = letters_ || has_letter(tokens_.back().term);
  }

  void end_compound() {
    if (parts_ > 1 && parts_ <= kMostParts && letters_) add_joined(tokens_.size() - parts_);
    parts_ = 0;
    letters_ = false;
  }

 private:
  void add_joined(size_t first) {
    Token joined;
    joined.begin = tokens_[first].begin;
    joined.end = tokens_.back().end;
    joined.position = tokens_[first].position;
    joined.joined = true;
    for (size_t i = first; i < tokens_.size(); ++i) joined.term += tokens_[i].term;
    tokens_.push_back(std::move(joined));
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  int position_ = 0;
  size_t parts_ = 0;      // of the compound being read
  bool letters_ = false;  // it has some
};

// Gathers where the words of a text are.
class RangeSink {
 public:
  RangeSink(std::string_view text, std::vector<std::pair<size_t, size_t>>* ranges,
            std::vector<JoinedForm>* joined)
      : text_(text), ranges_(*ranges), joined_(joined) {}

  void word(size_t begin, size_t end) {
    ranges_.emplace_back(begin, end);
    ++parts_;
  }

  void end_compound() {
    if (joined_ != nullptr && parts_ > 1 && parts_ <= kMostParts) add_joined();
    parts_ = 0;
  }

 private:
  void add_joined() {
    JoinedForm form{ranges_.size() - parts_, ""};
    bool letters = false;
    for (size_t i = form.first_word; i < ranges_.size(); ++i) {
      auto [begin, end] = ranges_[i];
      std::string term = term_of(text_.substr(begin, end - begin));
      letters = letters || has_letter(term);
      form.term += term;
    }
    if (letters) joined_->push_back(std::move(form));
  }

  std::string_view text_;
  std::vector<std::pair<size_t, size_t>>& ranges_;
  std::vector<JoinedForm>* joined_;
  size_t parts_ = 0;
};

}  // namespace

std::vector<Token> tokenise(std::string_view text) {
  return Tokeniser(text).run();
}

Token token_of_word(std::string_view word) {
  std::string_view singular = word;
  // "IROs", "EHCPs": the plural of an acronym.
  if (singular.size() > 2 && singular.back() == 's') singular.remove_suffix(1);
  Token token{written_term(word), 0, word.size(), 1, false, all_capitals(singular), false};
  const bool apostrophe = token.term.ends_with(kPossessive);
  if (apostrophe) token.term.resize(token.term.size() - kPossessive.size());
  token.possessive = apostrophe || !owner_without_apostrophe(token.term).empty();
  return token;
}

std::string owner_of(const Token& token) {
  if (!token.possessive) return "";
  const std::string_view owner = owner_without_apostrophe(token.term);
  return as_owner(owner.empty() ? std::string_view(token.term) : owner);
}

std::string as_owner(std::string_view word) {
  return std::string(word).append(kPossessive);
}

bool is_owner(std::string_view word) {
  return word.ends_with(kPossessive);
}

void find_words(std::string_view text, std::vector<std::pair<size_t, size_t>>* ranges,
                std::vector<JoinedForm>* joined) {
  ranges->clear();
  if (joined != nullptr) joined->clear();
  RangeSink sink(text, ranges, joined);
  WordScanner<RangeSink>(text, &sink).run();
}

}  // namespace ofsearch
