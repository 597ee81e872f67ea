#include "indexer/readers/rtf/rtf_text.h"

#include "common/text/code_points.h"
#include "common/text/text.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/raised.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace ofsearch {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

}  // namespace

// ---- Characters -----------------------------------------------------------------------------

void RtfCharacters::add_byte(char c) {
  if (skip_ > 0)
    --skip_;
  else
    pending_.push_back(c);
}

std::string RtfCharacters::take_bytes() {
  std::string bytes = std::exchange(pending_, {});
  return is_ascii(bytes) ? bytes : decode_as(bytes, charset_);
}

std::string RtfCharacters::unicode(int number, int skip) {
  auto unit = static_cast<char32_t>(number < 0 ? number + 0x10000 : number);
  skip_ = skip;
  if (unit >= 0xD800 && unit < 0xDC00) {
    high_ = unit;
    return {};
  }
  if (unit >= 0xDC00 && unit < 0xE000)
    unit = high_ == 0 ? 0xFFFD : 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00);
  high_ = 0;
  std::string text;
  append_code_point(&text, unit <= 0x10FFFF ? unit : 0xFFFD);
  return text;
}

// ---- Lines ----------------------------------------------------------------------------------

void RtfLines::add(std::string_view text, bool bold, bool raised) {
  if (raised) {
    text_ += raised_text(display_form(text), text_);
    return;
  }
  text_ += text;
  if (bold) bold_bytes_ += text.size();
}

void RtfLines::end_paragraph(int heading, bool note) {
  std::vector<FlowLine>* to = note ? &notes_ : &lines_;
  std::string text = std::exchange(text_, {});
  bool bold = std::exchange(bold_bytes_, 0) * 10 >= text.size() * 9;
  ++block_;
  for (std::string_view part : split(text, '\n')) {
    FlowLine made;
    made.line.text = display_form(part);
    made.line.block = block_;
    made.line.heading_level = heading;
    made.line.bold = bold;
    made.after_gap = gap_;
    gap_ = made.line.text.empty();
    if (!gap_) to->push_back(std::move(made));
  }
}

void RtfLines::end_cell() {
  std::string cell = display_form(std::exchange(text_, {}));
  bold_bytes_ = 0;
  if (cell.empty()) return;
  if (!row_.empty()) row_.push_back('\t');
  row_ += cell;
}

void RtfLines::end_row() {
  if (row_.empty()) return;
  FlowLine made;
  made.line.text = std::exchange(row_, {});
  made.line.block = ++block_;
  lines_.push_back(std::move(made));
}

void RtfLines::begin_note() {
  before_note_ = {std::exchange(text_, {}), std::exchange(bold_bytes_, 0)};
}

void RtfLines::end_note(int heading) {
  end_paragraph(heading, true);
  std::tie(text_, bold_bytes_) = std::exchange(before_note_, {});
}

std::vector<FlowLine> RtfLines::take() {
  std::move(notes_.begin(), notes_.end(), std::back_inserter(lines_));
  return std::move(lines_);
}

}  // namespace ofsearch
