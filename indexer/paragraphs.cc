#include "indexer/paragraphs.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>

#include "common/text.h"

namespace ofsearch {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// Length of a paragraph number at the start of `text` ("10.", "2.1", "(3)", "14 "), 0 if none.
// `alone`: the whole line is the number.
struct Mark {
  std::string number;      // "10", "2.1"; empty for a bullet
  bool bullet = false;
  size_t length = 0;       // bytes of the mark and the spaces behind it; 0: no mark
};

constexpr int kLargestNumber = 400;  // of a paragraph; 2018 is a year

Mark number_mark(std::string_view text) {
  size_t i = 0;
  while (i < text.size() && (is_digit(text[i]) || (text[i] == '.' && i > 0))) ++i;
  if (i == 0 || i > 6) return {};
  std::string_view digits = text.substr(0, i);
  bool dotted = digits.back() == '.';
  while (digits.ends_with('.')) digits.remove_suffix(1);
  if (digits.find('.') == std::string_view::npos && std::stoi(std::string(digits)) > kLargestNumber)
    return {};
  size_t after = text.find_first_not_of(" \t", i);
  bool alone = after == std::string_view::npos;
  // "12 children" and "3.5 per cent" are text; "12. Children" and a lone "12." are numbered.
  if (!dotted) return {};
  if (!alone && after == i) return {};
  return {std::string(digits), false, alone ? text.size() : after};
}

Mark bullet_mark(std::string_view text) {
  size_t i = 0;
  if (text.empty()) return {};
  char32_t c = next_code_point(text, &i);
  bool spaced = i < text.size() && text[i] == ' ';
  bool alone = i == text.size();
  bool sign = is_bullet(c) || ((c == 0x2013 || c == '-' || c == '*' || c == 'o') && spaced);
  if (!sign || (!alone && !spaced && !is_bullet(c))) return {};
  while (i < text.size() && text[i] == ' ') ++i;
  return {"", true, i};
}

Mark mark_of(std::string_view text) {
  Mark number = number_mark(text);
  return number.length > 0 ? number : bullet_mark(text);
}

bool ends_sentence(std::string_view text) {
  static constexpr std::string_view kCloses[] = {"\"", "'", ")", "\u2019", "\u201D"};
  for (bool again = true; again;) {
    again = false;
    for (std::string_view sign : kCloses)
      if (text.ends_with(sign)) {
        text.remove_suffix(sign.size());
        again = true;
      }
    // A footnote's number behind the full stop.
    while (!text.empty() && is_digit(text.back()) && text.find_last_of(".!?") != text.npos &&
           text.size() - text.find_last_of(".!?") <= 3) {
      text.remove_suffix(1);
      again = true;
    }
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

bool begins_lower(std::string_view text) {
  return !text.empty() && std::islower(static_cast<unsigned char>(text[0])) != 0;
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
  auto best = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.second < b.second;
  });
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

constexpr double kLooseLine = 1.25;      // a gap of so many pitches parts paragraphs
constexpr double kHeadingSize = 1.12;    // headings are at least so much larger than the body
constexpr double kFootnoteSize = 0.92;   // footnotes at most so large
constexpr size_t kLongestHeading = 220;  // bytes

class Joiner {
 public:
  Joiner(const std::vector<Page>& pages, JoinOptions options)
      : pages_(pages), options_(options), type_(measure(pages)) {}

  std::vector<Paragraph> run() {
    for (const Page& page : pages_) {
      page_ = page.number;
      previous_ = nullptr;
      for (const Line& line : page.lines) add(line);
    }
    finish();
    return std::move(paragraphs_);
  }

 private:
  void add(const Line& line) {
    Mark mark = mark_of(line.text);
    // A footnote's number has no dot: "1 Ofsted produces this report".
    bool footnote = is_footnote(line);
    if (footnote) mark = {};
    std::string_view text = std::string_view(line.text).substr(mark.length);
    if (mark.length > 0 || line.list_item || starts_paragraph(line, footnote))
      begin(line, mark, footnote);
    else if (previous_ != nullptr && same_row(line))
      current().kind = kind_of_row(current().kind);
    append(text, line);
    current().page_end = page_;
    previous_ = &line;
  }

  Paragraph& current() { return paragraphs_.back(); }
  const Paragraph& current() const { return paragraphs_.back(); }

  static ParagraphKind kind_of_row(ParagraphKind kind) {
    return kind == ParagraphKind::kText || kind == ParagraphKind::kHeading
               ? ParagraphKind::kTableRow
               : kind;
  }

  bool same_row(const Line& line) const {
    return options_.has_layout && std::abs(line.y0 - previous_->y0) < line.font_size * 0.5 &&
           line.x0 >= previous_->x1 - 1;
  }

  bool is_footnote(const Line& line) const {
    if (!options_.has_layout || line.font_size > type_.body_size * kFootnoteSize) return false;
    if (!paragraphs_.empty() && previous_ != nullptr &&
        current().kind == ParagraphKind::kFootnote)
      return true;
    return !line.text.empty() && is_digit(line.text[0]) && line.text.size() > 3;
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
    if (previous_ == nullptr) return !continues_over_page(line, footnote);
    if ((current().kind == ParagraphKind::kFootnote) != footnote) return true;
    if (footnote) return starts_with_footnote_number(line);
    if (!options_.has_layout) return starts_without_layout(line);
    if (same_row(line)) return false;
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
    return std::abs(line.font_size - previous_->font_size) < 0.6 && !ends_sentence(current().text) &&
           begins_lower(line.text) && current().text.size() > 60;
  }

  static bool starts_with_footnote_number(const Line& line) { return is_digit(line.text[0]); }

  bool starts_without_layout(const Line& line) const {
    if (line.heading_level > 0 || previous_->heading_level > 0) return true;
    if (line.text.find('\t') != std::string::npos) return true;
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
    if (ends_sentence(before.text)) return false;
    if (before.text.ends_with(':') || begins_upper(line.text)) {
      if (!begins_lower(line.text) && before.text.size() < kShortBeforeBreak) return false;
      if (before.text.ends_with(':')) return false;
    }
    if (options_.has_layout && std::abs(before.font_size - line.font_size) > 1) return false;
    std::rotate(paragraphs_.begin() + static_cast<long>(last - 1),
                paragraphs_.begin() + static_cast<long>(last), paragraphs_.end());
    return true;
  }
  static constexpr size_t kShortBeforeBreak = 60;  // bytes; shorter is a title or label

  void begin(const Line& line, const Mark& mark, bool footnote) {
    finish();
    Paragraph paragraph;
    paragraph.page = paragraph.page_end = page_;
    paragraph.number = mark.number;
    paragraph.font_size = line.font_size;
    paragraph.bold = line.bold;
    paragraph.heading_level = line.heading_level;
    paragraph.kind = footnote                            ? ParagraphKind::kFootnote
                     : line.heading_level > 0            ? ParagraphKind::kHeading
                     : !mark.number.empty()              ? ParagraphKind::kNumbered
                     : mark.bullet || line.list_item     ? ParagraphKind::kBullet
                     : line.text.find('\t') != std::string::npos ? ParagraphKind::kTableRow
                                                         : ParagraphKind::kText;
    paragraphs_.push_back(std::move(paragraph));
    mark_pending_ = false;
  }

  void append(std::string_view text, const Line& line) {
    mark_pending_ = text.empty();
    if (text.empty()) return;
    Paragraph& paragraph = current();
    if (paragraph.text.empty()) {
      paragraph.font_size = line.font_size;
      paragraph.bold = line.bold;
    } else if (previous_ != nullptr && options_.has_layout && same_row(line) &&
               paragraph.kind == ParagraphKind::kTableRow) {
      paragraph.text.push_back('\t');
    } else if (!joins_without_space(paragraph.text, text)) {
      paragraph.text.push_back(' ');
    }
    if (paragraph.page_end < page_) paragraph.page_breaks.emplace_back(paragraph.text.size(), page_);
    paragraph.text += text;
  }

  // "multi-" + "agency", but "short- " + "and long-term" and "services –" keep the space.
  static bool joins_without_space(std::string_view before, std::string_view after) {
    if (before.size() < 2 || !before.ends_with('-')) return false;
    if (std::isalnum(static_cast<unsigned char>(before[before.size() - 2])) == 0) return false;
    return !after.starts_with("and ") && !after.starts_with("or ") && !after.starts_with("to ");
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
    // A numbered line in heading type is a numbered heading: "2.1 Adoption performance".
    if (paragraph.kind == ParagraphKind::kNumbered && options_.has_layout &&
        paragraph.font_size >= type_.body_size * kHeadingSize && !ends_sentence(paragraph.text))
      paragraph.kind = ParagraphKind::kHeading;
    if (paragraph.kind == ParagraphKind::kHeading && paragraph.heading_level == 0)
      paragraph.heading_level = level_of(paragraph);
  }

  bool looks_like_heading(const Paragraph& paragraph) const {
    if (paragraph.text.size() > kLongestHeading || ends_sentence_plain(paragraph.text)) return false;
    if (!options_.has_layout && !paragraph.bold) return looks_like_plain_heading(paragraph);
    return paragraph.bold || paragraph.font_size >= type_.body_size * kHeadingSize;
  }

  static bool ends_sentence_plain(std::string_view text) {
    return text.ends_with('.') || text.ends_with(',') || text.ends_with(';');
  }

  // In plain text a heading is a short line between blank ones that is no sentence.
  bool looks_like_plain_heading(const Paragraph& paragraph) const {
    constexpr size_t kShort = 110;
    return paragraph.text.size() <= kShort && begins_upper(paragraph.text) &&
           !ends_sentence(paragraph.text.ends_with('?') ? "" : paragraph.text) &&
           paragraph.text.find('\t') == std::string::npos;
  }

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
  bool mark_pending_ = false;       // a lone "1." waits for its text
};

}  // namespace

std::vector<Paragraph> join_paragraphs(const std::vector<Page>& pages, JoinOptions options) {
  return Joiner(pages, options).run();
}

}  // namespace ofsearch
