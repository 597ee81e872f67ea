#include "indexer/metadata/grades/articles/article_sentence.h"

#include "common/report/earlier_grades.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/grades/articles/article_clauses.h"
#include "indexer/metadata/grades/articles/article_phrases.h"
#include "indexer/metadata/grades/words/grade_words.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

using Words = std::vector<std::string_view>;

bool begins_with(const Words& words, size_t at, std::string_view phrase) {
  for (std::string_view word : split_words(phrase))
    if (at >= words.size() || words[at++] != word) return false;
  return true;
}

// The longest of `phrases` that begins at words[at], in words; 0 if none does.
size_t longest_at(const Words& words, size_t at, const auto& phrases) {
  size_t longest = 0;
  for (std::string_view phrase : phrases)
    if (begins_with(words, at, phrase)) longest = std::max(longest, split_words(phrase).size());
  return longest;
}

const PressLabel* label_at(const Words& words, size_t at) {
  const PressLabel* best = nullptr;
  for (const PressLabel& label : kLabels)
    if (begins_with(words, at, label.words) &&
        (best == nullptr || label.words.size() > best->words.size()))
      best = &label;
  return best;
}

// "RI" as people write it for "requires improvement", marked so that its letters are no word of the
// text. An address has it behind a comma ("Providence, RI").
constexpr std::string_view kShortGrade = "rigrade";

std::string with_marked_short_grade(std::string_view sentence) {
  auto letter = [&](size_t at) { return at < sentence.size() && is_ascii_alnum(sentence[at]); };
  std::string out;
  for (size_t at = 0; at < sentence.size(); ++at) {
    bool marked = sentence.substr(at).starts_with("RI") && !letter(at + 2) &&
                  (at == 0 || !letter(at - 1)) && !out.ends_with(", ");
    if (!marked) {
      out.push_back(sentence[at]);
      continue;
    }
    out += kShortGrade;
    ++at;
  }
  return out;
}

// A grade printed in a clause, in words.
struct Graded {
  size_t begin = 0, end = 0;
  std::string grade;
};

// The grade that begins at words[at], and its words; nothing if none does.
std::optional<Graded> grade_at(const Words& words, std::string_view clause, size_t at) {
  if (words[at] == kShortGrade) return Graded{at, at + 1, "requires improvement"};
  size_t offset = static_cast<size_t>(words[at].data() - clause.data()), end = 0;
  std::optional<std::string> grade = grade_at_start(clause.substr(offset), &end);
  if (!grade || *grade == kNotJudged) return std::nullopt;
  return Graded{at, at + split_words(clause.substr(offset, end)).size(), *grade};
}

// "Requires improvement to be good (RI)" is one grade; of "Inadequate/Good" neither can be told.
std::vector<Graded> grades_in(const Words& words, std::string_view clause) {
  std::vector<Graded> found;
  for (size_t at = 0; at < words.size(); ++at) {
    std::optional<Graded> graded = grade_at(words, clause, at);
    if (!graded) continue;
    at = graded->end - 1;
    bool adjoins = !found.empty() && found.back().end == graded->begin;
    if (!adjoins)
      found.push_back(std::move(*graded));
    else if (found.back().grade == graded->grade)
      found.back().end = graded->end;
    else
      found.back() = {found.back().begin, graded->end, ""};
  }
  std::erase_if(found, [](const Graded& graded) { return graded.grade.empty(); });
  return found;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && word.starts_with("20") && word[2] >= '0' && word[2] <= '9' &&
         word[3] >= '0' && word[3] <= '9';
}

// "In 2017 the council ...", "and in 2013 that it ...": what follows is told of that year.
bool begins_in_year(const Words& words) {
  static constexpr std::array<std::string_view, 4> kBeforeIn = {"and", "but", "back", "while"};
  size_t at = 0;
  while (at < words.size() && std::ranges::find(kBeforeIn, words[at]) != kBeforeIn.end()) ++at;
  return at + 1 < words.size() && words[at] == "in" && is_year(words[at + 1]);
}

// Reads one clause after the other; a list of labels may run over several.
class SentenceReader {
 public:
  SentenceReader(std::string_view sentence, bool headline) : headline_(headline) {
    for (std::string& clause : clauses_of(sentence)) read(clause);
  }

  std::vector<JudgementRow> rows;

 private:
  void read(const std::string& clause) {
    Words words = split_words(clause);
    std::vector<Graded> graded = grades_in(words, clause);
    if (begins_in_year(words)) {
      listed_.clear();
      return;
    }
    if (graded.empty()) {
      go_on_with_list(words);
      return;
    }
    if (is_rated_by_others(words, graded.front())) return;
    if (!rows.empty() && is_then(words, 0, graded.front()))
      rows.back().grade = graded.front().grade;
    for (size_t i = 0; i < graded.size(); ++i) {
      size_t from = i == 0 ? 0 : graded[i - 1].end;
      size_t to = i + 1 < graded.size() ? graded[i + 1].begin : words.size();
      if (i > 0 && !rows.empty() && is_then(words, from, graded[i]))
        rows.back().grade = graded[i].grade;
      else
        read_grade(words, graded[i], from, to);
    }
  }

  // Tells whether nothing but "then" or "now" stands before the grade.
  static bool is_then(const Words& words, size_t from, const Graded& graded) {
    return graded.begin > from && longest_at(words, from, kThen) == graded.begin - from;
  }

  // "Staff rate the council outstanding", "rated inadequate by parents"
  static bool is_rated_by_others(const Words& words, const Graded& graded) {
    if (begins_with(words, graded.end, "by") && longest_at(words, graded.end + 1, kOtherJudges) > 0)
      return true;
    for (size_t at = 1; at < graded.begin; ++at)
      if (longest_at(words, at, kRate) > 0 && longest_at(words, at - 1, kOtherJudges) > 0)
        return true;
    return false;
  }

  // `named`: the judgement's own name stands there.
  void add(std::string_view key, const std::string& grade, bool named = false) {
    JudgementRow row;
    row.key = key;
    row.evidence.rule = named ? "named" : "";
    row.grade = grade;
    rows.push_back(std::move(row));
  }

  void read_grade(const Words& words, const Graded& graded, size_t from, size_t to) {
    listed_.clear();
    if (graded.end < words.size() && words[graded.end] == "or") return;  // a count
    for (size_t at = graded.end; at < std::min(graded.end + kYearNear, to); ++at)
      if (is_year(words[at])) return;  // "rated inadequate in July 2019"
    size_t noun = longest_at(words, graded.end, kGradeNouns);
    size_t behind = graded.end + noun;
    while (noun > 0 && longest_at(words, behind, kReceived) > 0) ++behind;
    if (longest_at(words, behind, kOfAll) > 0) {
      add(kOverall, graded.grade);
      return;
    }
    if (begins_with(words, behind, "for") || begins_with(words, behind, "in")) {
      if (read_labels_behind(words, behind + 1, to, graded.grade)) return;
      bool whole = speaks_of_whole(words, behind, std::min(behind + kNear, to));
      if (whole && (noun > 0 || has_verb_before(words, graded, from))) add(kOverall, graded.grade);
      if (whole || noun == 0) return;  // good "for" or "in" something else
    }
    if (read_label_before(words, graded, from)) return;
    // "Requires improvement" is its own verb.
    bool whole = speaks_of_whole(words, from, graded.begin);
    bool own_verb = whole && words[graded.begin].starts_with("require");
    if (speaks_of_some(words, from, to) || speaks_of_other(words, from, graded.begin)) return;
    if (noun > 0 || own_verb || (has_verb_before(words, graded, from) && (headline_ || whole)))
      add(kOverall, graded.grade);
  }

  // "... for our work with children in care; care leavers; and for the impact of leaders".
  bool read_labels_behind(const Words& words, size_t at, size_t to, const std::string& grade) {
    bool found = false;
    for (size_t gap = 0; at < to && gap <= kNear;) {
      if (longest_at(words, at, kTurns) > 0) break;
      if (const PressLabel* label = label_at(words, at)) {
        add(label->key, grade, true);
        at += split_words(label->words).size();
        gap = 0;
        found = true;
      } else {
        ++at, ++gap;
      }
    }
    if (found) listed_ = grade;
    return found;
  }

  // A clause that has no grade of its own and begins with a label belongs to the list before it;
  // "as was the overall effectiveness" to the grade before it.
  void go_on_with_list(const Words& words) {
    size_t at = 0;
    while (at < words.size() && (words[at] == "and" || words[at] == "for" || words[at] == "the" ||
                                 words[at] == "as" || words[at] == "was" || words[at] == "were"))
      ++at;
    bool likewise = begins_with(words, 0, "as was") || begins_with(words, 0, "as were");
    if (likewise && !rows.empty()) {
      for (; at < words.size(); ++at)
        if (const PressLabel* label = label_at(words, at)) {
          std::string grade = rows.back().grade;
          add(label->key, grade);
        }
      return;
    }
    if (listed_.empty()) return;
    const std::string grade = listed_;
    if (!read_labels_behind(words, at, words.size(), grade)) listed_.clear();
  }

  // "the leadership of its services was judged to be good"
  bool read_label_before(const Words& words, const Graded& graded, size_t from) {
    constexpr size_t kFar = 12, kLongestLabel = 6;  // words
    if (ends_label(words, from, graded.begin) && words[graded.begin].starts_with("require")) {
      // "Help and protection requires improvement": the grade is its own verb.
    } else if (!has_verb_before(words, graded, from)) {
      return false;
    }
    for (size_t at = graded.begin; at-- > from;) {
      if (graded.begin - at > kFar) break;
      const PressLabel* label = label_at(words, at);
      if (label == nullptr) continue;
      // The longest label around it.
      for (size_t before = at; before-- > from && at - before < kLongestLabel;)
        if (const PressLabel* longer = label_at(words, before);
            longer != nullptr && before + split_words(longer->words).size() > at)
          label = longer;
      add(label->key, graded.grade);
      return true;
    }
    return false;
  }

  // A label's last word stands at words[end - 1].
  static bool ends_label(const Words& words, size_t from, size_t end) {
    for (size_t at = from; at < end; ++at)
      if (const PressLabel* label = label_at(words, at);
          label != nullptr && at + split_words(label->words).size() == end)
        return true;
    return false;
  }

  static bool has_verb_before(const Words& words, const Graded& graded, size_t from) {
    constexpr size_t kFar = 11;
    size_t first = graded.begin > from + kFar ? graded.begin - kFar : from;
    for (size_t at = graded.begin; at-- > first;) {
      if (words[at] == "improved" && at + 1 < graded.begin && words[at + 1] == "to") return true;
      if (std::find(kVerbs.begin(), kVerbs.end(), words[at]) != kVerbs.end()) return true;
    }
    return false;
  }

  // "A few areas were judged to be good" counts too.
  static bool speaks_of_some(const Words& words, size_t from, size_t to) {
    for (size_t at = from; at < to; ++at)
      if (longest_at(words, at, kSome) > 0) return true;
    return false;
  }

  // "The front door was rated good"
  static bool speaks_of_other(const Words& words, size_t from, size_t to) {
    for (size_t at = from; at < to; ++at)
      if (longest_at(words, at, kOtherThings) > 0) return true;
    return false;
  }

  static bool speaks_of_whole(const Words& words, size_t from, size_t to) {
    for (size_t at = from; at < to; ++at)
      if (longest_at(words, at, kWhole) > 0) return true;
    return false;
  }

  static constexpr size_t kNear = 8, kYearNear = 5;  // words
  bool headline_;
  std::string listed_;  // the grade of a list that may go on
};

}  // namespace

std::vector<JudgementRow> read_article_sentence(std::string_view sentence, bool headline) {
  const std::string now = without_earlier_grades(sentence);
  if (gives_no_grade(now)) return {};
  return SentenceReader(with_marked_short_grade(now), headline).rows;
}

}  // namespace ofsearch
