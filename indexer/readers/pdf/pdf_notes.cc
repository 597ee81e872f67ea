#include "indexer/readers/pdf/pdf_notes.h"

#include "common/text/text.h"

#include <mupdf/pdf.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace ofsearch {
namespace {

constexpr double kPitch = 14;       // points, from line to line of a note
constexpr double kLineHeight = 11;  // points

// MuPDF reports errors with setjmp: what calls it keeps to plain data.
struct Note {
  const char* text = nullptr;  // of the document
  fz_rect box = {0, 0, 0, 0};
};

bool is_hidden(fz_context* context, pdf_annot* annot) {
  return (pdf_annot_flags(context, annot) & (PDF_ANNOT_IS_HIDDEN | PDF_ANNOT_IS_NO_VIEW)) != 0;
}

// Whether `annot` is a note with words on it, and which.
bool read_note(fz_context* context, pdf_annot* annot, Note* out) {
  volatile bool ok = false;
  fz_try(context) {
    enum pdf_annot_type type = pdf_annot_type(context, annot);
    bool note = type == PDF_ANNOT_TEXT || type == PDF_ANNOT_FREE_TEXT;
    if (note && !is_hidden(context, annot)) {
      out->text = pdf_annot_contents(context, annot);
      out->box = pdf_bound_annot(context, annot);
      ok = out->text != nullptr;
    }
  }
  fz_catch(context) {
    ok = false;
  }
  return ok;
}

bool read_field(fz_context* context, pdf_annot* widget, Note* out) {
  volatile bool ok = false;
  fz_try(context) {
    enum pdf_widget_type type = pdf_widget_type(context, widget);
    bool text = type == PDF_WIDGET_TYPE_TEXT || type == PDF_WIDGET_TYPE_COMBOBOX ||
                type == PDF_WIDGET_TYPE_LISTBOX;
    if (text && !is_hidden(context, widget)) {
      out->text = pdf_annot_field_value(context, widget);
      out->box = pdf_bound_annot(context, widget);
      ok = out->text != nullptr;
    }
  }
  fz_catch(context) {
    ok = false;
  }
  return ok;
}

double finite(float value) {
  return std::isfinite(value) ? std::clamp(value, -1e6F, 1e6F) : 0;
}

void add(const Note& note, std::vector<Line>* lines) {
  std::string_view text = note.text;
  int block = lines->empty() ? 1 : lines->back().block + 1;
  double top = finite(note.box.y0);
  for (size_t begin = 0; begin <= text.size();) {
    size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    Line line;
    line.text = display_form(text.substr(begin, end - begin));
    begin = end + 1;
    line.x0 = finite(note.box.x0);
    line.x1 = finite(note.box.x1);
    line.y0 = top;
    line.y1 = std::max(std::min(top + kPitch, finite(note.box.y1)), top + kLineHeight);
    line.font_size = kLineHeight;
    line.block = block;
    if (line.text.empty()) continue;
    top += kPitch;
    lines->push_back(std::move(line));
  }
}

}  // namespace

std::vector<Line> note_lines(fz_context* context, fz_page* page) {
  std::vector<Line> lines;
  pdf_page* source = pdf_page_from_fz_page(context, page);
  if (source == nullptr) return lines;
  Note note;
  for (pdf_annot* annot = pdf_first_annot(context, source); annot != nullptr;
       annot = pdf_next_annot(context, annot))
    if (read_note(context, annot, &note)) add(note, &lines);
  for (pdf_annot* widget = pdf_first_widget(context, source); widget != nullptr;
       widget = pdf_next_widget(context, widget))
    if (read_field(context, widget, &note)) add(note, &lines);
  return lines;
}

}  // namespace ofsearch
