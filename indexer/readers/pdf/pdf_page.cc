#include "indexer/readers/pdf/pdf_page.h"

#include "common/text/code_points.h"
#include "indexer/readers/raised.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

constexpr double kRaisedSize = 0.8;    // of the line's size, at most
constexpr double kRaisedHeight = 0.2;  // of the line's size above its base line, at least
constexpr double kTwiceShift = 0.15;   // of its size, between two prints of one letter at most

// A measure in points. A damaged file may have any float; later stages compare and sort them.
double points(float value) {
  constexpr float kFar = 1e6F;
  return std::isfinite(value) ? std::clamp(value, -kFar, kFar) : 0;
}

using Letters = std::vector<const fz_stext_char*>;

bool is_space(const fz_stext_char& c) {
  return c.c == ' ' || c.c == 0xA0;
}

bool is_on(const fz_rect& page, const fz_stext_char& c) {
  float x = (c.quad.ll.x + c.quad.ur.x) / 2, y = (c.quad.ll.y + c.quad.ur.y) / 2;
  return x >= page.x0 && x <= page.x1 && y >= page.y0 && y <= page.y1;
}

// A letter that is printed again a little beside itself, to look bold.
bool is_printed_again(const fz_stext_char& c, const fz_stext_char& before) {
  return c.c == before.c && !is_space(c) &&
         std::abs(c.origin.x - before.origin.x) < c.size * kTwiceShift &&
         std::abs(c.origin.y - before.origin.y) < c.size * kTwiceShift;
}

// The letters of a line that lie on the page, each once.
Letters letters_of(const fz_stext_line& source, const fz_rect& page) {
  Letters letters;
  for (const fz_stext_char* c = source.first_char; c != nullptr; c = c->next)
    if (is_on(page, *c) && (letters.empty() || !is_printed_again(*c, *letters.back())))
      letters.push_back(c);
  return letters;
}

// The type of a line: the size and base line that most of its characters have, in points.
struct LineType {
  double size = 0, base = 0;
};

LineType type_of(const Letters& letters) {
  std::map<int, std::pair<int, double>> sizes;  // tenths of a point: count, a base line
  for (const fz_stext_char* c : letters)
    if (c->c != ' ') {
      auto& entry = sizes[static_cast<int>(std::lround(points(c->size) * 10))];
      ++entry.first;
      entry.second = points(c->origin.y);
    }
  auto most = std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) {
    return a.second.first < b.second.first;
  });
  if (most == sizes.end()) return {};
  return {most->first / 10.0, most->second.second};
}

bool is_raised_digit(const fz_stext_char& c, const LineType& type) {
  return c.c >= '0' && c.c <= '9' && c.size <= type.size * kRaisedSize &&
         c.origin.y <= type.base - type.size * kRaisedHeight;
}

// The box of the characters of the line's size: a larger bullet would make it look set apart.
fz_rect box_of(const fz_stext_line& source, const Letters& letters, const LineType& type) {
  fz_rect box = source.bbox;
  float top = FLT_MAX, bottom = -FLT_MAX;
  for (const fz_stext_char* c : letters) {
    if (c->c == ' ' || std::abs(c->size - type.size) > 0.1) continue;
    top = std::min({top, c->quad.ul.y, c->quad.ur.y});
    bottom = std::max({bottom, c->quad.ll.y, c->quad.lr.y});
  }
  if (top < bottom) box.y0 = top, box.y1 = bottom;
  return box;
}

// "C h i l d r e n   i n": letters set apart, whether by spaces or by their places.
bool is_letter_spaced(const Letters& letters) {
  constexpr size_t kEnough = 6;
  size_t words = 0, single = 0, length = 0;
  for (size_t i = 0; i <= letters.size(); ++i) {
    if (i < letters.size() && !is_space(*letters[i])) {
      ++length;
      continue;
    }
    words += length > 0 ? 1 : 0;
    single += length == 1 ? 1 : 0;
    length = 0;
  }
  return single >= kEnough && single * 10 >= words * 8;
}

// The letters of such a line without its spaces, and with one where the gap between two letters is
// wider than most.
Letters closed_up(const Letters& letters) {
  static const fz_stext_char kSpace = [] {
    fz_stext_char space{};
    space.c = ' ';
    return space;
  }();
  Letters all;
  for (const fz_stext_char* c : letters)
    if (!is_space(*c)) all.push_back(c);
  std::vector<double> gaps;
  for (size_t i = 0; i + 1 < all.size(); ++i)
    gaps.push_back(points(all[i + 1]->quad.ll.x) - points(all[i]->quad.lr.x));
  std::vector<double> sorted = gaps;
  std::sort(sorted.begin(), sorted.end());
  double usual = sorted[sorted.size() / 2];
  Letters out;
  for (size_t i = 0; i < all.size(); ++i) {
    out.push_back(all[i]);
    if (i < gaps.size() && gaps[i] > usual * 1.6 + points(all[i]->size) * 0.08)
      out.push_back(&kSpace);
  }
  return out;
}

Line convert_line(fz_context* context, const fz_stext_line& source, const fz_rect& page,
                  int block) {
  Line line;
  line.block = block;
  Letters letters = letters_of(source, page);
  LineType type = type_of(letters);
  fz_rect box = box_of(source, letters, type);
  line.x0 = points(box.x0), line.y0 = points(box.y0);
  line.x1 = points(box.x1), line.y1 = points(box.y1);
  if (is_letter_spaced(letters)) letters = closed_up(letters);
  int bold = 0, printed = 0;
  for (const fz_stext_char* c : letters) {
    append_code_point(&line.text, is_raised_digit(*c, type) ? raised_digit(c->c - '0')
                                                            : static_cast<char32_t>(c->c));
    if (c->c == ' ') continue;
    ++printed;
    if (fz_font_is_bold(context, c->font) != 0) ++bold;
  }
  line.font_size = type.size;
  line.bold = printed > 0 && bold * 5 > printed * 4;
  return line;
}

// A line that is printed a second time over the first, to look bold or as a shadow.
bool is_printed_twice(const Line& line, const std::vector<Line>& before) {
  constexpr size_t kNear = 40;  // lines back
  double shift = std::max(1.5, line.font_size * kTwiceShift);
  size_t begin = before.size() > kNear ? before.size() - kNear : 0;
  return std::any_of(before.begin() + static_cast<long>(begin), before.end(),
                     [&](const Line& other) {
                       return other.text == line.text && std::abs(other.x0 - line.x0) < shift &&
                              std::abs(other.y0 - line.y0) < shift;
                     });
}

std::vector<Line> lines_of(fz_context* context, const fz_stext_page& source, int* block) {
  std::vector<Line> lines;
  for (const fz_stext_block* each = source.first_block; each != nullptr; each = each->next) {
    if (each->type != FZ_STEXT_BLOCK_TEXT) continue;
    ++*block;
    for (const fz_stext_line* line = each->u.t.first_line; line != nullptr; line = line->next) {
      Line converted = convert_line(context, *line, source.mediabox, *block);
      if (converted.text.find_first_not_of(' ') != std::string::npos &&
          !is_printed_twice(converted, lines))
        lines.push_back(std::move(converted));
    }
  }
  return lines;
}

// Puts first what is drawn behind all other text of the page and stands above it, such as the
// letterhead. It would cut a sentence that goes on overleaf in two.
void put_head_first(std::vector<Line>* lines) {
  constexpr double kTouch = 1;  // points
  std::vector<double> tops;     // of the lines up to each
  for (const Line& line : *lines)
    tops.push_back(tops.empty() ? line.y0 : std::min(tops.back(), line.y0));
  size_t head = lines->size();
  double bottom = 0;  // of the lines from `i` on
  for (size_t i = lines->size(); i-- > 1;) {
    bottom = std::max(bottom, (*lines)[i].y1);
    if (bottom <= tops[i - 1] + kTouch) head = i;
  }
  std::rotate(lines->begin(), lines->begin() + static_cast<long>(head), lines->end());
}

bool is_beside(const Line& left, const Line& right) {
  double overlap = std::min(left.y1, right.y1) - std::max(left.y0, right.y0);
  return overlap > 0.4 * std::min(left.y1 - left.y0, right.y1 - right.y0) && left.x0 < right.x0;
}

// Puts a note behind what it stands beside, else in front of what stands below it; in the type of
// its neighbour.
void put_in_place(Line note, std::vector<Line>* lines) {
  size_t at = lines->size();
  for (size_t i = 0; i < lines->size(); ++i)
    if (is_beside((*lines)[i], note)) at = i + 1;
  bool beside = at < lines->size() || (!lines->empty() && is_beside(lines->back(), note));
  for (size_t i = lines->size(); i > 0 && !beside; --i)
    if ((*lines)[i - 1].y0 > note.y0) at = i - 1;
  // The box of a field is higher than its line, and they are of one row.
  if (beside) note.y0 = (*lines)[at - 1].y0, note.y1 = (*lines)[at - 1].y1;
  if (!lines->empty()) note.font_size = (*lines)[at == 0 ? 0 : at - 1].font_size;
  lines->insert(lines->begin() + static_cast<long>(at), std::move(note));
}

// A field may be printed on the page as well.
bool is_printed(const Line& note, const std::vector<Line>& lines) {
  return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
    return line.text.find(note.text) != std::string::npos && line.y1 > note.y0 && line.y0 < note.y1;
  });
}

}  // namespace

Page convert_page(fz_context* context, const fz_stext_page& contents, std::vector<Line> notes,
                  int number) {
  Page page;
  page.number = number;
  page.width = points(contents.mediabox.x1 - contents.mediabox.x0);
  page.height = points(contents.mediabox.y1 - contents.mediabox.y0);
  int block = 0;
  page.lines = lines_of(context, contents, &block);
  put_head_first(&page.lines);
  for (Line& note : notes) {
    note.block += block;
    if (!is_printed(note, page.lines)) put_in_place(std::move(note), &page.lines);
  }
  return page;
}

}  // namespace ofsearch
