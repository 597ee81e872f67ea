#include "indexer/metadata/grades/judgement_sentences.h"

#include "common/report/earlier_grades.h"
#include "common/report/sentences.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/grades/words/grade_words.h"
#include "indexer/metadata/grades/words/judgement_labels.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

constexpr size_t kLongestSentence = 260;  // bytes
constexpr size_t kTitleLines = 40;        // of a title page without layout
constexpr size_t kOpeningWords = 9;       // the subject begins within these

// A sentence's subject, the words that may stand between it and the verb, and what it judges.
struct SubjectRule {
  std::string_view name;
  std::string_view subject;  // bare words
  std::string_view key;
  std::string_view part;
  size_t gap;  // words allowed before the verb
  bool opening_only;
};

constexpr std::array kSubjects = {
    SubjectRule{"overall-judgement", "overall judgement", kOverall, "", 0, false},
    SubjectRule{"overall-judgement", "judgement for overall effectiveness", kOverall, "", 0, false},
    SubjectRule{"slac-safeguarding", "overall effectiveness of safeguarding services", kOverall,
                "safeguarding", 8, false},
    SubjectRule{"slac-safeguarding", "overall effectiveness of the councils safeguarding services",
                kOverall, "safeguarding", 8, false},
    SubjectRule{"slac-safeguarding", "overall effectiveness of the safeguarding services", kOverall,
                "safeguarding", 8, false},
    SubjectRule{"slac-looked-after", "overall effectiveness of services for looked after children",
                kOverall, "looked after", 12, false},
    SubjectRule{"slac-looked-after",
                "overall effectiveness of the councils services for looked after children",
                kOverall, "looked after", 12, false},
    SubjectRule{"slac-looked-after", "overall effectiveness of looked after children services",
                kOverall, "looked after", 8, false},
    SubjectRule{"overall-effectiveness", "overall effectiveness", kOverall, "", 16, false},
    SubjectRule{"services-are", "childrens services in", kOverall, "", 9, true},
    SubjectRule{"services-are", "childrens services", kOverall, "", 0, true},
    SubjectRule{"board", "safeguarding children board", "lscb", "", 2, false},
    SubjectRule{"board", "safeguarding childrens board", "lscb", "", 2, false},
    SubjectRule{"board", "lscb", "lscb", "", 0, false},
    SubjectRule{"adoption", "judgement for adoption performance", "adoption", "", 0, false},
    SubjectRule{"adoption", "judgment for adoption performance", "adoption", "", 0, false},
    SubjectRule{"care-leavers", "judgement about the experience and progress of care leavers",
                "care_leavers", "", 0, false},
    SubjectRule{"care-leavers", "judgement about the experiences and progress of care leavers",
                "care_leavers", "", 0, false},
    SubjectRule{"care-leavers", "judgement for the experience and progress of care leavers",
                "care_leavers", "", 0, false},
    SubjectRule{"care-leavers", "judgement for the experiences and progress of care leavers",
                "care_leavers", "", 0, false},
    SubjectRule{"practice", "the quality of practice", "quality_of_practice", "", 0, false},
};

// Verbs before a grade, longest first; "requires" belongs to the grade itself.
constexpr std::array<std::string_view, 17> kVerbs = {
    "is that childrens services are",
    "is that childrens services",
    "is that childrens service",
    "is that services are",
    "is that it is judged to be",
    "is that it is",
    "is that it",
    "is that they are",
    "is that",
    "is judged to be",
    "are judged to be",
    "is judged as",
    "is judged",
    "are judged",
    "is",
    "are",
    "",
};

// Words that make a sentence speak of another time, another place or only of some part.
constexpr std::array<std::string_view, 16> kElsewhere = {
    "was",   "were",     "previous", "previously", "last", "since",    "earlier", "had",
    "until", "although", "will",     "when",       "if",   "improved", "despite", "not"};

bool speaks_of_elsewhere(std::string_view words) {
  return has_any_phrase(words, kElsewhere);
}

// The grade stands at the sentence's end, or before a reason.
bool closes(std::string_view rest) {
  rest = without_numbers(rest);  // of a footnote
  return rest.empty() || rest.starts_with("because") || rest == "overall" ||
         rest.starts_with("overall because") || rest.starts_with("since");
}

// The grade that follows in `words`, behind one of the verbs; empty if something else follows.
std::string grade_behind_verb(std::string_view words) {
  for (std::string_view verb : kVerbs) {
    std::string_view rest = words;
    if (!verb.empty()) {
      if (!rest.starts_with(verb)) continue;
      rest.remove_prefix(verb.size());
      if (!rest.empty() && rest[0] != ' ') continue;
      rest = trimmed(rest);
    }
    size_t end = 0;
    std::optional<std::string> grade = grade_at_start(rest, &end);
    // If there is no verb, only "requires improvement" is one itself.
    if (!grade || (verb.empty() && *grade != "requires improvement")) continue;
    if (*grade == kNotJudged || !closes(trimmed(rest.substr(end)))) continue;
    return *grade;
  }
  return {};
}

size_t count_words_before(std::string_view words, size_t at) {
  return static_cast<size_t>(std::count(words.begin(), words.begin() + static_cast<long>(at), ' '));
}

// Tells whether the word behind a board still names it: "board (LSCB) is", "board in Loamshire is".
// "Board training is" judges something else.
bool names_board(std::string_view word) {
  return word == "in" || word == "for" || word == "of" || word.ends_with("scb");
}

struct Statement {
  size_t subject = 0, grade = 0;  // where they begin in the words
  JudgementRow row;
};

std::optional<Statement> apply_rule(const SubjectRule& rule, std::string_view words) {
  size_t at = find_phrase(words, rule.subject);
  if (at == std::string_view::npos || count_words_before(words, at) >= kOpeningWords)
    return std::nullopt;
  std::string_view rest = trimmed(words.substr(at + rule.subject.size()));
  for (size_t skipped = 0; skipped <= rule.gap && !rest.empty(); ++skipped) {
    std::string grade = grade_behind_verb(rest);
    if (!grade.empty()) {
      // "Overall effectiveness inadequate requires improvement": two columns of a table, of which
      // one is of another inspection.
      std::string_view label;
      if (grade_at_end(trimmed(words.substr(0, words.size() - rest.size())), &label)) break;
      Statement found{at, words.size() - rest.size(), {}};
      found.row.key = rule.key;
      found.row.part = rule.part;
      found.row.grade = grade;
      found.row.evidence.rule = std::string("sentence-") + std::string(rule.name);
      return found;
    }
    size_t space = rest.find(' ');
    if (skipped == 0 && rule.key == "lscb" && !names_board(rest.substr(0, space))) break;
    rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
  }
  return std::nullopt;
}

using Parts = std::vector<std::string>;

Parts and_in_capitals(Parts parts) {
  for (size_t i = 0, count = parts.size(); i < count; ++i) {
    std::string part = parts[i];
    std::ranges::transform(part, part.begin(), to_ascii_upper);
    parts.push_back(std::move(part));
  }
  return parts;
}

// The last word of each grade without its first letter, which may be a capital, and in capitals.
const Parts& parts_of_grades() {
  static const Parts kParts = [] {
    Parts parts;
    for (const std::string& name : awarded_grade_names())
      parts.push_back(name.substr(name.rfind(' ') + 2));
    return and_in_capitals(std::move(parts));
  }();
  return kParts;
}

bool may_state_judgement(const std::string& text) {
  static const Parts kMarks =
      and_in_capitals({"udgement", "udgment", "hildren’s services", "hildren's services", "oard",
                       "lscb", "verall effectiveness", "quality of practice"});
  auto holds = [&](std::string_view part) { return contains(text, part); };
  return std::ranges::any_of(kMarks, holds) && std::ranges::any_of(parts_of_grades(), holds);
}

bool begins_with_capital(std::string_view text) {
  return text[0] >= 'A' && text[0] <= 'Z';
}

// `sentence` up to a grade behind which another one begins with a capital, as where a heading
// without a full stop ran into its text: "The overall judgement is good The authority leads ...".
std::string_view up_to_run_on(std::string_view sentence) {
  for (const PrintedGrade& grade : printed_grades())
    for (size_t at = sentence.find(grade.words); at != std::string_view::npos;
         at = sentence.find(grade.words, at + 1)) {
      std::string_view rest = sentence.substr(at + grade.words.size());
      if (at > 0 && sentence[at - 1] == ' ' && rest.size() > 2 && rest[0] == ' ' &&
          begins_with_capital(rest.substr(1)))
        return sentence.substr(0, at + grade.words.size());
    }
  return sentence;
}

void read_paragraph(const Paragraph& paragraph, bool opening, const Occasion& occasion,
                    std::vector<JudgementRow>* rows) {
  if (!may_state_judgement(paragraph.text)) return;
  for (auto [begin, end] : sentences(paragraph.text)) {
    std::string_view sentence = std::string_view(paragraph.text).substr(begin, end - begin);
    if (opening) sentence = up_to_run_on(sentence);
    if (sentence.size() > kLongestSentence) continue;
    std::optional<JudgementRow> row = read_judgement_sentence(sentence, opening, occasion);
    if (!row) continue;
    row->evidence.text = excerpt(sentence);
    row->evidence.page = paragraph.page;
    rows->push_back(std::move(*row));
  }
}

// A line from `at` on, with the lines that go on with its sentence; nothing if it has no end there.
std::optional<std::string> sentence_of_lines(const std::vector<Line>& lines, size_t at) {
  constexpr size_t kLongestLine = 130;  // bytes
  constexpr size_t kMostLines = 4;
  std::string text = lines[at].text;
  if (text.size() > kLongestLine || !begins_with_capital(text)) return std::nullopt;
  for (size_t i = at + 1; i < lines.size(); ++i) {
    const std::string& next = lines[i].text;
    bool lower = next[0] >= 'a' && next[0] <= 'z';
    // A row of the judgement table begins with a number.
    bool begins = begins_with_capital(next) || (next[0] >= '0' && next[0] <= '9');
    if (!lower && !(begins_with_capital(next) && breaks_off(bare_words(lines[i - 1].text))))
      return begins ? std::optional(text) : std::nullopt;
    if (i - at == kMostLines || next.size() > kLongestLine) return std::nullopt;
    text += ' ' + next;
  }
  return text;
}

// Reads lines one by one, each that begins with a capital with those that go on with it: in text
// without layout a heading may run into the paragraph below it.
void read_lines(const View& view, const Occasion& occasion, std::vector<JudgementRow>* rows) {
  for (const Page& page : view.document.pages) {
    if (!view.in_first_report(page.number)) break;
    for (size_t i = 0; i < page.lines.size(); ++i) {
      std::optional<std::string> text = sentence_of_lines(page.lines, i);
      if (!text || text->size() > kLongestSentence || !may_state_judgement(*text)) continue;
      if (i > 0 && heads_other_judgements(page.lines[i - 1].text, occasion)) continue;
      std::optional<JudgementRow> row =
          read_judgement_sentence(*text, page.number <= 1 && i < kTitleLines, occasion);
      if (!row) continue;
      row->evidence.text = excerpt(*text);
      row->evidence.page = page.number;
      rows->push_back(std::move(*row));
    }
  }
}

}  // namespace

std::optional<JudgementRow> read_judgement_sentence(std::string_view sentence, bool opening,
                                                    const Occasion& occasion) {
  std::string words = bare_words(without_earlier_grades(sentence));
  if (speaks_of_elsewhere(words)) return std::nullopt;
  for (const SubjectRule& rule : kSubjects) {
    if (rule.opening_only && !opening) continue;
    std::optional<Statement> found = apply_rule(rule, words);
    if (!found) continue;
    if (is_reported(sentence, found->subject, occasion) ||
        has_other_year(words.substr(0, found->grade), occasion) ||
        judges_another_place(sentence, occasion))
      return std::nullopt;
    return std::move(found->row);
  }
  return std::nullopt;
}

std::vector<JudgementRow> read_judgement_sentences(const View& view, const Occasion& occasion) {
  std::vector<JudgementRow> rows;
  bool below_other_head = false;
  for (const Paragraph& paragraph : view.document.paragraphs) {
    if (!view.in_first_report(paragraph.page)) break;
    bool opening = paragraph.page == 1 || paragraph.kind == ParagraphKind::kHeading;
    if (paragraph.page == 0)
      opening = &paragraph < view.document.paragraphs.data() + view.opening_paragraphs.size();
    if (!below_other_head) read_paragraph(paragraph, opening, occasion, &rows);
    below_other_head = heads_other_judgements(paragraph.text, occasion);
  }
  if (!view.document.has_layout) read_lines(view, occasion, &rows);
  return rows;
}

std::vector<JudgementRow> read_judgement_headings(const View& view, const Occasion& occasion) {
  std::vector<JudgementRow> rows;
  std::string part;
  // The judgements of the inspection before are listed under a heading of their own, or below a
  // line ("At the last inspection:").
  bool under_heading = false, below_line = false;
  for (const Section& section : view.sections) {
    if (!view.in_first_report(section.page)) break;
    std::string words = bare_words(section.heading);
    if (std::string_view found = part_of(words); !found.empty()) part = found;
    if (section.grade.empty())
      under_heading = heads_other_judgements(section.heading, occasion), below_line = false;
    const bool other = under_heading || below_line || has_other_year(section.heading, occasion);
    std::optional<std::string_view> key = label_of_heading(words);
    if (!section.grade.empty() && key && !other) {
      JudgementRow row;
      row.key = *key;
      row.part = part;
      row.grade = section.grade;
      row.evidence = {excerpt(section.heading + ": " + section.grade), section.page,
                      "section-heading"};
      rows.push_back(std::move(row));
    }
    if (!section.paragraphs.empty())
      below_line = heads_other_judgements(section.paragraphs.back().text, occasion);
  }
  return rows;
}

}  // namespace ofsearch
