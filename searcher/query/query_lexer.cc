#include "searcher/query/query_lexer.h"

#include "common/index/schema.h"
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

// Curly quotes to straight ones; everything else as typed.
std::string straight_quotes(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, &i);
    if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB)
      out.push_back('"');
    else if (c == 0x2018 || c == 0x2019)
      out.push_back('\'');
    else
      append_code_point(&out, c);
  }
  return out;
}

class Lexer {
 public:
  explicit Lexer(std::string text) : text_(std::move(text)) {}

  std::vector<Lexeme> run() {
    for (;;) {
      while (at_ < text_.size() && std::isspace(byte(at_))) ++at_;
      if (at_ >= text_.size()) return std::move(lexemes_);
      next();
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
      // strtol: atoi promises nothing for a number that is too large.
      long distance = word.size() > 5 ? std::strtol(word.c_str() + 5, nullptr, 10) : kNearDistance;
      lexemes_.back().distance = static_cast<int>(std::clamp<long>(distance, 1, kMaxNear));
      return;
    }
    add(Lexeme::Kind::kWord, word, sign);
  }

  void add(Lexeme::Kind kind, std::string text, char sign = 0, std::string field = {}) {
    lexemes_.push_back({kind, std::move(text), 0, sign, std::move(field)});
  }

  std::string text_;
  size_t at_ = 0;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lexemes_of(std::string_view text) {
  return Lexer(straight_quotes(text)).run();
}

}  // namespace ofsearch
