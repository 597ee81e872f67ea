#include "common/report/acronyms.h"

#include "common/text/characters.h"
#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "common/words/words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace ofsearch {
namespace {

constexpr std::size_t kMinShortForm = 2, kMaxShortForm = 10;  // characters, as in the paper

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

constexpr std::array<std::string_view, 2> kApostrophes = {"'", "\u2019"};
constexpr std::array<std::string_view, 7> kQuotes = {"'",      "\"",     "\u2018", "\u2019",
                                                     "\u201c", "\u201d", "`"};

template <std::size_t N>
bool strip_front(std::string_view& text, const std::array<std::string_view, N>& what) {
  for (const std::string_view item : what)
    if (text.starts_with(item)) return text.remove_prefix(item.size()), true;
  return false;
}

template <std::size_t N>
bool strip_back(std::string_view& text, const std::array<std::string_view, N>& what) {
  for (const std::string_view item : what)
    if (text.ends_with(item)) return text.remove_suffix(item.size()), true;
  return false;
}

// Returns `text` without blanks, quotes and commas at either end.
std::string_view bare(std::string_view text) {
  constexpr std::array<std::string_view, 5> kEdges = {" ", "\t", "\n", "\r", ","};
  while (strip_front(text, kEdges) || strip_front(text, kQuotes)) {
  }
  while (strip_back(text, kEdges) || strip_back(text, kQuotes)) {
  }
  return text;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_blank(text[end])) ++end;
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string join(const std::vector<std::string_view>& words, std::size_t from) {
  std::string joined;
  for (std::size_t i = from; i < words.size(); ++i)
    joined += (joined.empty() ? "" : " ") + std::string(words[i]);
  return std::string(bare(joined));
}

// ---- The short form --------------------------------------------------------------------------

// "IROs" and "IRO's" are several of "IRO".
std::string_view without_plural(std::string_view word) {
  if (word.size() < 3 || word.back() != 's') return word;
  std::string_view stem = word.substr(0, word.size() - 1);
  strip_back(stem, kApostrophes);
  return is_ascii_upper(stem.back()) ? stem : word;
}

// A single word that begins with a letter and has two capitals: so neither "(2)" nor "(see
// paragraph 10)", "(May)", "(Good)" or "(2018/19)".
std::optional<std::string> short_form(std::string_view text) {
  text = without_plural(bare(text));
  if (text.size() < kMinShortForm || text.size() > kMaxShortForm) return std::nullopt;
  if (!is_ascii_letter(text.front())) return std::nullopt;
  const auto allowed = [](char c) { return is_ascii_alnum(c) || c == '&' || c == '-' || c == '.'; };
  if (!std::all_of(text.begin(), text.end(), allowed)) return std::nullopt;
  if (std::count_if(text.begin(), text.end(), is_ascii_upper) < 2) return std::nullopt;
  return std::string(text);
}

// ---- The long form ---------------------------------------------------------------------------

struct Letter {
  char c;            // lower case
  bool starts_word;  // also after a hyphen or quote, but not after an apostrophe
  bool initial;      // starts a word, or belongs to a short form within the long one ("HMI")
  std::size_t word;
};

std::vector<Letter> letters_of(const std::vector<std::string_view>& words) {
  constexpr std::string_view kPunctuation = "\xE2\x80";  // first bytes of U+2000 to U+203F
  std::vector<Letter> letters;
  for (std::size_t word = 0; word < words.size(); ++word) {
    const bool capitals = short_form(words[word]).has_value();
    bool inside = false;
    for (std::string_view rest = words[word]; !rest.empty();) {
      if (inside && strip_front(rest, kApostrophes)) continue;
      const char c = rest.front();
      if (is_ascii_alnum(c))
        letters.push_back(
            {to_ascii_lower(c), !inside, !inside || (capitals && is_ascii_upper(c)), word});
      inside = is_ascii_alnum(c) ||
               (static_cast<unsigned char>(c) >= 0x80 && !rest.starts_with(kPunctuation));
      rest.remove_prefix(rest.starts_with(kPunctuation) ? std::min<std::size_t>(3, rest.size())
                                                        : 1);
    }
  }
  return letters;
}

// No long form begins with one of these: "accident and emergency (A&E)", not "and emergency".
bool is_function_word(std::string_view word) {
  constexpr std::array<std::string_view, 14> kWords = {
      "a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "that", "the", "to", "with"};
  return std::find(kWords.begin(), kWords.end(), bare(word)) != kWords.end();
}

// The places of the letters of a short form in the words before it.
struct Alignment {
  std::size_t word = 0;      // of the first letter
  std::size_t initials = 0;  // letters that start a word
};

// The start of the word of letter `at` if it is the same letter, else `at`.
std::size_t better_place(const std::vector<Letter>& letters, std::size_t at) {
  if (letters[at].initial) return at;
  std::size_t start = at;
  while (!letters[start].starts_word) --start;
  return letters[start].c == letters[at].c ? start : at;
}

// The short form's letters are looked for from right to left, each at the first place where it can
// stand: the first letter of the short form at the start of a word that is not a function word,
// the others anywhere, at the start of that word if they can, or, if `initials_only`, nowhere else.
std::optional<Alignment> align(std::string_view letters_wanted,
                               const std::vector<std::string_view>& words, bool initials_only) {
  const auto letters = letters_of(words);
  std::size_t at = letters.size();
  Alignment alignment;
  for (std::size_t i = letters_wanted.size(); i-- > 0;) {
    const auto fits = [&](const Letter& letter) {
      if (letter.c != to_ascii_lower(letters_wanted[i])) return false;
      if (i == 0) return letter.starts_word && !is_function_word(words[letter.word]);
      return letter.initial || !initials_only;
    };
    while (at > 0 && !fits(letters[at - 1])) --at;
    if (at == 0) return std::nullopt;
    at = better_place(letters, at - 1);
    alignment.word = letters[at].word;
    alignment.initials += letters[at].initial;
  }
  return alignment;
}

// The word at which the long form begins. The paper's rule takes the shortest run of words, and so
// "management meeting" for "multi-agency management meeting (MAM)": where each letter is the
// initial of a word, that reading comes first. It also takes any words that hold the letters
// somewhere: here half of them, and two at least, have to be initials.
std::optional<std::size_t> long_form_start(std::string_view short_form,
                                           const std::vector<std::string_view>& words) {
  std::string letters(short_form);
  std::erase_if(letters, [](char c) { return !is_ascii_alnum(c); });
  for (const bool initials_only : {true, false}) {
    const auto found = align(letters, words, initials_only);
    if (found && found->initials >= 2 && found->initials * 2 >= letters.size()) return found->word;
  }
  return std::nullopt;
}

std::size_t max_words(std::string_view short_form) {
  return std::min(short_form.size() + 5, short_form.size() * 2);
}

bool plausible(std::string_view short_form, const std::vector<std::string_view>& words,
               std::size_t from) {
  if (words.size() - from < 2) return false;
  for (std::size_t i = from; i < words.size(); ++i)
    if (without_plural(bare(words[i])) == short_form) return false;
  return join(words, from).size() > short_form.size();
}

// The end of `text` after the last end of a sentence or bracket.
std::string_view last_clause(std::string_view text) {
  for (std::size_t i = text.size(); i-- > 0;) {
    const std::string_view kBrackets = "()[]", kEnds = ".;:!?";
    const bool end = kEnds.find(text[i]) != std::string_view::npos && i + 1 < text.size() &&
                     is_blank(text[i + 1]);
    if (end || kBrackets.find(text[i]) != std::string_view::npos) return text.substr(i + 1);
  }
  return text;
}

// "multi-agency safeguarding hub (MASH)": `before` ends where the bracket opens.
std::optional<AcronymDefinition> long_before_short(std::string_view before,
                                                   std::string_view inside) {
  inside = inside.substr(0, inside.find_first_of(",;"));
  if (bare(inside).starts_with("the ")) inside = bare(inside).substr(4);
  const auto acronym = short_form(inside);
  if (!acronym) return std::nullopt;
  auto words = split_words(last_clause(before));
  const std::size_t limit = max_words(*acronym);
  if (words.size() > limit) words.erase(words.begin(), words.end() - static_cast<long>(limit));
  const auto start = long_form_start(*acronym, words);
  if (!start || !plausible(*acronym, words, *start)) return std::nullopt;
  return AcronymDefinition{*acronym, join(words, *start)};
}

// "MASH (multi-agency safeguarding hub)": the long form is all that the bracket holds.
std::optional<AcronymDefinition> short_before_long(std::string_view before,
                                                   std::string_view inside) {
  const auto words_before = split_words(before);
  if (words_before.empty()) return std::nullopt;
  const auto acronym = short_form(words_before.back());
  if (!acronym) return std::nullopt;
  auto words = split_words(bare(inside));
  if (!words.empty() && (words.front() == "the" || words.front() == "a"))
    words.erase(words.begin());
  if (words.size() > max_words(*acronym)) return std::nullopt;
  const auto start = long_form_start(*acronym, words);
  if (start != std::size_t{0} || !plausible(*acronym, words, 0)) return std::nullopt;
  return AcronymDefinition{*acronym, join(words, 0)};
}

// ---- All of a report -------------------------------------------------------------------------

// Returns what makes two definitions the same: letters and digits, without the s of plurals.
std::string identity(const AcronymDefinition& definition) {
  std::string text = definition.long_form + " ", identity;
  for (std::string_view rest = text; !rest.empty();) {
    if (strip_front(rest, kApostrophes)) continue;
    const char c = rest.front();
    rest.remove_prefix(1);
    if (is_ascii_alnum(c)) {
      identity += to_ascii_lower(c);
      continue;
    }
    if (identity.ends_with('s')) identity.pop_back();
    if (!identity.empty() && identity.back() != ' ') identity += ' ';
  }
  std::string short_form = to_ascii_lower(definition.short_form);
  return short_form + "=" + identity;
}

class Collector {
 public:
  void read(std::string_view paragraph) {
    for (auto open = paragraph.find('('); open != std::string_view::npos;
         open = paragraph.find('(', open + 1)) {
      const auto close = paragraph.find_first_of("()", open + 1);
      if (close == std::string_view::npos || paragraph[close] == '(') continue;
      const auto before = paragraph.substr(0, open);
      const auto inside = paragraph.substr(open + 1, close - open - 1);
      keep(long_before_short(before, inside));
      keep(short_before_long(before, inside));
    }
  }

  std::vector<AcronymDefinition> take() { return std::move(definitions_); }

 private:
  void keep(std::optional<AcronymDefinition> definition) {
    if (definition && seen_.insert(identity(*definition)).second)
      definitions_.push_back(std::move(*definition));
  }

  std::vector<AcronymDefinition> definitions_;
  std::set<std::string> seen_;
};

}  // namespace

std::vector<AcronymDefinition> find_acronyms(const std::vector<std::string>& paragraphs) {
  Collector collector;
  for (const std::string& paragraph : paragraphs) collector.read(paragraph);
  return collector.take();
}

namespace {

std::set<std::string> content_words(std::string_view text) {
  std::set<std::string> words;
  for (const Token& token : tokenise(text)) {
    if (token.joined || is_stopword(token.term)) continue;
    std::string word = token.term;
    if (word.size() > 3 && word.ends_with('s')) word.pop_back();
    words.insert(std::move(word));
  }
  return words;
}

}  // namespace

std::string meaning_key(std::string_view long_form) {
  std::string key = bare_words(long_form);
  if (key.ends_with('s')) key.pop_back();
  return key;
}

bool same_meaning(std::string_view a, std::string_view b) {
  std::set<std::string> left = content_words(a), right = content_words(b);
  if (left.size() > right.size()) std::swap(left, right);
  auto shared = static_cast<std::size_t>(std::count_if(
      left.begin(), left.end(), [&](const std::string& word) { return right.contains(word); }));
  return !left.empty() && 2 * shared >= left.size();
}

}  // namespace ofsearch
