#include "common/text/text.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/text/icu_status.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <new>

namespace ofsearch {
namespace {

const char* ligature(char32_t c) {
  static constexpr std::array<const char*, 7> kLatin = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return c >= 0xFB00 && c <= 0xFB06 ? kLatin[c - 0xFB00] : nullptr;
}

// Tells what display_form() does with an ASCII character: '\0' drops it, ' ' is a space, else it
// stays.
constexpr std::array<char, 0x80> kAsciiForm = [] {
  std::array<char, 0x80> form{};
  for (char c = ' '; c < 0x7F; ++c) form[static_cast<size_t>(c)] = c;
  for (char c : {'\t', '\n', '\r', '\f'}) form[static_cast<size_t>(c)] = ' ';
  return form;
}();

bool is_ascii(std::string_view text) {
  unsigned char bits = 0;
  for (char c : text) bits |= static_cast<unsigned char>(c);
  return bits < 0x80;
}

const icu::Normalizer2& normaliser(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normaliser = instance(status);
  require_success(status);
  return *normaliser;
}

icu::UnicodeString normalised(const icu::UnicodeString& text, const icu::Normalizer2& by) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out = by.normalize(text, status);
  require_success(status);
  return out;
}

bool may_have_accent(char16_t c) {
  return (c >= 0x00C0 && c <= 0x036F) || (c >= 0x1E00 && c <= 0x1EFF);
}

// Letters with a stroke through them are no letter and a mark.
char16_t without_stroke(char16_t c) {
  return c == u'ø' ? u'o' : c == u'ł' ? u'l' : c == u'đ' ? u'd' : c == u'ı' ? u'i' : c;
}

// "maire" of "máire", which is folded. Marks stay on letters of other scripts, where they make
// other letters.
icu::UnicodeString without_accents(const icu::UnicodeString& folded) {
  const char16_t* begin = folded.getBuffer();
  if (std::none_of(begin, begin + folded.length(), may_have_accent)) return folded;
  const icu::UnicodeString apart =
      normalised(folded, normaliser(&icu::Normalizer2::getNFDInstance));
  icu::UnicodeString out;
  bool on_letter = false;
  for (int32_t i = 0; i < apart.length(); ++i) {
    const char16_t c = without_stroke(apart[i]);
    const bool is_mark = c >= 0x0300 && c <= 0x036F;
    if (is_mark && on_letter) continue;
    on_letter = c >= 'a' && c <= 'z';
    out.append(c);
  }
  if (out.isBogus()) throw std::bad_alloc();
  return normalised(out, normaliser(&icu::Normalizer2::getNFCInstance));
}

std::string casefold(std::string_view text) {
  if (is_ascii(text)) return to_ascii_lower(text);
  static const icu::Normalizer2& folding = normaliser(&icu::Normalizer2::getNFKCCasefoldInstance);
  std::string out;
  without_accents(normalised(to_wide(text), folding)).toUTF8String(out);
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

// Tells what bare_words() makes of an ASCII character: a letter in lower case, a digit, ' ' where
// words end, or '\0' for nothing. An "&" is a word.
constexpr std::array<char, 0x80> kBareForm = [] {
  std::array<char, 0x80> form{};
  for (size_t c = 0; c < form.size(); ++c)
    form[c] = is_ascii_alnum(static_cast<char>(c)) ? to_ascii_lower(static_cast<char>(c))
              : kAsciiForm[c] != 0                 ? ' '
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

size_t find_phrase(std::string_view words, std::string_view phrase, size_t from) {
  for (size_t at = words.find(phrase, from); at != std::string_view::npos;
       at = words.find(phrase, at + 1)) {
    size_t end = at + phrase.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return at;
  }
  return std::string_view::npos;
}

bool has_phrase(std::string_view words, std::string_view phrase) {
  return find_phrase(words, phrase) != std::string_view::npos;
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
