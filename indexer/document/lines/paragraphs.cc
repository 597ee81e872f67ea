#include "indexer/document/lines/paragraphs.h"

#include "common/text/characters.h"
#include "common/text/lines.h"
#include "indexer/document/lines/heading_shapes.h"
#include "indexer/document/lines/line_shapes.h"
#include "indexer/document/lines/list_marks.h"
#include "indexer/document/lines/lone_headings.h"
#include "indexer/document/lines/table_rows.h"
#include "indexer/document/lines/typography.h"

#include <algorithm>
#include <cmath>

namespace ofsearch {
namespace {

constexpr double kLooseLine = 1.25;       // a gap of so many pitches parts paragraphs
constexpr size_t kShortBeforeBreak = 60;  // bytes; shorter is a title or label
constexpr double kFootnoteSize = 0.92;    // footnotes at most so large

ParagraphKind kind_of(const Line& line, const Mark& mark, bool footnote) {
  return footnote                        ? ParagraphKind::kFootnote
         : line.heading_level > 0        ? ParagraphKind::kHeading
         : !mark.number.empty()          ? ParagraphKind::kNumbered
         : mark.bullet || line.list_item ? ParagraphKind::kBullet
         : is_row(line)                  ? ParagraphKind::kTableRow
                                         : ParagraphKind::kText;
}

// "... with multi-" / "agency partners".
bool breaks_word(std::string_view before, std::string_view after) {
  return begins_lower(after) && between_lines(before, after).empty();
}

// "... affected by COVID-", and "19. Practitioners ..." below it.
bool breaks_off_at_hyphen(std::string_view text) {
  return text.size() > 1 && text.ends_with('-') && is_ascii_letter(text[text.size() - 2]);
}

void take_number(Paragraph* paragraph) {
  Mark mark = paragraph_number_of(paragraph->text);
  if (mark.length == 0) return;
  paragraph->kind = ParagraphKind::kNumbered;
  paragraph->number = mark.number;
  paragraph->text.erase(0, mark.length);
  for (auto& [at, page] : paragraph->page_breaks) at -= mark.length;
}

// Long, since whether two lines belong together depends on all that was seen of the lines before.
class Joiner {
 public:
  Joiner(const std::vector<Page>& pages, JoinOptions options)
      : pages_(pages),
        options_(options),
        type_(measure_typography(pages)),
        headings_{type_, options.has_layout, marks_headings(pages)} {}

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
    join_headings(&paragraphs_, options_.has_layout);
    if (options_.has_layout) find_subheadings(&paragraphs_);
    if (!options_.has_layout && !headings_.marked) unmake_lone_headings(&paragraphs_);
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

  // The line before breaks off within a word, or, flush with `line` and right above it, within a
  // sentence. Below the line of a bullet stands its text, further in.
  bool goes_on_in_text(const Line& line) const {
    if (previous_ == nullptr || paragraphs_.empty() || mark_pending_) return false;
    if (breaks_off_at_hyphen(current().text)) return true;
    ParagraphKind kind = current().kind;
    if (kind == ParagraphKind::kHeading || kind == ParagraphKind::kTableRow) return false;
    if (ends_sentence(current().text) || current().text.ends_with(':')) return false;
    if (!options_.has_layout)
      return options_.hard_wrapped && line.block == previous_->block &&
             previous_->text.size() >= kFilledLine;
    const double gap = line.y0 - previous_->y0, indent = line.x0 - previous_->x0;
    const bool flush = std::abs(indent) < 2 || (kind == ParagraphKind::kBullet && indent > 0);
    return flush && gap > 0 && gap < std::max(type_.pitch, line.font_size * 1.15) * 1.1;
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

  // Tells whether `line`, which bears no mark, begins a paragraph.
  bool starts_paragraph(const Line& line, bool footnote) {
    if (paragraphs_.empty()) return true;
    if (is_row(line) || current().kind == ParagraphKind::kTableRow) return true;
    if (previous_ == nullptr) return !continues_over_page(line, footnote);
    if ((current().kind == ParagraphKind::kFootnote) != footnote) return true;
    if (footnote) return begins_with_note_number(line.text);
    if (begins_lettered_item(line.text, previous_->text)) return true;
    if (!options_.has_layout) return starts_without_layout(line);
    if (mark_pending_) return false;
    bool heading = headings_.is_style_of(line), was_heading = headings_.is_style_of(*previous_);
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

  bool starts_without_layout(const Line& line) const {
    if (line.heading_level > 0 || previous_->heading_level > 0) return true;
    if (line.block != previous_->block) return true;
    return !options_.hard_wrapped && !breaks_word(previous_->text, line.text);
  }

  // The first line of a page goes on with the last paragraph of an earlier one unless either
  // shows that it does not.
  bool continues_over_page(const Line& line, bool footnote) {
    if (footnote) return false;
    if (!options_.hard_wrapped) return false;
    if (headings_.is_style_of(line) && !begins_lower(line.text)) return false;
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

  void begin(const Line& line, const Mark& mark, bool footnote) {
    if (!footnote || !mark_pending_) finish();
    lines_ = 0;
    Paragraph paragraph;
    paragraph.page = paragraph.page_end = page_;
    paragraph.number = mark.number;
    paragraph.font_size = line.font_size;
    paragraph.bold = line.bold;
    paragraph.heading_level = line.heading_level;
    paragraph.kind = kind_of(line, mark, footnote);
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
    if (paragraph.kind == ParagraphKind::kText &&
        headings_.looks_like_heading(paragraph, lines_, first_line_))
      paragraph.kind = ParagraphKind::kHeading;
    if (paragraph.kind == ParagraphKind::kText) take_number(&paragraph);
    if (headings_.is_numbered_heading(paragraph)) paragraph.kind = ParagraphKind::kHeading;
    if (paragraph.kind == ParagraphKind::kHeading && paragraph.heading_level == 0)
      paragraph.heading_level = headings_.level_of(paragraph);
  }

  const std::vector<Page>& pages_;
  JoinOptions options_;
  Typography type_;
  HeadingShapes headings_;
  std::vector<Paragraph> paragraphs_;
  const Line* previous_ = nullptr;  // on the same page
  int page_ = 0;
  bool mark_pending_ = false;          // a lone "1." waits for its text
  size_t lines_ = 0, first_line_ = 0;  // of the current paragraph; bytes of the first
  std::string last_number_;            // of a paragraph
};

}  // namespace

std::vector<Paragraph> join_paragraphs(const std::vector<Page>& pages, JoinOptions options) {
  return Joiner(pages, options).run();
}

}  // namespace ofsearch
