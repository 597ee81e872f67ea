#include "indexer/readers/text/wrapping.h"

#include "common/text/code_points.h"
#include "common/text/lines.h"

#include <algorithm>

namespace ofsearch {
namespace {

constexpr size_t kWidest = 130, kShortest = 45;  // of a printed line
constexpr size_t kLabel = 25;                    // a shorter line may be a label or a name

bool begins_with_mark(std::string_view text) {
  if (text.empty()) return false;
  size_t at = 0;
  char32_t first = next_code_point(text, &at);
  if (is_bullet(first)) return true;
  size_t digits = text.find_first_not_of("0123456789");
  return digits != std::string_view::npos && digits > 0 && digits <= 3 && text[digits] == '.' &&
         text.substr(digits + 1).starts_with(' ');
}

char last_sign(std::string_view text) {
  for (std::string_view closing : {"\u2019", "\u201D"})
    if (text.ends_with(closing)) text.remove_suffix(closing.size());
  while (!text.empty() && (text.back() == ')' || text.back() == '"' || text.back() == ' '))
    text.remove_suffix(1);
  return text.empty() ? ' ' : text.back();
}

bool is_plain(const Line& line) {
  return line.heading_level == 0 && line.text.find('\t') == std::string::npos;
}

bool ends_sentence(std::string_view text) {
  return std::string_view(".!?").find(last_sign(text)) != std::string_view::npos;
}

std::vector<const Line*> lines_of(const std::vector<Page>& pages) {
  std::vector<const Line*> lines;
  for (const Page& page : pages)
    for (const Line& line : page.lines) lines.push_back(&line);
  return lines;
}

bool ends_early(const Line& line, const Line& next, size_t width) {
  return ends_sentence(line.text) && length(line.text) * 4 < width * 3 && !begins_lower(next.text);
}

bool is_heading_above(const Line& line, const Line& next, size_t width) {
  return std::string_view(".,;:!").find(last_sign(line.text)) == std::string_view::npos &&
         length(line.text) * 5 < width * 3 && length(next.text) * 5 >= width * 3 &&
         !begins_lower(line.text) && !begins_lower(next.text) && !begins_with_mark(line.text);
}

// Do lines shorter than most go on as if no word more had room in them?
bool fills_narrow_lines(const std::vector<Page>& pages) {
  constexpr size_t kNarrowest = 24, kEnough = 8;  // code points; pairs of lines
  std::vector<const Line*> lines = lines_of(pages);
  size_t width = width_of(lines), pairs = 0, filled = 0, lower = 0;
  if (width < kNarrowest) return false;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string& next = lines[i + 1]->text;
    if (lines[i]->block != lines[i + 1]->block) continue;
    ++pairs;
    lower += begins_lower(next);
    filled += length(lines[i]->text) + 1 + length(next.substr(0, next.find(' '))) > width;
  }
  return pairs >= kEnough && filled * 10 >= pairs * 7 && lower * 3 >= pairs;
}

}  // namespace

bool is_hard_wrapped(const std::vector<Page>& pages) {
  size_t wrapped = 0, longer = 0;
  for (const Page& page : pages)
    for (size_t i = 0; i + 1 < page.lines.size(); ++i) {
      const Line& line = page.lines[i];
      if (line.text.size() > kWidest) ++longer;
      bool on = page.lines[i + 1].block == line.block;
      if (on && line.text.size() >= kShortest && line.text.size() <= kWidest) ++wrapped;
    }
  return wrapped > 2 * longer || (longer == 0 && fills_narrow_lines(pages));
}

void part_paragraphs(std::vector<Page>* pages) {
  size_t width = width_of(lines_of(*pages));
  int added = 0;
  for (Page& page : *pages) {
    bool after_end = false;
    int block = 0;
    for (size_t i = 0; i < page.lines.size(); ++i) {
      Line& line = page.lines[i];
      bool same = i > 0 && line.block == block;
      block = line.block;
      const Line* before = same ? &page.lines[i - 1] : nullptr;
      bool below_heading = before != nullptr && after_end && is_heading_above(*before, line, width);
      after_end = before != nullptr && ends_early(*before, line, width);
      if (after_end || below_heading) ++added;
      line.block = block + added;
    }
  }
}

size_t width_of(const std::vector<const Line*>& lines) {
  std::vector<size_t> widths;
  for (const Line* line : lines)
    if (size_t width = length(line->text); width <= kWidest) widths.push_back(width);
  if (widths.empty()) return 0;
  auto most = widths.begin() + static_cast<long>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), most, widths.end());
  return *most;
}

bool goes_on(const Line& line, const Line& next, size_t width) {
  if (!is_plain(line) || !is_plain(next) || next.list_item || begins_with_mark(next.text))
    return false;
  size_t filled = length(line.text);
  bool lower = begins_lower(next.text);
  if (line.bold != next.bold && !lower) return false;
  char end = last_sign(line.text);
  bool sentence = end == '.' || end == '!' || end == '?';
  if (sentence) return width >= kShortest && filled * 100 >= width * 85;
  if (lower || end == ',') return filled >= kLabel;
  return end != ':' && filled >= kShortest && filled * 10 >= width * 6;
}

bool is_broken_sentence(const Line& line, const Line& next) {
  size_t filled = length(line.text);
  return is_plain(line) && is_plain(next) && !next.list_item && filled >= kShortest &&
         filled <= kWidest && begins_lower(next.text) &&
         std::string_view(".:;!?").find(last_sign(line.text)) == std::string_view::npos;
}

}  // namespace ofsearch
