#include "indexer/document/paragraphs.h"

#include "common/report/sections.h"
#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/text/lines.h"
#include "indexer/document/list_marks.h"
#include "indexer/document/lone_headings.h"
#include "indexer/document/table_rows.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>

namespace ofsearch {
namespace {

bool ends_sentence(std::string_view text) {
  // Quotes, brackets and the raised number of a footnote may stand behind the full stop.
  static constexpr std::string_view kCloses[] = {"\"",     "'",      ")",      "\u2019", "\u201D",
                                                 "\u00B9", "\u00B2", "\u00B3", "\u2070", "\u2074",
                                                 "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  for (bool again = true; again;) {
    again = false;
    for (std::string_view sign : kCloses)
      if (text.ends_with(sign)) {
        text.remove_suffix(sign.size());
        again = true;
      }
    // A footnote's number behind the full stop.
    while (!text.empty() && is_ascii_digit(text.back()) && text.find_last_of(".!?") != text.npos &&
           text.size() - text.find_last_of(".!?") <= 3) {
      text.remove_suffix(1);
      again = true;
    }
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

bool begins_upper(std::string_view text) {
  return !text.empty() && (std::isupper(static_cast<unsigned char>(text[0])) != 0 ||
                           text.starts_with("\u2018") || text.starts_with("\u201C"));
}

// What most of the text is set in.
struct Typography {
  double body_size = 0;  // points
  double pitch = 0;      // from one line's top to the next, points
};

template <typename Key>
Key most_frequent(const std::map<Key, size_t>& counts) {
  auto best = std::max_element(counts.begin(), counts.end(),
                               [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? Key() : best->first;
}

Typography measure(const std::vector<Page>& pages) {
  std::map<int, size_t> sizes;    // half points
  std::map<int, size_t> pitches;  // half points
  for (const Page& page : pages) {
    const Line* previous = nullptr;
    for (const Line& line : page.lines) {
      sizes[static_cast<int>(std::lround(line.font_size * 2))] += line.text.size();
      if (previous != nullptr && line.font_size == previous->font_size) {
        double pitch = line.y0 - previous->y0;
        if (pitch > line.font_size * 0.9 && pitch < line.font_size * 2.5)
          ++pitches[static_cast<int>(std::lround(pitch * 2))];
      }
      previous = &line;
    }
  }
  return {most_frequent(sizes) / 2.0, most_frequent(pitches) / 2.0};
}

// The number of a footnote at its start, plain or raised.
bool begins_with_note_number(std::string_view text) {
  if (text.size() <= 3) return false;
  size_t i = 0;
  char32_t c = next_code_point(text, &i);
  bool raised = c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
  return raised || is_ascii_digit(text[0]);
}

// Behind a bullet or number a tab only sets the text in.
bool is_row(const Line& line) {
  return line.text.find('\t', mark_of(line.text).length) != std::string::npos;
}

// Formats that mark their headings need no guesses, as long as the writer used them.
bool marks_headings(const std::vector<Page>& pages) {
  constexpr int kEnough = 2;
  int marked = 0;
  for (const Page& page : pages)
    for (const Line& line : page.lines) marked += line.heading_level > 0 ? 1 : 0;
  return marked >= kEnough;
}

constexpr double kLooseLine = 1.25;      // a gap of so many pitches parts paragraphs
constexpr double kHeadingSize = 1.12;    // headings are at least so much larger than the body
constexpr double kFootnoteSize = 0.92;   // footnotes at most so large
constexpr size_t kLongestHeading = 220;  // bytes
constexpr size_t kFilledLine = 45;       // bytes; a shorter line of plain text has ended early

// Long, since whether two lines belong together depends on all that was seen of the lines before.
class Joiner {
 public:
  Joiner(const std::vector<Page>& pages, JoinOptions options)
      : pages_(pages),
        options_(options),
        type_(measure(pages)),
        marked_headings_(marks_headings(pages)) {}

  std::vector<Paragraph> run() {
    for (const Page& page : pages_) {
      page_ = page.number;
      previous_ = nullptr;
      std::vector<Line> lines =
          options_.has_layout ? join_rows(page.lines, type_.body_size) : page.lines;
      for (const Line& line : lines) add(line);
    }
    previous_ = nullptr;
    finish();
    std::erase_if(paragraphs_, [](const Paragraph& p) { return p.text.empty(); });
    join_headings();
    find_subheadings();
    if (!options_.has_layout && !marked_headings_) unmake_lone_headings(&paragraphs_);
    return std::move(paragraphs_);
  }

 private:
  void add(const Line& line) {
    bool footnote = is_footnote(line);
    Mark mark = footnote ? Mark() : mark_before(line);
    std::string_view text = std::string_view(line.text).substr(mark.length);
    if (mark.length > 0 || line.list_item || starts_paragraph(line, footnote))
      begin(line, mark, footnote);
    append(text, line);
    current().page_end = page_;
    previous_ = &line;
  }

  // The mark at the start of `line`, if it is one: not in the row of a table ("2.1 Adoption"), and
  // not a number at which a sentence happens to be broken ("... at Key Stage" / "4. More work").
  Mark mark_before(const Line& line) {
    if (is_row(line)) return {};
    Mark mark = mark_of(line.text);
    if (mark.number.empty()) return mark;
    bool inside = goes_on_in_text(line) && !follows_last_number(mark.number);
    if (inside) return {};
    last_number_ = mark.number;
    return mark;
  }

  // The line before, flush with `line` and right above it, ends within a sentence.
  bool goes_on_in_text(const Line& line) const {
    if (previous_ == nullptr || paragraphs_.empty() || mark_pending_) return false;
    ParagraphKind kind = current().kind;
    if (kind == ParagraphKind::kHeading || kind == ParagraphKind::kTableRow) return false;
    if (ends_sentence(current().text) || current().text.ends_with(':')) return false;
    if (!options_.has_layout)
      return options_.hard_wrapped && line.block == previous_->block &&
             previous_->text.size() >= kFilledLine;
    double gap = line.y0 - previous_->y0;
    return std::abs(line.x0 - previous_->x0) < 2 && gap > 0 &&
           gap < std::max(type_.pitch, line.font_size * 1.15) * 1.1;
  }

  bool follows_last_number(const std::string& number) const {
    if (number.find('.') != std::string::npos) return true;
    int last = last_number_.empty() ? 0 : std::stoi(last_number_);
    return number == std::to_string(last + 1);
  }

  Paragraph& current() { return paragraphs_.back(); }
  const Paragraph& current() const { return paragraphs_.back(); }

  bool is_footnote(const Line& line) const {
    if (!options_.has_layout || line.font_size > type_.body_size * kFootnoteSize) return false;
    if (!paragraphs_.empty() && previous_ != nullptr && current().kind == ParagraphKind::kFootnote)
      return true;
    return begins_with_note_number(line.text);
  }

  bool is_heading_style(const Line& line) const {
    if (line.heading_level > 0) return true;
    if (line.text.size() > kLongestHeading) return false;
    if (!options_.has_layout) return line.bold;
    return line.bold || line.font_size >= type_.body_size * kHeadingSize;
  }

  // Does `line`, which bears no mark, begin a paragraph?
  bool starts_paragraph(const Line& line, bool footnote) {
    if (paragraphs_.empty()) return true;
    if (is_row(line) || current().kind == ParagraphKind::kTableRow) return true;
    if (previous_ == nullptr) return !continues_over_page(line, footnote);
    if ((current().kind == ParagraphKind::kFootnote) != footnote) return true;
    if (footnote) return starts_with_footnote_number(line);
    if (begins_lettered_item(line.text, previous_->text)) return true;
    if (!options_.has_layout) return starts_without_layout(line);
    if (mark_pending_) return false;
    bool heading = is_heading_style(line), was_heading = is_heading_style(*previous_);
    if (heading != was_heading && !inline_bold(line)) return true;
    if (heading && std::abs(line.font_size - previous_->font_size) > 1) return true;
    double gap = line.y0 - previous_->y0;
    double pitch = std::max(type_.pitch, line.font_size * 1.15);
    return gap > pitch * kLooseLine || gap < -1;
  }

  // A line all bold because a bold phrase fills it goes on with a sentence.
  bool inline_bold(const Line& line) const {
    return std::abs(line.font_size - previous_->font_size) < 0.6 &&
           !ends_sentence(current().text) && begins_lower(line.text) && current().text.size() > 60;
  }

  static bool starts_with_footnote_number(const Line& line) {
    return begins_with_note_number(line.text);
  }

  bool starts_without_layout(const Line& line) const {
    if (line.heading_level > 0 || previous_->heading_level > 0) return true;
    if (line.block != previous_->block) return true;
    return !options_.hard_wrapped;
  }

  // The first line of a page goes on with the last paragraph of an earlier one unless either
  // shows that it does not.
  bool continues_over_page(const Line& line, bool footnote) {
    if (footnote) return false;
    if (!options_.hard_wrapped) return false;
    if (is_heading_style(line) && !begins_lower(line.text)) return false;
    // Footnotes at the foot of the page stand between the two halves.
    size_t last = paragraphs_.size();
    while (last > 0 && paragraphs_[last - 1].kind == ParagraphKind::kFootnote) --last;
    if (last == 0) return false;
    const Paragraph& before = paragraphs_[last - 1];
    if (before.kind == ParagraphKind::kHeading || before.kind == ParagraphKind::kTableRow)
      return false;
    // A number at the foot of the page, its text overleaf.
    if (before.text.empty()) return take_up(last);
    if (ends_sentence(before.text)) return false;
    if (before.text.ends_with(':') || begins_upper(line.text)) {
      if (!begins_lower(line.text) && before.text.size() < kShortBeforeBreak) return false;
      if (before.text.ends_with(':')) return false;
    }
    if (options_.has_layout && std::abs(before.font_size - line.font_size) > 1) return false;
    return take_up(last);
  }

  // Makes the paragraph before index `behind` the current one, in front of which the footnotes of
  // its page then stand.
  bool take_up(size_t behind) {
    std::rotate(paragraphs_.begin() + static_cast<long>(behind - 1),
                paragraphs_.begin() + static_cast<long>(behind), paragraphs_.end());
    if (current().text.empty()) current().page = page_;
    return true;
  }
  static constexpr size_t kShortBeforeBreak = 60;  // bytes; shorter is a title or label

  void begin(const Line& line, const Mark& mark, bool footnote) {
    if (!footnote || !mark_pending_) finish();
    lines_ = 0;
    Paragraph paragraph;
    paragraph.page = paragraph.page_end = page_;
    paragraph.number = mark.number;
    paragraph.font_size = line.font_size;
    paragraph.bold = line.bold;
    paragraph.heading_level = line.heading_level;
    paragraph.kind = footnote                        ? ParagraphKind::kFootnote
                     : line.heading_level > 0        ? ParagraphKind::kHeading
                     : !mark.number.empty()          ? ParagraphKind::kNumbered
                     : mark.bullet || line.list_item ? ParagraphKind::kBullet
                     : is_row(line)                  ? ParagraphKind::kTableRow
                                                     : ParagraphKind::kText;
    paragraphs_.push_back(std::move(paragraph));
    mark_pending_ = false;
  }

  void append(std::string_view text, const Line& line) {
    mark_pending_ = text.empty();
    if (text.empty()) return;
    Paragraph& paragraph = current();
    if (lines_++ == 0) first_line_ = text.size();
    if (paragraph.text.empty()) {
      paragraph.font_size = line.font_size;
      paragraph.bold = line.bold;
    } else {
      paragraph.text += between_lines(paragraph.text, text);
    }
    if (paragraph.page_end < page_)
      paragraph.page_breaks.emplace_back(paragraph.text.size(), page_);
    paragraph.text += text;
  }

  // The last paragraph is complete: drop it if empty, see whether it is a heading.
  void finish() {
    if (paragraphs_.empty()) return;
    Paragraph& paragraph = current();
    if (paragraph.text.empty()) {
      paragraphs_.pop_back();
      return;
    }
    if (paragraph.kind == ParagraphKind::kText && looks_like_heading(paragraph))
      paragraph.kind = ParagraphKind::kHeading;
    if (paragraph.kind == ParagraphKind::kText) take_number(&paragraph);
    // A numbered line in heading type is a numbered heading: "2.1 Adoption performance".
    if (paragraph.kind == ParagraphKind::kNumbered && options_.has_layout &&
        paragraph.font_size >= type_.body_size * kHeadingSize && !ends_sentence(paragraph.text))
      paragraph.kind = ParagraphKind::kHeading;
    if (paragraph.kind == ParagraphKind::kHeading && paragraph.heading_level == 0)
      paragraph.heading_level = level_of(paragraph);
  }

  static void take_number(Paragraph* paragraph) {
    Mark mark = paragraph_number_of(paragraph->text);
    if (mark.length == 0) return;
    paragraph->kind = ParagraphKind::kNumbered;
    paragraph->number = mark.number;
    paragraph->text.erase(0, mark.length);
    for (auto& [at, page] : paragraph->page_breaks) at -= mark.length;
  }

  bool looks_like_heading(const Paragraph& paragraph) const {
    if (paragraph.text.size() > kLongestHeading || ends_sentence_plain(paragraph.text))
      return false;
    if (is_label(paragraph.text)) return false;
    if (!options_.has_layout && !paragraph.bold) return looks_like_plain_heading(paragraph);
    return paragraph.bold || paragraph.font_size >= type_.body_size * kHeadingSize;
  }

  static bool ends_sentence_plain(std::string_view text) {
    return text.ends_with('.') || text.ends_with(',') || text.ends_with(';');
  }

  // In plain text a heading is a short line between blank ones that is no sentence. Several lines
  // none of which is filled are an address or a verse of names.
  bool looks_like_plain_heading(const Paragraph& paragraph) const {
    constexpr size_t kShort = 110;
    if (marked_headings_ || (lines_ > 1 && first_line_ < kFilledLine)) return false;
    return paragraph.text.size() <= kShort && begins_upper(paragraph.text) &&
           !ends_sentence(paragraph.text.ends_with('?') ? "" : paragraph.text) &&
           paragraph.text.find('\t') == std::string::npos;
  }

  // "Inspection of services for children", "and", "Review of the board" are one title, whatever
  // the space and the weight between them.
  void join_headings() {
    std::vector<Paragraph> joined;
    for (Paragraph& paragraph : paragraphs_) {
      bool goes_on = !joined.empty() && is_rest_of_heading(joined.back(), paragraph);
      if (goes_on)
        joined.back().text += " " + paragraph.text;
      else
        joined.push_back(std::move(paragraph));
    }
    paragraphs_ = std::move(joined);
  }

  bool is_rest_of_heading(const Paragraph& before, const Paragraph& paragraph) const {
    if (before.kind != ParagraphKind::kHeading || before.page != paragraph.page) return false;
    if (before.text.size() + paragraph.text.size() > kLongestHeading) return false;
    bool same_type = std::abs(before.font_size - paragraph.font_size) < 0.6;
    if (paragraph.kind == ParagraphKind::kHeading)
      return options_.has_layout && same_type &&
             (begins_lower(paragraph.text) || before.text.ends_with(" and"));
    // A lone "and" between two headings, set in the type of the text.
    return paragraph.kind == ParagraphKind::kText && paragraph.text == "and";
  }

  // Sub-headings in the type of the text, as reports of 2013 to 2017 group their lists by: a line
  // that is no sentence before a list whose items are.
  void find_subheadings() {
    if (!options_.has_layout) return;
    for (size_t i = 0; i + 1 < paragraphs_.size(); ++i) {
      const Paragraph& list = paragraphs_[i + 1];
      bool items = list.kind == ParagraphKind::kNumbered || list.kind == ParagraphKind::kBullet;
      if (!items || !begins_upper(list.text) || list.text.size() < kShortestItem) continue;
      Paragraph& paragraph = paragraphs_[i];
      bool plain = paragraph.kind == ParagraphKind::kText && begins_upper(paragraph.text) &&
                   paragraph.text.size() <= kLongestSubheading;
      if (!plain || std::ispunct(static_cast<unsigned char>(paragraph.text.back())) != 0) continue;
      if (is_label(paragraph.text) || ends_sentence(paragraph.text)) continue;
      paragraph.kind = ParagraphKind::kHeading;
      paragraph.heading_level = kSubheadingLevel;
    }
  }
  static constexpr size_t kLongestSubheading = 90;  // bytes
  static constexpr size_t kShortestItem = 60;       // bytes
  static constexpr int kSubheadingLevel = 4;

  int level_of(const Paragraph& paragraph) const {
    if (!options_.has_layout || type_.body_size == 0) return 3;
    double ratio = paragraph.font_size / type_.body_size;
    return ratio > 1.6 ? 1 : ratio > kHeadingSize ? 2 : 3;
  }

  const std::vector<Page>& pages_;
  JoinOptions options_;
  Typography type_;
  std::vector<Paragraph> paragraphs_;
  const Line* previous_ = nullptr;  // on the same page
  int page_ = 0;
  bool mark_pending_ = false;  // a lone "1." waits for its text
  bool marked_headings_ = false;
  size_t lines_ = 0, first_line_ = 0;  // of the current paragraph; bytes of the first
  std::string last_number_;            // of a paragraph
};

}  // namespace

std::vector<Paragraph> join_paragraphs(const std::vector<Page>& pages, JoinOptions options) {
  return Joiner(pages, options).run();
}

}  // namespace ofsearch
