#include "common/text/text.h"

#include "common/text/characters.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>

namespace ofsearch {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_invisible(char32_t c) {
  // With the controls that a terminal obeys, and those that turn the direction of writing.
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || (c >= 0x7F && c <= 0x9F && c != 0x85) ||
         (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f');
}

// Dashes, quotation marks, bullets: nearly all signs of reports that are not ASCII. Told without
// ICU's tables, which a search would enter for them alone.
bool is_general_punctuation(char32_t c) {
  return c >= 0x2010 && c <= 0x2027;
}

bool is_space(char32_t c) {
  if (is_general_punctuation(c)) return false;
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' ||
         (c >= 0x80 && (u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x00A0));
}

bool is_private_use(char32_t c) {
  return c >= 0xE000 && c <= 0xF8FF;
}

const char* ligature(char32_t c) {
  static constexpr std::array<const char*, 7> kLatin = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return c >= 0xFB00 && c <= 0xFB06 ? kLatin[c - 0xFB00] : nullptr;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x2032 || c == 0x201B ||
         c == 0xFF07;
}

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D;
}

// A hyphen that makes a compound when it stands between two letters or digits.
bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}

// What display_form() does with an ASCII character: '\0' drops it, ' ' is a space, else it stays.
constexpr std::array<char, 0x80> kAsciiForm = [] {
  std::array<char, 0x80> form{};
  for (char c = ' '; c < 0x7F; ++c) form[static_cast<size_t>(c)] = c;
  for (char c : {'\t', '\n', '\r', '\f'}) form[static_cast<size_t>(c)] = ' ';
  return form;
}();

constexpr std::array<bool, 0x100> kAsciiWord = [] {
  std::array<bool, 0x100> word{};
  for (char c = '0'; c <= '9'; ++c) word[static_cast<size_t>(c)] = true;
  for (char c = 'a'; c <= 'z'; ++c) word[static_cast<size_t>(c)] = true;
  for (char c = 'A'; c <= 'Z'; ++c) word[static_cast<size_t>(c)] = true;
  return word;
}();

bool is_ascii_word(char c) {
  return kAsciiWord[static_cast<unsigned char>(c)];
}

// Offset behind the ASCII letters and digits from `at` on: half of finding words is this.
size_t end_of_ascii_word(std::string_view text, size_t at) {
  while (at < text.size() && is_ascii_word(text[at])) ++at;
  return at;
}

bool is_word(char32_t c) {
  if (c < 0x80) return kAsciiWord[c];
  if (is_general_punctuation(c)) return false;
  auto u = static_cast<UChar32>(c);
  bool letter = u_isalnum(u) || ((U_MASK(u_charType(u)) & U_GC_M_MASK) != 0);
  // The search form drops these ("✔" followed by a selector of its picture).
  return letter && !u_hasBinaryProperty(u, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

const icu::Normalizer2& casefold_normaliser() {
  static const icu::Normalizer2* instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKCCasefoldInstance(status);
  }();
  return *instance;
}

bool is_ascii(std::string_view text) {
  unsigned char bits = 0;
  for (char c : text) bits |= static_cast<unsigned char>(c);
  return bits < 0x80;
}

std::string casefold(std::string_view text) {
  if (is_ascii(text)) return to_ascii_lower(text);
  std::string out;
  auto wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded = casefold_normaliser().normalize(wide, status);
  (U_SUCCESS(status) ? folded : wide).toUTF8String(out);
  return out;
}

// End of the ASCII characters from `begin` on that stay as they are, single spaces between them
// included.
size_t end_of_plain(std::string_view text, size_t begin) {
  auto stays = [&](size_t i) {
    auto byte = static_cast<unsigned char>(text[i]);
    return byte > ' ' && byte < 0x7F;
  };
  size_t i = begin;
  while (i < text.size() &&
         (stays(i) || (text[i] == ' ' && i > begin && i + 1 < text.size() && stays(i + 1))))
    ++i;
  return i;
}

// Copies `text` through `map`, which appends what a code point becomes; collapses spaces. ASCII is
// copied as it is.
template <typename Map>
std::string transform(std::string_view text, Map map) {
  std::string out;
  out.reserve(text.size());
  bool pending_space = false;
  auto part = [&] {
    if (pending_space && !out.empty()) out.push_back(' ');
    pending_space = false;
  };
  for (size_t i = 0; i < text.size();) {
    if (size_t end = end_of_plain(text, i); end > i) {
      part();
      out.append(text, i, end - i);
      i = end;
      continue;
    }
    char32_t c = next_code_point(text, &i);
    if (c < 0x80) {
      pending_space = pending_space || kAsciiForm[c] == ' ';
      continue;
    }
    if (is_invisible(c)) continue;
    if (is_space(c)) {
      pending_space = true;
      continue;
    }
    part();
    map(&out, c);
  }
  return out;
}

}  // namespace

char32_t next_wide_code_point(std::string_view text, size_t* offset) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  UChar32 c = 0;
  size_t i = *offset;
  U8_NEXT(bytes, i, text.size(), c);
  *offset = i;
  return c < 0 ? kReplacement : static_cast<char32_t>(c);
}

void append_code_point(std::string* out, char32_t c) {
  std::array<uint8_t, 4> bytes{};
  int32_t n = 0;
  UBool error = false;
  U8_APPEND(bytes, n, 4, static_cast<UChar32>(c), error);
  if (!error) out->append(reinterpret_cast<const char*>(bytes.data()), static_cast<size_t>(n));
}

size_t length(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_bullet(char32_t c) {
  return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x2219 || c == 0x25A0 || c == 0x25A1 ||
         c == 0x25AA || c == 0x25AB || c == 0x25B6 || c == 0x25BA || c == 0x25CB || c == 0x25CF ||
         c == 0x25E6 || c == 0x25FC || c == 0x25FE || c == 0x2756 || c == 0x27A2 || c == 0x00B7 ||
         c == 0x2713 || c == 0x2714 || is_private_use(c);
}

std::string display_form(std::string_view text) {
  return transform(text, [](std::string* out, char32_t c) {
    if (const char* letters = ligature(c))
      out->append(letters);
    else
      append_code_point(out, is_private_use(c) ? 0x2022 : c);
  });
}

std::string search_form(std::string_view text) {
  return casefold(transform(text, [](std::string* out, char32_t c) {
    if (is_apostrophe(c))
      out->push_back('\'');
    else if (is_dash(c))
      out->push_back('-');
    else if (c == 0x201C || c == 0x201D || c == 0x201E)
      out->push_back('"');
    else
      append_code_point(out, c);
  }));
}

namespace {

// The raised number of a footnote is no part of the word before it.
bool is_raised_digit(char32_t c) {
  return c == 0x00B9 || c == 0x00B2 || c == 0x00B3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

std::string without_raised_digits(std::string_view text) {
  std::string out;
  size_t begin = 0;  // of what is to be copied
  for (size_t i = 0; i < text.size();) {
    size_t at = i;
    if (!is_raised_digit(next_code_point(text, &i))) continue;
    out += text.substr(begin, at - begin);
    begin = i;
  }
  out += text.substr(begin);
  return out;
}

// What bare_words() makes of an ASCII character: a letter in lower case, a digit, ' ' where words
// end, or '\0' for nothing. An "&" is a word.
constexpr std::array<char, 0x80> kBareForm = [] {
  std::array<char, 0x80> form{};
  for (size_t c = 0; c < form.size(); ++c)
    form[c] = kAsciiWord[c]        ? to_ascii_lower(static_cast<char>(c))
              : kAsciiForm[c] != 0 ? ' '
                                   : '\0';
  form['\''] = '\0';
  return form;
}();

// bare_words() of ASCII without an "&", which is what most text is or folds to.
std::string bare_ascii_words(std::string_view text) {
  std::string out(text.size(), '\0');
  size_t size = 0;
  bool pending_space = false;
  for (char c : text) {
    const char form = kBareForm[static_cast<unsigned char>(c)];
    if (form == ' ') {
      pending_space = size > 0;
    } else if (form != '\0') {
      if (pending_space) out[size++] = ' ';
      pending_space = false;
      out[size++] = form;
    }
  }
  out.resize(size);
  return out;
}

}  // namespace

std::string bare_words(std::string_view text) {
  // ASCII needs no folding beforehand: what search_form() would drop is skipped below.
  std::string folded;
  if (!is_ascii(text)) {
    folded = search_form(without_raised_digits(text));
    text = folded;
  }
  if (is_ascii(text) && text.find('&') == std::string_view::npos) return bare_ascii_words(text);
  std::string out;
  out.reserve(text.size());
  bool pending_space = false;
  auto part = [&] {
    if (pending_space && !out.empty()) out.push_back(' ');
    pending_space = false;
  };
  for (size_t i = 0; i < text.size();) {
    if (size_t end = end_of_ascii_word(text, i); end > i) {
      part();
      out += to_ascii_lower(text.substr(i, end - i));
      i = end;
      continue;
    }
    char32_t c = next_code_point(text, &i);
    if (c == '\'' || (c < 0x80 && kAsciiForm[c] == '\0')) continue;
    if (c == '&') {
      if (!out.empty()) out.push_back(' ');
      out += "and";
      pending_space = true;
      continue;
    }
    if (!is_word(c)) {
      pending_space = true;
      continue;
    }
    part();
    append_code_point(&out, c);
  }
  return out;
}

bool is_utf8(std::string_view bytes) {
  for (size_t i = 0; i < bytes.size();) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const uint8_t*>(bytes.data()), i, bytes.size(), c);
    if (c < 0) return false;
  }
  return true;
}

namespace {

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

std::string term_of(std::string_view word) {
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
  if (term.ends_with("'s")) term.resize(term.size() - 2);
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
    Token joined{{},   tokens_[first].begin, tokens_.back().end, tokens_[first].position, true,
                 false};
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
  return {term_of(word), 0, word.size(), 1, false, all_capitals(singular)};
}

void find_words(std::string_view text, std::vector<std::pair<size_t, size_t>>* ranges,
                std::vector<JoinedForm>* joined) {
  ranges->clear();
  if (joined != nullptr) joined->clear();
  RangeSink sink(text, ranges, joined);
  WordScanner<RangeSink>(text, &sink).run();
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace ofsearch
