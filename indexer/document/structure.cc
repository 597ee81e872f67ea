#include "indexer/document/structure.h"

#include "common/report/earlier_grades.h"
#include "common/report/sections.h"
#include "common/report/sentences.h"
#include "common/report/values.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace ofsearch {
namespace {

std::string grade_of(std::string_view text) {
  std::string words = bare_words(text);
  // Until 2013 grades had numbers: "Grade 4 (Inadequate)".
  constexpr std::string_view kNumbered = "grade ";
  if (words.starts_with(kNumbered) && words.size() > kNumbered.size() + 2)
    words.erase(0, kNumbered.size() + 2);
  for (const PrintedGrade& row : printed_grades())
    if (words == row.words && row.grade != kNotJudged) return std::string(row.grade);
  return {};
}

// "The graded judgement for adoption is that it": the verb before a grade that was cut off.
void drop_verb(std::string* heading) {
  for (std::string_view verb : {" is that it is", " is that it", " is that they are",
                                " is that they", " is that", " is", " are"}) {
    if (!heading->ends_with(verb)) continue;
    heading->resize(heading->size() - verb.size());
    return;
  }
}

// "Children in care: good" -> the heading without its grade, and the grade.
void split_grade(Section* section) {
  if (std::string now = without_earlier_grades(section->heading); now != section->heading) {
    Section other{*section};
    other.heading = std::move(now);
    split_grade(&other);
    if (!other.grade.empty()) *section = std::move(other);
    return;
  }
  for (std::string_view separator : {":", "\t", " \u2013 ", " - ", " is that it ", " is that they ",
                                     " is that ", " is ", " are "}) {
    size_t at = section->heading.rfind(separator);
    if (at == std::string::npos || at == 0) continue;
    std::string grade = grade_of(std::string_view(section->heading).substr(at + separator.size()));
    if (grade.empty()) continue;
    section->grade = grade;
    section->heading.resize(at);
    drop_verb(&section->heading);
    return;
  }
  // "Overall effectiveness Grade 3 (Adequate)"
  size_t at = section->heading.rfind(" Grade ");
  if (at == std::string::npos) return;
  section->grade = grade_of(std::string_view(section->heading).substr(at + 1));
  if (!section->grade.empty()) section->heading.resize(at);
}

// A judgement's heading that is set like a sentence: "The experiences and progress of children in
// care: good.", "The impact of leaders on social work practice requires improvement to be good."
// Empty if `text` is none, else the heading and its grade.
std::optional<Section> judgement_heading(const std::string& text) {
  constexpr size_t kLongest = 180, kMostWords = 16;  // bytes, words of the label
  if (text.size() > kLongest) return std::nullopt;
  std::string words = bare_words(text);
  bool label = false;
  for (std::string_view start : {"the experiences and progress of ",
                                 "the experience and progress of ", "the impact of leaders "})
    label = label || words.starts_with(start);
  if (!label || section_kinds(text).empty()) return std::nullopt;
  for (const PrintedGrade& row : printed_grades()) {
    if (row.grade == kNotJudged || !words.ends_with(row.words)) continue;
    size_t before = split_words(words).size() - split_words(row.words).size();
    // The grade's first word, from the end of the text.
    size_t at = text.size();
    for (size_t left = split_words(row.words).size(); left > 0 && at != std::string::npos; --left)
      at = text.find_last_of(" \t", at - 1);
    if (at == std::string::npos || before > kMostWords) return std::nullopt;
    Section section;
    section.heading = text.substr(0, at);
    drop_verb(&section.heading);
    while (section.heading.ends_with(':') || section.heading.ends_with(' '))
      section.heading.pop_back();
    section.grade = std::string(row.grade);
    return section;
  }
  return std::nullopt;
}

// "Recommendations 7", "Summary .... 3", "Summary\t3": a line of a table of contents.
bool is_contents_entry(const Paragraph& paragraph) {
  const std::string& text = paragraph.text;
  size_t number = text.find_last_not_of("0123456789");
  if (number == std::string::npos || number + 1 == text.size() || text.size() - number > 4)
    return false;
  return text[number] == ' ' || text[number] == '\t' || text[number] == '.';
}

bool has_dot_leader(const Paragraph& paragraph) {
  return paragraph.text.find(".....") != std::string::npos && is_contents_entry(paragraph);
}

// Section kinds follow the headings; a deeper heading that tells nothing keeps its parent's kind.
class SectionFinder {
  static constexpr int kTopicLevel = 4;

 public:
  explicit SectionFinder(const std::vector<Paragraph>& paragraphs) : paragraphs_(paragraphs) {}

  std::vector<Section> run() {
    sections_.emplace_back();
    for (size_t i = 0; i < paragraphs_.size(); ++i) {
      if (paragraphs_[i].kind != ParagraphKind::kHeading || is_in_contents(i) || heads_nothing(i))
        text(paragraphs_[i]);
      else
        heading(paragraphs_[i]);
    }
    return std::move(sections_);
  }

 private:
  const Paragraph* at(size_t i) const { return i < paragraphs_.size() ? &paragraphs_[i] : nullptr; }

  // A heading among the lines of a table of contents: an entry in bold, or the name of a part
  // with its entries under it.
  bool is_in_contents(size_t i) const {
    std::string open = bare_words(sections_.back().heading);
    if (open != "contents" && open != "table of contents") return has_dot_leader(paragraphs_[i]);
    if (is_contents_entry(paragraphs_[i])) return true;
    const Paragraph* next = at(i + 1);
    return next != nullptr && next->page == paragraphs_[i].page && is_contents_entry(*next);
  }

  static bool is_deeper(const Paragraph& inner, const Paragraph& outer) {
    return inner.heading_level > outer.heading_level || inner.font_size < outer.font_size - 0.5;
  }

  // Names under a letter, set like headings: no text follows before the document's end or a
  // heading of the same or a higher level, and the words are not those of a part of a report.
  // Lines of the title stay headings.
  bool heads_nothing(size_t i) const {
    const Paragraph& heading = paragraphs_[i];
    bool titled = std::any_of(sections_.begin(), sections_.end(), [](const Section& section) {
      return !section.heading.empty() && !section.paragraphs.empty();
    });
    if (!titled || heading.heading_level == 1 || !grade_of(heading.text).empty()) return false;
    const Paragraph* next = at(i + 1);
    if (next != nullptr && next->kind != ParagraphKind::kHeading) return false;
    if (next != nullptr && is_deeper(*next, heading)) return false;
    if (next != nullptr && !grade_of(next->text).empty()) return false;
    return section_kinds(heading.text).empty() && !is_deadline_heading(heading.text);
  }

  void text(const Paragraph& paragraph) {
    if (std::optional<Section> judged = judgement_heading(paragraph.text);
        judged && paragraph.kind == ParagraphKind::kText) {
      judged->page = paragraph.page;
      open_part(std::move(*judged));
      return;
    }
    note_part(paragraph);
    if (ends_summary(paragraph)) {
      Section body = *part_;
      body.page = paragraph.page;
      open_part(std::move(body));
    }
    sections_.back().paragraphs.push_back(paragraph);
  }

  void open_part(Section section) {
    section.kind = section_kinds(section.heading).front();
    current_kind_ = section.kind;
    sections_.push_back(std::move(section));
  }

  // A row of a judgement, above the part of the report that explains it: "Children who need help
  // and protection", "Good".
  void note_part(const Paragraph& paragraph) {
    constexpr size_t kLongest = 200;  // bytes
    if (paragraph.kind != ParagraphKind::kTableRow || paragraph.text.size() > kLongest) return;
    Section row;
    row.heading = paragraph.text;
    split_grade(&row);
    std::vector<SectionKind> kinds = section_kinds(row.heading);
    if (row.grade.empty() || kinds.empty() || kinds.front() == SectionKind::kSummary) return;
    part_ = std::move(row);
  }

  // The bullets under "Summary" end where the numbered text of the judgement begins.
  bool ends_summary(const Paragraph& paragraph) const {
    const Section& open = sections_.back();
    if (!part_ || paragraph.kind != ParagraphKind::kNumbered || open.paragraphs.empty() ||
        bare_words(open.heading) != "summary")
      return false;
    return std::none_of(open.paragraphs.begin(), open.paragraphs.end(),
                        [](const Paragraph& own) { return own.kind == ParagraphKind::kNumbered; });
  }

  void heading(const Paragraph& paragraph) {
    std::string grade = grade_of(paragraph.text);
    Section& open = sections_.back();
    if (!grade.empty() && open.paragraphs.empty() && !open.heading.empty()) {
      open.grade = grade;
      drop_verb(&open.heading);
      return;
    }
    const std::string words = bare_words(paragraph.text);
    // Single inspections head the text of each judgement so, below its row.
    if (part_ && words == "inspection findings") {
      Section body = *std::exchange(part_, std::nullopt);
      body.page = paragraph.page;
      open_part(std::move(body));
      kind_level_ = paragraph.heading_level;
      return;
    }
    if (words != "summary") part_.reset();
    // Two headings in a row, the first of which would stay without text: an outer heading, kept
    // in front of the inner one only by the kind that it hands down.
    Section section;
    section.heading = without_note_marks(paragraph.text);
    section.page = paragraph.page;
    split_grade(&section);
    while (section.heading.ends_with(':')) section.heading.pop_back();
    section.kind = kind_of(section.heading, paragraph.heading_level);
    if (open.heading.empty() && open.paragraphs.empty()) sections_.pop_back();
    sections_.push_back(std::move(section));
  }

  SectionKind kind_of(const std::string& heading, int level) {
    if (is_deadline_heading(heading)) return current_kind_;
    // Recommendations are grouped by topic: "Workforce" among them is no part about leadership.
    if (current_kind_ == SectionKind::kRecommendations && level > kind_level_ &&
        level >= kTopicLevel)
      return current_kind_;
    std::vector<SectionKind> kinds = section_kinds(heading);
    if (kinds.empty() && level > kind_level_) {
      // The text under "Contents" or "About this inspection" need not be boilerplate.
      bool hands_down = current_kind_ != SectionKind::kBoilerplate || explains_grades_;
      return hands_down ? current_kind_ : SectionKind::kOther;
    }
    explains_grades_ = (' ' + bare_words(heading) + ' ').find(" mean ") != std::string::npos;
    // Inside a judgement's part, what looks like another part is a topic: "Adoption" under
    // leadership would be; only headings of the same or a higher level change the kind.
    current_kind_ = kinds.empty() ? SectionKind::kOther : kinds.front();
    kind_level_ = level;
    return current_kind_;
  }

  const std::vector<Paragraph>& paragraphs_;
  std::vector<Section> sections_;
  SectionKind current_kind_ = SectionKind::kOther;
  int kind_level_ = 0;
  std::optional<Section> part_;   // the judgement whose summary may follow
  bool explains_grades_ = false;  // "What the inspection judgements mean"
};

}  // namespace

std::vector<Section> find_sections(const std::vector<Paragraph>& paragraphs) {
  return SectionFinder(paragraphs).run();
}

}  // namespace ofsearch
