#include "indexer/metadata/run_on.h"

#include "common/report/values.h"
#include "common/text/characters.h"
#include "indexer/metadata/view/printed_dates.h"
#include "indexer/metadata/view/view.h"

#include <algorithm>
#include <array>
#include <set>

namespace ofsearch {
namespace {

constexpr size_t kLongLine = 200;    // bytes; no printed line of a title page is longer
constexpr size_t kTitlePage = 2500;  // bytes within which its labels stand
constexpr size_t kFirstLines = 6;
constexpr size_t kFirstBroken = 40;  // lines, where they were broken anew
constexpr size_t kEnoughLabels = 2;

// Labels that only title pages and letters have, as printed; two of them show that lines ran
// together.
constexpr std::array<std::string_view, 15> kSureLabels = {"Inspection date",
                                                          "Inspection dates",
                                                          "Dates of inspection",
                                                          "Lead inspector",
                                                          "Report published",
                                                          "Reporting inspector",
                                                          "Published:",
                                                          "Age group",
                                                          "Judgement Grade",
                                                          "Overall effectiveness",
                                                          "1. Children who need help",
                                                          "2.1 Adoption performance",
                                                          "3. Leadership, management",
                                                          "Dear ",
                                                          "This letter"};

// Other words that begin a line there.
constexpr std::array<std::string_view, 32> kLineStarts = {
    "Inspection of",
    "Re-inspection of",
    "Reinspection of",
    "Review of the effectiveness",
    "Joint targeted area inspection",
    "Joint local area SEND",
    "Joint area SEND",
    "Area SEND",
    "Focused visit to",
    "Monitoring visit to",
    "Monitoring visit of",
    "Between ",
    "The overall judgement",
    "Children\xE2\x80\x99s services in",
    "Children's services in",
    "The judgements on areas",
    "The effectiveness of the Local Safeguarding",
    "The Local Safeguarding Children Board ",
    "The judgement for the effectiveness",
    "1. Children",
    "2. Children",
    "2.1 ",
    "2.2 ",
    "3. Leadership",
    "The local authority leads",
    "Executive summary",
    "Date of previous",
    "Dates of previous",
    "Inspection outcome",
    "Information about",
    "Ofsted produces this",
    "\xC2\xA9 Crown",
};

// Words that begin a line on later pages, which has judgements on one side of them.
constexpr std::array<std::string_view, 8> kLaterStarts = {"The Local Safeguarding Children Board ",
                                                          "The Local Safeguarding Children Board, ",
                                                          "Executive summary",
                                                          "The graded judgement",
                                                          "The effectiveness of the Local Safe",
                                                          "Section 2",
                                                          "Summary of key findings",
                                                          "Key judgement"};

// Words with which a row of the judgement table begins; its grade follows.
constexpr std::array<std::string_view, 8> kRowStarts = {"The impact of leaders",
                                                        "The experiences and progress of",
                                                        "Overall effectiveness",
                                                        "1. Children",
                                                        "2. Children",
                                                        "2.1 ",
                                                        "2.2 ",
                                                        "3. Leadership"};

// Returns the grades as a cell of the table begins: "Requires improvement". If one begins with
// another, the longest comes first.
const std::vector<std::string>& capital_grades() {
  static const std::vector<std::string> kGrades = [] {
    std::vector<std::string> grades;
    for (const PrintedGrade& row : printed_grades()) {
      grades.emplace_back(row.words);
      grades.back()[0] = to_ascii_upper(grades.back()[0]);
    }
    return grades;
  }();
  return kGrades;
}

bool begins_word(std::string_view text, size_t at) {
  return at == 0 || text[at - 1] == ' ';
}

void cut_before(std::string_view text, std::string_view label, std::set<size_t>* cuts) {
  for (size_t at = text.find(label); at != std::string_view::npos; at = text.find(label, at + 1))
    if (begins_word(text, at)) cuts->insert(at);
}

// The first grade behind a row's label, before the next cut.
void cut_around_grade(std::string_view text, size_t row, std::set<size_t>* cuts) {
  auto next = cuts->upper_bound(row);
  size_t end = next == cuts->end() ? text.size() : *next;
  constexpr size_t kLongestRow = 160;  // bytes, label and grade
  std::string_view piece = text.substr(0, std::min(end, row + kLongestRow));
  size_t first = std::string_view::npos, length = 0;
  for (std::string_view grade : capital_grades()) {
    size_t at = piece.find(grade, row);
    if (at >= first || !begins_word(text, at)) continue;
    first = at, length = grade.size();
  }
  if (first == std::string_view::npos) return;
  cuts->insert(first);
  cuts->insert(first + length);
}

// "... services are good The authority leads": a sentence of the title page that a grade ends.
void cut_behind_sentences(std::string_view text, std::set<size_t>* cuts) {
  for (const PrintedGrade& grade : printed_grades())
    for (std::string_view verb : {" is ", " are ", " "}) {
      bool own_verb = grade.words.starts_with("requir");
      if (verb == " " && !own_verb) continue;
      const std::string words = std::string(verb) + std::string(grade.words) + ' ';
      for (size_t at = text.find(words); at != std::string_view::npos;
           at = text.find(words, at + 1)) {
        size_t end = at + words.size();
        bool begins = end < text.size() && text[end] >= 'A' && text[end] <= 'Z';
        if (begins && cuts->lower_bound(at) == cuts->lower_bound(end)) cuts->insert(end);
      }
    }
}

// A letter's day stands above "Dear ...".
void cut_around_letter_date(std::string_view text, std::set<size_t>* cuts) {
  size_t dear = text.find(" Dear ");
  if (dear == std::string_view::npos) return;
  std::vector<DateSpan> spans = find_dates(text.substr(0, dear));
  if (spans.size() != 1) return;
  cuts->insert(spans[0].begin_offset);
  cuts->insert(spans[0].end_offset);
}

size_t count_sure_labels(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(kSureLabels.begin(), kSureLabels.end(),
                    [&](std::string_view label) { return text.find(label) != text.npos; }));
}

// "12 May 2024 Ada Brook Director": the day at the head of a letter, and the first line of its
// address.
void cut_behind_day(std::string_view text, std::set<size_t>* cuts) {
  constexpr size_t kAddress = 200;  // bytes
  if (text.empty() || !is_ascii_digit(text[0]) || text.size() > kAddress) return;
  std::vector<DateSpan> spans = find_dates(text);
  if (spans.size() != 1 || spans[0].begin_offset != 0 || spans[0].start != spans[0].end) return;
  std::string_view rest = text.substr(spans[0].end_offset);
  if (rest.size() > 1 && rest[0] == ' ' && is_ascii_upper(rest[1]) && !rest.ends_with('.'))
    cuts->insert(spans[0].end_offset);
}

std::vector<std::string> pieces_of(std::string_view text, const std::set<size_t>& cuts) {
  std::vector<std::string> pieces;
  for (auto cut = cuts.begin(); cut != cuts.end(); ++cut) {
    auto next = std::next(cut);
    size_t end = next == cuts.end() ? text.size() : *next;
    std::string piece = without_markup(text.substr(*cut, end - *cut));
    if (!piece.empty()) pieces.push_back(std::move(piece));
  }
  return pieces;
}

// Text of later pages whose lines ran together.
std::vector<std::string> cut_later(std::string_view text) {
  if (text.size() < kLongLine) return {std::string(text)};
  std::set<size_t> cuts = {0};
  for (std::string_view label : kLaterStarts) cut_before(text, label, &cuts);
  return pieces_of(text, cuts);
}

}  // namespace

std::vector<std::string> cut_run_on(std::string_view text, size_t fewest_labels) {
  std::string_view head = text.substr(0, kTitlePage);
  std::set<size_t> cuts = {0};
  if (count_sure_labels(head) < fewest_labels) {
    cut_behind_day(text, &cuts);
    return pieces_of(text, cuts);
  }
  for (std::string_view label : kSureLabels) cut_before(head, label, &cuts);
  for (std::string_view label : kLineStarts) cut_before(head, label, &cuts);
  for (std::string_view label : kRowStarts) cut_before(head, label, &cuts);
  for (size_t at : std::set<size_t>(cuts))
    for (std::string_view label : kRowStarts)
      if (head.substr(at).starts_with(label)) cut_around_grade(head, at, &cuts);
  cut_around_letter_date(head, &cuts);
  cut_behind_sentences(head, &cuts);
  return pieces_of(text, cuts);
}

namespace {

// A line, or several of one block.
struct Stretch {
  size_t begin = 0, end = 0;  // of the page's lines
  std::string text;
  std::set<size_t> starts;  // of the lines in the text
};

std::vector<Stretch> blocks_of(const std::vector<Line>& lines) {
  std::vector<Stretch> blocks;
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    bool row = line.text.find('\t') != std::string::npos || line.heading_level > 0;
    bool on = i > 0 && !row && line.block == lines[i - 1].block && lines[i - 1].heading_level == 0;
    if (!on) blocks.push_back({i, i, {}, {}});
    Stretch& block = blocks.back();
    if (!block.text.empty()) block.text += ' ';
    block.starts.insert(block.text.size());
    block.text += line.text;
    block.end = i + 1;
  }
  return blocks;
}

// Tells whether `fewest` labels of a title page stand in the block, one of them within a line.
bool is_broken_anew(const Stretch& block, size_t fewest) {
  std::string_view head = std::string_view(block.text).substr(0, kTitlePage);
  if (block.end - block.begin < 2 || count_sure_labels(head) < fewest) return false;
  std::set<size_t> labels;
  for (std::string_view label : kSureLabels) cut_before(head, label, &labels);
  return std::any_of(labels.begin(), labels.end(),
                     [&](size_t at) { return !block.starts.contains(at); });
}

// The lines of blocks that were broken anew as one line each; true if there are any.
bool join_broken_anew(std::vector<Line>* lines) {
  std::vector<Stretch> blocks = blocks_of(*lines);
  auto last = std::find_if(blocks.begin(), blocks.end(),
                           [](const Stretch& block) { return block.begin >= kFirstBroken; });
  bool any = std::any_of(blocks.begin(), last,
                         [](const Stretch& block) { return is_broken_anew(block, kEnoughLabels); });
  if (!any) return false;
  std::vector<Line> joined;
  for (auto block = blocks.begin(); block != blocks.end(); ++block) {
    bool join = block < last && is_broken_anew(*block, 1);
    for (size_t i = block->begin; i < block->end; ++i)
      if (!join || i == block->begin) joined.push_back(std::move((*lines)[i]));
    if (join) joined.back().text = block->text;
  }
  *lines = std::move(joined);
  return true;
}

}  // namespace

std::optional<CleanDocument> cut_run_on_opening(const CleanDocument& document) {
  if (document.has_layout || document.pages.empty()) return std::nullopt;
  CleanDocument cut = document;
  const bool broken_anew = join_broken_anew(&cut.pages.front().lines);
  const size_t first = broken_anew ? kFirstBroken : kFirstLines;
  auto cut_opening = [&](std::string_view text) {
    return cut_run_on(text, broken_anew ? 1 : kEnoughLabels);
  };
  auto cut_all = [](auto* texts, size_t from, size_t to, auto cut_one) {
    auto source = std::move(*texts);
    texts->clear();
    bool any = false;
    for (size_t i = 0; i < source.size(); ++i) {
      std::vector<std::string> pieces;
      if (i >= from && i < to) pieces = cut_one(source[i].text);
      if (pieces.size() < 2) {
        texts->push_back(std::move(source[i]));
        continue;
      }
      any = true;
      for (std::string& piece : pieces) {
        texts->push_back(source[i]);
        texts->back().text = std::move(piece);
      }
    }
    return any;
  };
  constexpr size_t kAll = std::string::npos;
  bool any = cut_all(&cut.pages.front().lines, 0, first, cut_opening);
  any = cut_all(&cut.paragraphs, 0, first, cut_opening) || any;
  if (!any) return std::nullopt;
  for (Page& page : cut.pages) cut_all(&page.lines, 0, kAll, cut_later);
  cut_all(&cut.paragraphs, 0, kAll, cut_later);
  return cut;
}

}  // namespace ofsearch
