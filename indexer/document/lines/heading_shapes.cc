#include "indexer/document/lines/heading_shapes.h"

#include "common/report/sections.h"
#include "common/text/lines.h"
#include "indexer/document/lines/line_shapes.h"

#include <cctype>
#include <cmath>
#include <utility>

namespace ofsearch {
namespace {

constexpr double kHeadingSize = 1.12;      // headings are at least so much larger than the body
constexpr size_t kLongestHeading = 220;    // bytes
constexpr size_t kLongestSubheading = 90;  // bytes
constexpr size_t kShortestItem = 60;       // bytes
constexpr int kSubheadingLevel = 4;

bool ends_sentence_plain(std::string_view text) {
  return text.ends_with('.') || text.ends_with(',') || text.ends_with(';');
}

bool is_rest_of_heading(const Paragraph& before, const Paragraph& paragraph, bool has_layout) {
  if (before.kind != ParagraphKind::kHeading || before.page != paragraph.page) return false;
  if (before.text.size() + paragraph.text.size() > kLongestHeading) return false;
  bool same_type = std::abs(before.font_size - paragraph.font_size) < 0.6;
  if (paragraph.kind == ParagraphKind::kHeading)
    return has_layout && same_type &&
           (begins_lower(paragraph.text) || before.text.ends_with(" and"));
  // A lone "and" between two headings, set in the type of the text.
  return paragraph.kind == ParagraphKind::kText && paragraph.text == "and";
}

}  // namespace

bool marks_headings(const std::vector<Page>& pages) {
  constexpr int kEnough = 2;
  int marked = 0;
  for (const Page& page : pages)
    for (const Line& line : page.lines) marked += line.heading_level > 0 ? 1 : 0;
  return marked >= kEnough;
}

bool HeadingShapes::is_style_of(const Line& line) const {
  if (line.heading_level > 0) return true;
  if (line.text.size() > kLongestHeading) return false;
  if (!has_layout) return line.bold;
  return line.bold || line.font_size >= type.body_size * kHeadingSize;
}

bool HeadingShapes::looks_like_heading(const Paragraph& paragraph, size_t lines,
                                       size_t first_line) const {
  if (paragraph.text.size() > kLongestHeading || ends_sentence_plain(paragraph.text)) return false;
  if (is_label(paragraph.text)) return false;
  if (!has_layout && !paragraph.bold) return looks_like_plain_heading(paragraph, lines, first_line);
  return paragraph.bold || paragraph.font_size >= type.body_size * kHeadingSize;
}

// A heading in plain text is a short line between blank ones that is no sentence. Several lines
// none of which is filled are an address or a verse of names.
bool HeadingShapes::looks_like_plain_heading(const Paragraph& paragraph, size_t lines,
                                             size_t first_line) const {
  constexpr size_t kShort = 110;
  if (marked || (lines > 1 && first_line < kFilledLine)) return false;
  return paragraph.text.size() <= kShort && begins_upper(paragraph.text) &&
         !ends_sentence(paragraph.text.ends_with('?') ? "" : paragraph.text) &&
         paragraph.text.find('\t') == std::string::npos;
}

bool HeadingShapes::is_numbered_heading(const Paragraph& paragraph) const {
  return paragraph.kind == ParagraphKind::kNumbered && has_layout &&
         paragraph.font_size >= type.body_size * kHeadingSize && !ends_sentence(paragraph.text);
}

int HeadingShapes::level_of(const Paragraph& paragraph) const {
  if (!has_layout || type.body_size == 0) return 3;
  double ratio = paragraph.font_size / type.body_size;
  return ratio > 1.6 ? 1 : ratio > kHeadingSize ? 2 : 3;
}

void join_headings(std::vector<Paragraph>* paragraphs, bool has_layout) {
  std::vector<Paragraph> joined;
  for (Paragraph& paragraph : *paragraphs) {
    bool goes_on = !joined.empty() && is_rest_of_heading(joined.back(), paragraph, has_layout);
    if (goes_on)
      joined.back().text += " " + paragraph.text;
    else
      joined.push_back(std::move(paragraph));
  }
  *paragraphs = std::move(joined);
}

void find_subheadings(std::vector<Paragraph>* found) {
  std::vector<Paragraph>& paragraphs = *found;
  for (size_t i = 0; i + 1 < paragraphs.size(); ++i) {
    const Paragraph& list = paragraphs[i + 1];
    bool items = list.kind == ParagraphKind::kNumbered || list.kind == ParagraphKind::kBullet;
    if (!items || !begins_upper(list.text) || list.text.size() < kShortestItem) continue;
    Paragraph& paragraph = paragraphs[i];
    bool plain = paragraph.kind == ParagraphKind::kText && begins_upper(paragraph.text) &&
                 paragraph.text.size() <= kLongestSubheading;
    if (!plain || std::ispunct(static_cast<unsigned char>(paragraph.text.back())) != 0) continue;
    if (is_label(paragraph.text) || ends_sentence(paragraph.text)) continue;
    paragraph.kind = ParagraphKind::kHeading;
    paragraph.heading_level = kSubheadingLevel;
  }
}

}  // namespace ofsearch
