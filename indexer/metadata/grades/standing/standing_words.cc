#include "indexer/metadata/grades/standing/standing_words.h"

#include "common/report/sentences.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/grades/standing/standing_phrases.h"
#include "indexer/metadata/grades/words/grade_words.h"
#include "indexer/metadata/view/damage.h"
#include "indexer/metadata/view/misreadings.h"

#include <algorithm>
#include <array>
#include <map>

namespace ofsearch {

using namespace standing;

namespace {

int year_in(std::string_view words) {
  int year = 0;
  for (std::string_view word : split_words(words)) {
    if (word.size() != 4 || !word.starts_with("20")) continue;
    if (word[2] < '0' || word[2] > '2' || word[3] < '0' || word[3] > '9') continue;
    year = std::max(year, (word[2] - '0') * 10 + (word[3] - '0') + 2000);
  }
  return year;
}

// "Loamshire was judged ..."
bool judges_authority(std::string_view words, std::string_view authority) {
  static constexpr std::array<std::string_view, 4> kVerbs = {" was judged", " was rated",
                                                             " was graded", " was found to be"};
  if (authority.empty()) return false;
  std::string name = bare_words(authority);
  if (has_phrase(words, "services in " + name + " were judged")) return true;
  return std::any_of(kVerbs.begin(), kVerbs.end(), [&](std::string_view verb) {
    return has_phrase(words, name + std::string(verb));
  });
}

// A grade that words recall, and the words it stands in.
struct Recall {
  size_t begin = 0, end = 0;  // of the grade
  std::string grade;
};

// "good or outstanding" counts institutions; it is nobody's grade.
bool is_count(std::string_view behind) {
  return behind.starts_with("or ") || behind.starts_with("in all areas but");
}

// "judged outstanding by its peers" is nobody's grade but theirs.
bool is_of_others(std::string_view behind) {
  static constexpr std::array<std::string_view, 7> kInspectors = {"by ofsted",
                                                                  "by inspectors",
                                                                  "by the inspectors",
                                                                  "by the inspectorate",
                                                                  "by her majestys",
                                                                  "by his majestys",
                                                                  "by hmi"};
  return behind.starts_with("by ") && std::ranges::none_of(kInspectors, [&](std::string_view by) {
           return behind.starts_with(by);
         });
}

// "good in 2015 and inadequate in 2022", "inadequate in 2015 and is now good": a second grade whose
// verb, if it has one of its own, is none of the phrases. `first` is the one before.
std::optional<Recall> coordinated_recall(std::string_view words, const Recall& first) {
  static constexpr std::array<std::string_view, 13> kBetween = {
      "is",    "was",   "are", "were", "now", "then", "later",
      "again", "being", "be",  "to",   "at",  "after"};
  static constexpr std::array<std::string_view, 4> kJoins = {"and", "but", "then", "before"};
  bool joined = false, dated = false, verb = false;
  for (size_t at = first.end + 1; at < words.size();) {
    size_t end = 0;
    if (std::optional<std::string> grade = grade_at_start(words.substr(at), &end)) {
      const std::string_view behind = words.substr(std::min(at + end + 1, words.size()));
      const bool closes = behind.empty() || behind.starts_with("in ") || behind == "overall";
      const bool second = (joined && (verb || closes)) || (dated && behind.starts_with("in "));
      if (!second || *grade == kNotJudged) return std::nullopt;
      return Recall{at, at + end, *grade};
    }
    const std::string_view word = words.substr(at, words.find(' ', at) - at);
    const bool joins = std::ranges::find(kJoins, word) != kJoins.end();
    const bool dates = word == "in" || is_month(word) || year_in(word) > 0;
    const bool verbs = std::ranges::find(kBetween, word) != kBetween.end();
    if (!joins && !dates && !verbs) return std::nullopt;
    joined = joined || joins, dated = dated || dates, verb = verb || verbs;
    at += word.size() + 1;
  }
  return std::nullopt;
}

// Every grade behind one of the phrases, in order.
std::vector<Recall> recalls_in(std::string_view words) {
  std::vector<Recall> found;
  for (std::string_view anchor : kBeforeGrade) {
    for (size_t at = find_phrase(words, anchor); at != std::string_view::npos;
         at = find_phrase(words, anchor, at + 1)) {
      size_t begin = std::min(at + anchor.size() + 1, words.size());
      size_t end = 0;
      std::optional<std::string> grade = grade_at_start(words.substr(begin), &end);
      if (grade && *grade != kNotJudged) found.push_back({begin, begin + end, *grade});
    }
  }
  for (size_t at = find_phrase(words, kPastGrade); at != std::string_view::npos;
       at = find_phrase(words, kPastGrade, at + 1))
    found.push_back({at, at + kPastGrade.size(), "requires improvement"});
  for (size_t i = 0; i < found.size(); ++i)
    if (std::optional<Recall> second = coordinated_recall(words, found[i]))
      found.push_back(*second);
  std::sort(found.begin(), found.end(),
            [](const Recall& a, const Recall& b) { return a.begin < b.begin; });
  auto same = [](const Recall& a, const Recall& b) { return a.begin == b.begin; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

// "... judged to be good for adoption"
bool goes_on_with_part(std::string_view behind) {
  constexpr size_t kNear = 50;  // bytes
  return (behind.starts_with("for ") || behind.starts_with("in relation to ")) &&
         has_any_phrase(behind.substr(0, kNear), kPart);
}

// True if the clause before a grade has services as a whole for its subject. "Overall effectiveness
// and services for children in care were judged to be good" says it of both.
bool judges_whole(std::string_view clause, std::string_view authority) {
  if (has_any_phrase(clause, kFounding)) return false;
  bool whole = has_any_phrase(clause, kWhole) || judges_authority(clause, authority);
  return whole && (has_phrase(clause, "overall effectiveness") || !has_any_phrase(clause, kPart));
}

// Asked first, as it is cheap.
bool may_recall_grade(std::string_view text) {
  return contains(text, "judg") || contains(text, "grade") || contains(text, "rated") ||
         contains(text, "effectiveness") || contains(text, "required improvement");
}

// Few words between two grades name no other subject.
bool is_elliptical(std::string_view clause) {
  constexpr size_t kFewWords = 6;
  return split_words(clause).size() <= kFewWords && !has_any_phrase(clause, kPart);
}

// "Was not judged to be", "feared that it would be judged": no such grade was given. `before`: the
// clause up to the grade.
bool was_not_given(std::string_view before) {
  const std::vector<std::string_view> words = split_words(before);
  const auto is_in = [](const auto& table, std::string_view word) {
    return std::ranges::find(table, word) != table.end();
  };
  for (size_t at = words.size(); at-- > 0;) {
    if (is_in(kNotGiven, words[at])) return true;
    if (!is_in(kAroundVerb, words[at])) return false;
  }
  return false;
}

// "... good, a grade that was later withdrawn"
bool is_taken_back(std::string_view behind) {
  return has_any_phrase(behind, kGradeWords) && has_any_phrase(behind, kTakenBack);
}

// A grade that words recall, the words before it from the grade before on, and all behind it.
struct Clause {
  std::string grade;
  std::string_view before, behind;
};

std::vector<Clause> clauses_of(std::string_view words) {
  std::vector<Clause> clauses;
  size_t begin = 0;
  for (const Recall& recall : recalls_in(words)) {
    clauses.push_back({recall.grade, words.substr(begin, recall.begin - begin),
                       words.substr(std::min(recall.end + 1, words.size()))});
    begin = recall.end;
  }
  return clauses;
}

// Whether inspectors gave the grade to somebody.
bool was_given(const Clause& clause) {
  return !was_not_given(clause.before) && !is_taken_back(clause.behind) &&
         !is_count(clause.behind) && !is_of_others(clause.behind);
}

// The year of a grade: right behind it, "in May 2015", or else before it; 0 if none is told.
int year_of_recall(std::string_view before, std::string_view behind) {
  if (!behind.starts_with("in ")) return year_in(before);
  const std::vector<std::string_view> words = split_words(behind.substr(3));
  if (words.empty()) return 0;
  const size_t at = is_month(words[0]) && words.size() > 1 ? 1 : 0;
  const int year = year_in(words[at]);
  return year > 0 ? year : year_in(before);
}

// The grade of the latest year, or the only one there is; empty if they disagree.
std::string latest_of(const std::vector<RecalledGrade>& told) {
  const RecalledGrade* latest = nullptr;
  bool sure = true;
  for (const RecalledGrade& each : told) {
    if (latest != nullptr && each.grade != latest->grade) {
      const bool dated = each.year > 0 && latest->year > 0;
      sure = dated && each.year != latest->year;
    }
    if (!sure) return {};
    if (latest == nullptr || each.year > latest->year) latest = &each;
  }
  return latest == nullptr ? std::string() : latest->grade;
}

}  // namespace

std::optional<RecalledGrade> recalled_grade(std::string_view sentence, std::string_view authority) {
  const std::string words = bare_words(sentence);
  const std::string_view view = words;
  bool recalls =
      has_any_phrase(view, kRecalls) || (year_in(view) > 0 && has_phrase(view, "found that"));
  if (!recalls || has_any_phrase(view, kNow)) return std::nullopt;
  std::vector<RecalledGrade> told;
  bool whole = false;
  for (const Clause& clause : clauses_of(view)) {
    // "good in 2015 and judged inadequate in 2019": the subject stays.
    whole = judges_whole(clause.before, authority) || (whole && is_elliptical(clause.before));
    if (whole && was_given(clause) && !goes_on_with_part(clause.behind))
      told.push_back({clause.grade, year_of_recall(clause.before, clause.behind)});
  }
  const std::string found = latest_of(told);
  if (found.empty()) return std::nullopt;
  return RecalledGrade{found, year_in(words)};
}

namespace {

// "... was judged to be goqd": a grade that cannot be read may be the last one.
bool has_misread_grade(std::string_view sentence) {
  static constexpr std::array<std::string_view, 4> kFirstWords = {"good", "outstanding",
                                                                  "inadequate", "requires"};
  const std::string words = bare_words(sentence);
  for (std::string_view anchor : kBeforeGrade) {
    for (size_t at = find_phrase(words, anchor); at != std::string_view::npos;
         at = find_phrase(words, anchor, at + 1)) {
      std::string_view behind = std::string_view(words).substr(at + anchor.size());
      if (behind.empty()) continue;
      std::string_view word = behind.substr(1, behind.find(' ', 1) - 1);
      for (std::string_view grade : kFirstWords)
        if (word != "adequate" && may_be_misread(word, grade)) return true;
    }
  }
  return false;
}

// "In 2022 it was judged inadequate", behind a sentence on the authority, says it of that.
std::string with_subject(std::string sentence) {
  for (std::string_view it : {"it was judged", "It was judged", "it was rated", "It was rated"})
    if (size_t at = sentence.find(it); at != sentence.npos && (at == 0 || sentence[at - 1] == ' '))
      sentence.replace(at, 2, "the local authority");
  return sentence;
}

}  // namespace

std::optional<Reading> find_standing_words(const View& view, std::string_view authority) {
  std::optional<Reading> best;
  int best_year = -1;
  std::map<std::string, int> told;  // how often, by grade
  for (const Paragraph& paragraph : view.document.paragraphs) {
    if (!view.in_first_report(paragraph.page)) break;
    if (!may_recall_grade(paragraph.text)) continue;
    bool recalls = false;
    for (auto [begin, end] : sentences(paragraph.text)) {
      std::string printed = paragraph.text.substr(begin, end - begin);
      std::string sentence = view.misread ? without_misreadings(printed, Misread::kAny) : printed;
      if (view.misread && has_misread_grade(sentence)) return std::nullopt;
      if (recalls) sentence = with_subject(std::move(sentence));
      std::optional<RecalledGrade> recalled = recalled_grade(sentence, authority);
      recalls = recalled.has_value();
      if (!recalled) continue;
      ++told[recalled->grade];
      if (best && recalled->year == best_year && recalled->grade != best->value)
        return std::nullopt;
      if (best && recalled->year <= best_year) continue;
      best_year = recalled->year;
      best = Reading{recalled->grade, {excerpt(sentence), paragraph.page, "recalled"}};
    }
  }
  // Off a picture, the word of one sentence may be misread.
  if (best && view.is_ocr(best->evidence.page) && told[best->value] < 2) return std::nullopt;
  return best;
}

std::optional<RecalledPart> recalled_part(std::string_view sentence) {
  const std::string words = bare_words(sentence);
  const std::string_view view = words;
  if (!has_any_phrase(view, kLast) || !has_phrase(view, "inspection")) return std::nullopt;
  if (has_any_phrase(view, kNow)) return std::nullopt;
  for (const Clause& clause : clauses_of(view)) {
    if (!was_given(clause) || has_any_phrase(clause.before, kOtherBodies)) continue;
    for (const JudgedPart& part : kJudgedParts)
      if (has_phrase(clause.before, part.words))
        return RecalledPart{part.column, clause.grade,
                            year_of_recall(clause.before, clause.behind)};
  }
  return std::nullopt;
}

std::optional<Reading> find_part_words(const View& view) {
  if (view.misread) return std::nullopt;
  for (const Paragraph& paragraph : view.document.paragraphs) {
    if (!view.in_first_report(paragraph.page)) break;
    if (!may_recall_grade(paragraph.text)) continue;
    for (auto [begin, end] : sentences(paragraph.text)) {
      const std::string sentence = paragraph.text.substr(begin, end - begin);
      if (std::optional<RecalledPart> part = recalled_part(sentence))
        return Reading{part->grade, {sentence, paragraph.page, "recalled"}};
    }
  }
  return std::nullopt;
}

}  // namespace ofsearch
