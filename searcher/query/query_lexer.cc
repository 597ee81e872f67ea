#include "searcher/query/query_lexer.h"

#include "common/index/fields.h"
#include "common/text/code_points.h"
#include "common/text/text.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <utility>

namespace ofsearch {
namespace {

constexpr int kNearDistance = 10;  // words
constexpr int kMaxNear = 100;

bool is_dash(char32_t c) {
  return c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2212;
}

// Joins words or marks the order of bytes: of no word, and not seen by who pastes it.
bool is_invisible(char32_t c) {
  return c == 0x2060 || c == 0xFEFF;
}

// Whether a word, quote or bracket stands there; "2018 –2020" is a period.
bool begins_what_is_left_out(std::string_view text, size_t at) {
  if (at >= text.size()) return false;
  const auto c = static_cast<unsigned char>(text[at]);
  return std::isalpha(c) != 0 || c == '"' || c == '(';
}

// As keyboards write it: straight quotes, and a minus for a dash that begins a word, as word
// processors make one of it.
struct PlainText {
  std::string text;
  std::vector<size_t> typed_at;  // of each byte, and of the end: where it stands in what was typed
};

PlainText plain_signs(std::string_view text) {
  PlainText plain;
  std::string& out = plain.text;
  for (size_t i = 0; i < text.size();) {
    const size_t at = i;
    const char32_t c = next_code_point(text, &i);
    const bool begins_word = out.empty() || out.back() == ' ' || out.back() == '(';
    if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB)
      out.push_back('"');
    else if (c == 0x2018 || c == 0x2019)
      out.push_back('\'');
    else if (is_dash(c) && begins_word && begins_what_is_left_out(text, i))
      out.push_back('-');
    else if (!is_invisible(c))
      append_code_point(&out, c);
    plain.typed_at.resize(out.size(), at);
  }
  plain.typed_at.push_back(text.size());
  return plain;
}

// The words of "NEAR" or "NEAR/5"; 0 if what follows is not a number of words.
int distance_of(const std::string& word) {
  constexpr size_t kSlash = 5;  // bytes of "NEAR/"
  if (word.size() < kSlash) return kNearDistance;
  const std::string number = word.substr(kSlash);
  if (number.empty() || number.find_first_not_of("0123456789") != std::string::npos) return 0;
  // strtol: atoi promises nothing for a number that is too large.
  return static_cast<int>(std::min<long>(std::strtol(number.c_str(), nullptr, 10), kMaxNear));
}

class Lexer {
 public:
  explicit Lexer(PlainText plain)
      : text_(std::move(plain.text)), typed_at_(std::move(plain.typed_at)) {}

  std::vector<Lexeme> run() {
    for (;;) {
      while (at_ < text_.size() && std::isspace(byte(at_))) ++at_;
      if (at_ >= text_.size()) return std::move(lexemes_);
      const size_t begin = at_;
      next();
      lexemes_.back().begin = typed_at_[begin];
      lexemes_.back().end = typed_at_[at_];
    }
  }

 private:
  unsigned char byte(size_t i) const { return static_cast<unsigned char>(text_[i]); }

  void next() {
    char c = text_[at_];
    char sign = 0;
    if ((c == '+' || c == '-') && at_ + 1 < text_.size() && !std::isspace(byte(at_ + 1)) &&
        text_[at_ + 1] != '-' && text_[at_ + 1] != ')') {
      sign = c;
      ++at_;
    }
    if (text_[at_] == '(' || text_[at_] == ')') {
      bool opens = text_[at_++] == '(';
      add(opens ? Lexeme::Kind::kOpen : Lexeme::Kind::kClose, "", sign);
      return;
    }
    if (text_[at_] == '"') {
      add(Lexeme::Kind::kPhrase, quoted(), sign);
      return;
    }
    word(sign);
  }

  // Behind an opening quote up to the closing one; a stray quote opens nothing.
  std::string quoted() {
    size_t end = text_.find('"', at_ + 1);
    size_t begin = ++at_;
    if (end == std::string::npos) return {};
    at_ = end + 1;
    return text_.substr(begin, end - begin);
  }

  void word(char sign) {
    size_t begin = at_;
    while (at_ < text_.size() && !std::isspace(byte(at_)) && text_[at_] != '(' &&
           text_[at_] != ')' && text_[at_] != '"')
      ++at_;
    std::string word = text_.substr(begin, at_ - begin);
    size_t colon = word.find(':');
    if (colon != std::string::npos) {
      std::string field = search_form(word.substr(0, colon));
      if (find_field(field) != nullptr) {
        std::string value = word.substr(colon + 1);
        if (value.empty() && at_ < text_.size() && text_[at_] == '"') value = quoted();
        if (!value.empty()) {
          add(Lexeme::Kind::kWord, value, sign, field);
          return;
        }
      }
    }
    operator_or_word(word, sign);
  }

  void operator_or_word(const std::string& word, char sign) {
    if (sign == 0 && word == "AND") return add(Lexeme::Kind::kAnd, word);
    if (sign == 0 && word == "OR") return add(Lexeme::Kind::kOr, word);
    if (sign == 0 && word == "NOT") return add(Lexeme::Kind::kNot, word);
    if (sign == 0 && (word == "NEAR" || word.starts_with("NEAR/"))) {
      add(Lexeme::Kind::kNear, word);
      lexemes_.back().distance = distance_of(word);
      return;
    }
    add(Lexeme::Kind::kWord, word, sign);
  }

  void add(Lexeme::Kind kind, std::string text, char sign = 0, std::string field = {}) {
    lexemes_.push_back({kind, std::move(text), 0, sign, std::move(field)});
  }

  std::string text_;
  std::vector<size_t> typed_at_;
  size_t at_ = 0;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lexemes_of(std::string_view text) {
  return Lexer(plain_signs(text)).run();
}

}  // namespace ofsearch
