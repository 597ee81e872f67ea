#include "indexer/metadata/view/misreadings.h"

#include "common/field/authorities/authorities.h"
#include "common/field/common_words.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/view/damage.h"
#include "indexer/metadata/view/personal_names.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>
#include <vector>

namespace ofsearch {
namespace {

constexpr size_t kOpeningLines = 160, kOpeningParagraphs = 60;
constexpr int kOpeningPages = 2;

// Words of title pages and letters' first sentences, in lower case.
constexpr std::string_view kTitleWords =
    "inspection inspections reinspection dates date lead inspector judgement grade overall "
    "effectiveness impact leaders social work practice with children childrens families "
    "experiences "
    "progress need help protection care leavers looked after achieving permanence adoption "
    "performance "
    "leadership management governance outstanding good requires require improvement inadequate "
    "adequate "
    "the and who of to is are in services service local authority safeguarding board review report "
    "published focused visit monitoring letter summarises findings area joint targeted between "
    "council county city borough majesty majestys contact contacts referral referrals assessment "
    "permanence exploitation adolescents specifically arrangements front sincerely following "
    "established created formed judged previous previously last";

char reading_class(char c) {
  switch (c) {
    case '1':
    case 'i':
    case '|':
      return 'l';
    case 'e':
      return 'c';
    case '0':
      return 'o';
    case 'h':
    case '8':
      return 'b';
    case 'f':
      return 't';
    case '5':
      return 's';
    default:
      return c;
  }
}

// Returns what is left of a word when letters that look alike are one. It is equal for "Deccmber"
// and "December".
std::string shape_of(std::string_view word) {
  std::string lower = to_ascii_lower(std::string(word));
  std::string shape;
  for (size_t i = 0; i < lower.size(); ++i) {
    char c = reading_class(lower[i]);
    char next = i + 1 < lower.size() ? reading_class(lower[i + 1]) : '\0';
    char pair = '\0';
    if (c == 'r' && next == 'n') pair = 'm';
    if (c == 'r' && next == 'l') pair = 'n';
    if (c == 'c' && next == 'l') pair = 'd';
    if (c == 'l' && next == 'l') pair = 'u';
    if (c == 'v' && next == 'v') pair = 'w';
    shape.push_back(pair != '\0' ? pair : c);
    if (pair != '\0') ++i;
  }
  return shape;
}

// Words by their shape; a shape of two words is nobody's.
class Vocabulary {
 public:
  void add(std::string_view word) {
    if (!words_.insert(std::string(word)).second) return;
    auto [at, added] = by_shape_.emplace(shape_of(word), word);
    if (!added) at->second.clear();
  }

  // A word of a name: right as it is, and no other word is nearest to it.
  void add_name(std::string_view word, bool has_own_shape) {
    names_.insert(std::string(word));
    has_own_shape ? add(word) : void(words_.insert(std::string(word)));
  }

  bool has(std::string_view word) const { return words_.find(word) != words_.end(); }

  // The one word that `word` is but for a letter or two; empty if it is one itself, none or
  // several.
  std::string_view nearest(std::string_view word) const {
    std::string_view found;
    if (has(word)) return {};
    constexpr size_t kLongEnough = 4;
    for (const std::string& right : words_) {
      if (right.size() < kLongEnough || names_.contains(right) || !may_be_misread(word, right))
        continue;
      if (!found.empty()) return {};
      found = right;
    }
    return found;
  }

  // The one word that `word` may be; empty if it is one itself, or none.
  std::string_view mended(std::string_view word) const {
    if (has(word)) return {};
    auto found = by_shape_.find(shape_of(word));
    return found == by_shape_.end() ? std::string_view() : std::string_view(found->second);
  }

 private:
  std::set<std::string, std::less<>> words_, names_;
  std::map<std::string, std::string> by_shape_;
};

const Vocabulary& title_words() {
  static const Vocabulary vocabulary = [] {
    Vocabulary words;
    for (std::string_view word : split_words(kTitleWords)) words.add(word);
    for (const Month& month : months()) words.add(to_ascii_lower(std::string(month.name)));
    constexpr size_t kLongEnough = 5;  // shorter words of names look like too many others
    for (const Authority& authority : Authorities::builtin().all()) {
      std::string name = bare_words(authority.name);
      std::replace(name.begin(), name.end(), '-', ' ');
      for (std::string_view word : split_words(name))
        words.add_name(word, word.size() >= kLongEnough);
    }
    return words;
  }();
  return vocabulary;
}

Vocabulary vocabulary_of(std::span<const std::string_view> names) {
  Vocabulary words;
  for (std::string_view name : names) words.add(to_ascii_lower(std::string(name)));
  return words;
}

std::string mended_by(const Vocabulary& known, std::string_view word) {
  std::string mended(known.mended(to_ascii_lower(std::string(word))));
  if (mended.empty()) return std::string(word);
  mended[0] = to_ascii_upper(mended[0]);
  return mended;
}

struct Word {
  size_t begin = 0, end = 0;
  std::string mended;  // empty: as it is
};

// Digits for the letters that look like them; empty if another letter is among them.
std::string as_digits(std::string_view word) {
  std::string digits;
  bool any = false;
  for (char c : word) {
    any = any || is_ascii_digit(c);
    if (c == 'O' || c == 'o') c = '0';
    if (c == 'l' || c == 'I') c = '1';
    if (c == 'S') c = '5';
    if (c == 'B') c = '8';
    if (!is_ascii_digit(c)) return {};
    digits.push_back(c);
  }
  return any ? digits : std::string();
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && is_ascii_alnum(text[end])) ++end;
    if (end > at) words.push_back({at, end, {}});
    at = end + 1;
  }
  return words;
}

// The word that `printed` may be; empty if it is one itself, or there is no telling.
std::string_view mended(const std::string& printed, bool alone, Misread how) {
  constexpr size_t kLongEnough =
      5;  // shorter words are too much like others, but where they stand alone
  std::string_view word = title_words().mended(printed);
  bool any = how == Misread::kAny && (printed.size() >= kLongEnough || alone);
  return word.empty() && any && !is_common_word(printed) ? title_words().nearest(printed) : word;
}

void mend_word(std::string_view text, bool first, bool alone, Misread how, Word* word) {
  std::string_view printed = text.substr(word->begin, word->end - word->begin);
  auto capitals = std::count_if(printed.begin(), printed.end(), is_ascii_upper);
  bool letters = std::any_of(printed.begin(), printed.end(), is_ascii_letter);
  if (printed.size() < 2 || capitals > 1 || !letters || !as_digits(printed).empty()) return;
  std::string_view right = mended(to_ascii_lower(std::string(printed)), alone, how);
  if (right.empty()) return;
  word->mended = right;
  bool month = is_month(right);
  bool capital = is_ascii_upper(printed[0]) || month || (first && !is_ascii_letter(printed[0])) ||
                 (first && printed[0] == 'l' && right[0] == 'i');
  if (capital) word->mended[0] = to_ascii_upper(word->mended[0]);
}

// A number that is a year, or a day with a month near behind it.
void mend_number(std::string_view text, std::vector<Word>* words, size_t at) {
  constexpr size_t kNear = 4;  // words: "9 and l0 December"
  Word& word = (*words)[at];
  std::string digits = as_digits(text.substr(word.begin, word.end - word.begin));
  if (digits.empty()) return;
  if (digits.size() == 4 && digits.starts_with("20")) word.mended = digits;
  bool day =
      digits.size() == 2 && std::atoi(digits.c_str()) >= 1 && std::atoi(digits.c_str()) <= 31;
  for (size_t i = at + 1; day && i < words->size() && i <= at + kNear; ++i) {
    const Word& next = (*words)[i];
    std::string name = next.mended.empty()
                           ? std::string(text.substr(next.begin, next.end - next.begin))
                           : next.mended;
    if (is_month(name)) word.mended = digits;
  }
}

}  // namespace

std::string without_misreadings(std::string_view text, Misread how) {
  std::vector<Word> words = words_of(text);
  for (size_t i = 0; i < words.size(); ++i)
    mend_word(text, i == 0, words.size() == 1, how, &words[i]);
  for (size_t i = 0; i < words.size(); ++i) mend_number(text, &words, i);
  std::string out;
  size_t done = 0;
  for (const Word& word : words) {
    if (word.mended.empty()) continue;
    out += text.substr(done, word.begin - done);
    out += word.mended;
    done = word.end;
  }
  out += text.substr(done);
  return out;
}

std::string mended_first_name(std::string_view name) {
  static const Vocabulary known = vocabulary_of(first_names());
  size_t end = std::min(name.find(' '), name.size());
  return mended_by(known, name.substr(0, end)) + std::string(name.substr(end));
}

std::string mended_surname(std::string_view name) {
  static const Vocabulary known = vocabulary_of(surnames());
  size_t begin = name.rfind(' ') + 1;
  return std::string(name.substr(0, begin)) + mended_by(known, name.substr(begin));
}

std::optional<CleanDocument> mend_opening(const CleanDocument& document, bool misread) {
  const Misread how = misread ? Misread::kAny : Misread::kAlike;
  CleanDocument mended = document;
  bool any = false;
  auto mend = [&](std::string* text) {
    std::string right = without_misreadings(*text, how);
    if (right == *text) return;
    any = true;
    *text = std::move(right);
  };
  size_t lines = 0, paragraphs = 0;
  for (Page& page : mended.pages) {
    if (page.number > kOpeningPages) break;
    for (Line& line : page.lines)
      if (page.number > 0 || ++lines <= kOpeningLines) mend(&line.text);
  }
  for (Paragraph& paragraph : mended.paragraphs) {
    if (paragraph.page > kOpeningPages || ++paragraphs > kOpeningParagraphs) break;
    mend(&paragraph.text);
    paragraph.page_breaks.clear();
  }
  if (!any) return std::nullopt;
  return mended;
}

}  // namespace ofsearch
