#include "indexer/document/findings/finding_units.h"

#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/text/lists.h"
#include "common/words/words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>

namespace ofsearch {
namespace {

// Words that say nothing alone; phrases keep them.
constexpr std::array<std::string_view, 60> kLittleWords = {
    "a",    "an",   "and",  "are",   "as",    "at",    "be",    "been",  "being", "by",
    "can",  "for",  "from", "had",   "has",   "have",  "he",    "her",   "his",   "i",
    "in",   "into", "is",   "it",    "its",   "of",    "on",    "or",    "our",   "s",
    "she",  "so",   "such", "than",  "that",  "the",   "their", "them",  "there", "these",
    "they", "this", "to",   "was",   "we",    "were",  "what",  "which", "who",   "whom",
    "with", "you",  "your", "those", "would", "other", "also",  "where", "when",  "will"};

constexpr std::array<std::string_view, 11> kNegations = {"not",    "no",      "never",   "nor",
                                                         "cannot", "without", "neither", "isn't",
                                                         "aren't", "don't",   "doesn't"};
constexpr int kNegationReach = 4;  // words behind the negation

// "..., but", "...; however": what follows stands against what went before.
constexpr std::array<std::string_view, 5> kContrasts = {"but", "however", "nevertheless",
                                                        "nonetheless", "yet"};
// "although ...", ", while ...": what follows is granted.
constexpr std::array<std::string_view, 7> kConcessions = {"although", "though",  "while", "whilst",
                                                          "despite",  "whereas", "albeit"};

// The lists above, for the many words that are looked up in them.
enum WordKind { kOrdinary, kLittle, kNegation, kContrast, kConcession };
WordKind kind_of(std::string_view word) {
  static const std::unordered_map<std::string_view, WordKind> kKinds = [] {
    std::unordered_map<std::string_view, WordKind> kinds;
    for (std::string_view little : kLittleWords) kinds.emplace(little, kLittle);
    for (std::string_view negation : kNegations) kinds.emplace(negation, kNegation);
    for (std::string_view contrast : kContrasts) kinds.emplace(contrast, kContrast);
    for (std::string_view concession : kConcessions) kinds.emplace(concession, kConcession);
    return kinds;
  }();
  auto found = kKinds.find(word);
  return found == kKinds.end() ? kOrdinary : found->second;
}

// The signs that stand between two words, as bits.
enum GapSign : unsigned char { kOther = 1, kBullet = 2, kPause = 4, kSemicolon = 8, kClosing = 16 };
unsigned char signs_in(std::string_view gap) {
  if (gap == " ") return 0;
  unsigned char signs = kOther;
  for (size_t i = 0; i < gap.size();) {
    char32_t c = next_code_point(gap, &i);
    if (is_bullet(c) && c != 0x00B7) signs |= kBullet;
    if (c == ',' || c == ';' || c == ':' || c == '(') signs |= kPause;
    if (c == ';') signs |= kSemicolon;
    if (c == ')') signs |= kClosing;
  }
  return signs;
}

constexpr size_t kLeastWords = 3;  // of either side of a contrast

// Headings of what must improve, in bare words.
constexpr std::array<std::string_view, 12> kImproveHeadings = {
    "recommendations",
    "what needs to improve",
    "what does the local authority need to improve",
    "what does the lscb need to improve",
    "areas for improvement",
    "area for improvement",
    "areas for priority action",
    "area for priority action",
    "priority action",
    "areas for development",
    "the local authority should",
    "immediately"};

// Verbs that begin a recommendation; none of them begins an ordinary sentence of a report.
constexpr std::array<std::string_view, 64> kImperatives = {
    "accelerate", "address",    "agree",      "apply",       "bring",     "build",      "celebrate",
    "clarify",    "complete",   "consider",   "consolidate", "continue",  "coordinate", "create",
    "deliver",    "develop",    "embed",      "enable",      "encourage", "enhance",    "ensure",
    "establish",  "evaluate",   "expand",     "expedite",    "explore",   "extend",     "formalise",
    "give",       "hold",       "identify",   "implement",   "improve",   "include",    "increase",
    "introduce",  "involve",    "learn",      "maintain",    "make",      "maximise",   "minimise",
    "monitor",    "prioritise", "promote",    "provide",     "publish",   "put",        "raise",
    "reduce",     "refine",     "refresh",    "reinforce",   "require",   "revise",     "secure",
    "speed",      "streamline", "strengthen", "sustain",     "tackle",    "take",       "undertake",
    "update"};
// Imperatives of verbs that are also nouns, with the word behind them.
constexpr std::array<std::string_view, 17> kImperativePairs = {
    "review the",       "review all",   "review how",    "review arrangements",
    "review current",   "work closely", "work together", "work effectively",
    "work jointly",     "focus on",     "challenge the", "plan for",
    "use the",          "audit the",    "share the",     "review whether",
    "challenge partner"};
// Adverbs before either.
constexpr std::array<std::string_view, 11> kImperativeAdverbs = {
    "further",  "urgently", "immediately",   "properly", "fully", "quickly",
    "promptly", "rapidly",  "significantly", "jointly",  "better"};

// A stretch of tokens, and its side of a contrast.
struct Span {
  size_t first = 0, last = 0;  // tokens [first, last)
  std::string_view side;       // feature or empty
};

class UnitFinder {
 public:
  UnitFinder(std::string_view text, const WantedFeature& wanted)
      : text_(text), wanted_(wanted), tokens_(tokenise(text)) {
    std::erase_if(tokens_, [](const Token& token) { return token.joined; });
    kinds_.reserve(tokens_.size());
    signs_before_.reserve(tokens_.size());
    size_t end = 0;
    for (const Token& token : tokens_) {
      kinds_.push_back(kind_of(token.term));
      signs_before_.push_back(signs_in(text_.substr(end, token.begin - end)));
      end = token.end;
    }
  }

  std::vector<FindingUnit> run(const Sentences& sentences) {
    size_t token = 0;
    for (auto [begin, end] : sentences) {
      size_t first = token;
      for (; token < tokens_.size() && tokens_[token].begin < end; ++token)
        if (token > first && has_before(token, kBullet)) {
          sentence(first, token);
          first = token;
        }
      sentence(first, token);
    }
    return std::move(units_);
  }

 private:
  bool has_before(size_t token, unsigned signs) const {
    return (signs_before_[token] & signs) != 0;
  }

  void sentence(size_t first, size_t last) {
    // "12. Assessments ...": the paragraph's number is none of its words.
    while (first < last && is_paragraph_number(first)) ++first;
    if (first == last) return;
    demands_ = demands_ || is_improve_heading(first, last) || is_imperative(first, last);
    for (const Span& span : clauses(first, last)) add(span, first);
  }

  // "What needs to improve?", alone or run into what stands under it.
  bool is_improve_heading(size_t first, size_t last) const {
    std::string words;
    for (size_t i = first; i < last && words.size() < kLongestHeading; ++i) {
      words += (words.empty() ? "" : " ") + tokens_[i].term;
      if (!is_one_of(words, kImproveHeadings)) continue;
      if (is_reference(first)) return false;
      if (i + 1 == last) return true;
      char next = text_[tokens_[i + 1].begin];
      return is_ascii_upper(next) || std::isdigit(static_cast<unsigned char>(next));
    }
    return false;
  }
  static constexpr size_t kLongestHeading = 50;

  // "(Recommendations 3 and 4)" points to the list, it does not begin it.
  bool is_reference(size_t token) const {
    size_t begin = tokens_[token].begin;
    return begin > 0 && text_[begin - 1] == '(';
  }

  bool is_imperative(size_t first, size_t last) const {
    if (first + 2 >= last || !is_ascii_upper(text_[tokens_[first].begin])) return false;
    if (is_one_of(tokens_[first].term, kImperativeAdverbs)) ++first;
    if (signs_before_[first + 1] != 0) return false;  // "Take-up of ..."
    return is_one_of(tokens_[first].term, kImperatives) ||
           is_one_of(tokens_[first].term + " " + tokens_[first + 1].term, kImperativePairs);
  }

  bool is_paragraph_number(size_t token) const {
    const Token& t = tokens_[token];
    return t.term.size() <= 4 && std::all_of(t.term.begin(), t.term.end(), [](unsigned char c) {
             return std::isdigit(c) || c == '.';
           });
  }

  std::vector<Span> clauses(size_t first, size_t last) const {
    std::vector<Span> spans = {{first, last, {}}};
    if (kinds_[first] == kConcession) {
      split_opening_concession(&spans, last);
    } else if (kinds_[first] == kContrast) {
      spans.back().side = "side:contrast";
    }
    for (size_t i = spans.back().first + kLeastWords; i + kLeastWords < last; ++i) {
      std::string_view side = side_begun_by(i, spans.back().first);
      if (side.empty() && !has_before(i, kSemicolon)) continue;
      if (i - spans.back().first < kLeastWords) continue;
      spans.back().last = i;
      spans.push_back({i, last, side});
    }
    return spans;
  }

  // "While A, B": A is granted, B is meant.
  void split_opening_concession(std::vector<Span>* spans, size_t last) const {
    size_t first = spans->back().first;
    spans->back().side = "side:conceded";
    for (size_t i = first + kLeastWords; i + kLeastWords <= last; ++i) {
      if (!has_before(i, kPause)) continue;
      spans->back().last = i;
      spans->push_back({i, last, "side:contrast"});
      return;
    }
  }

  std::string_view side_begun_by(size_t i, size_t first) const {
    if (kinds_[i] != kConcession && kinds_[i] != kContrast) return "";
    const std::string& word = tokens_[i].term;
    if (kinds_[i] == kConcession)
      // "while" without a comma tells the time.
      return has_before(i, kPause) || word == "although" || word == "despite" ? "side:conceded"
                                                                              : "";
    if (word == "yet")
      return has_before(i, kPause) || tokens_[i - 1].term == "and" ? "side:contrast" : "";
    if (word == "but") {
      const std::string& next = tokens_[i + 1].term;
      if (next == "also" && has_not_only(first, i)) return "";
      if (tokens_[i - 1].term == "all") return "";
    }
    return "side:contrast";
  }

  bool has_not_only(size_t first, size_t last) const {
    for (size_t i = first; i + 1 < last; ++i)
      if (tokens_[i].term == "not" && tokens_[i + 1].term == "only") return true;
    return false;
  }

  void add(const Span& span, size_t sentence_begin) {
    unit_ = {};
    unit_.begin = tokens_[span.first].begin;
    unit_.end = tokens_[span.last - 1].end;
    if (!span.side.empty()) feature({span.side});
    unit_.criticises = demands_;
    if (demands_) feature({"list:improve"});
    words_.clear();
    negated_ = 0;
    for (size_t i = span.first; i < span.last; ++i) token(i, span.first, i == sentence_begin);
    if (unit_.names > unit_.words) feature({"many:names"});
    if (unit_.numbers >= 2) feature({"many:numbers"});
    units_.push_back(std::move(unit_));
  }

  void token(size_t i, size_t first, bool opens_sentence) {
    const Token& t = tokens_[i];
    if (has_ascii_digit(t.term)) {
      ++unit_.numbers;
      words_.clear();
      return;
    }
    if (is_ascii_upper(text_[t.begin]) && !opens_sentence) {
      name(i);
      words_.clear();
      return;
    }
    ++unit_.words;
    if (i > first && has_before(i, kPause | kClosing)) {
      words_.clear();
      negated_ = 0;
    }
    word(t.term, kinds_[i]);
    if (opens_sentence) feature({"^", t.term});
    if (i == first + 1 && is_ascii_upper(text_[tokens_[first].begin]) && words_.size() == 2)
      feature({"^", words_[0], " ", t.term});
  }

  // A capitalised word inside the text is a name, unless it is a grade on a label.
  void name(size_t i) {
    ++unit_.names;
    const std::string& term = tokens_[i].term;
    for (const Grade& row : grades()) {
      if (row.rank == 0 || !row.name.starts_with(term)) continue;
      std::string_view second = row.name.substr(term.size());
      bool follows = second.empty() || (second[0] == ' ' && i + 1 < tokens_.size() &&
                                        tokens_[i + 1].term == second.substr(1));
      if (follows) grade(row.name);
    }
  }

  void grade(std::string_view name) {
    unit_.grades.push_back(name);
    feature({"grade:", name});
  }

  void word(std::string_view term, WordKind kind) {
    if (kind == kNegation) negated_ = kNegationReach + 1;
    words_.push_back(term);
    if (kind != kLittle) {
      bool under = negated_ > 0 && negated_ <= kNegationReach;
      std::string_view before = under ? "not_" : "";
      feature({before, term});
    }
    if (negated_ > 0) --negated_;
    size_t n = words_.size();
    if (n < 2) return;
    feature({words_[n - 2], " ", term});
    if (n >= 3) feature({words_[n - 3], " ", words_[n - 2], " ", term});
  }

  void feature(std::initializer_list<std::string_view> parts) {
    std::string made;
    for (std::string_view part : parts) made += part;
    if (wanted_ && !wanted_(made)) return;
    std::vector<std::string>& known = unit_.features;
    if (std::find(known.begin(), known.end(), made) == known.end()) known.push_back(made);
  }

  std::string_view text_;
  const WantedFeature& wanted_;
  std::vector<Token> tokens_;
  std::vector<WordKind> kinds_;              // of each token
  std::vector<unsigned char> signs_before_;  // GapSigns
  std::vector<FindingUnit> units_;
  FindingUnit unit_;
  std::vector<std::string_view> words_;  // of the phrase that is running
  bool demands_ = false;                 // what must improve has begun
  int negated_ = 0;                      // words that the last negation still reaches
};

}  // namespace

std::vector<FindingUnit> finding_units(std::string_view text, const Sentences& sentences,
                                       const WantedFeature& wanted) {
  return UnitFinder(text, wanted).run(sentences);
}

}  // namespace ofsearch
