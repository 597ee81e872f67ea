// PDF through MuPDF's structured text: lines with boxes, font sizes and weights, page by page.
#include "common/text/text.h"
#include "indexer/readers/reader.h"

#include <fmt/format.h>
#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>
#include <map>
#include <memory>
#include <utility>

namespace ofsearch {
namespace {

// MuPDF reports errors with setjmp; no C++ object with a destructor may live between fz_try and
// the call that throws. Every function that calls into MuPDF therefore keeps to plain pointers.

struct ContextDeleter {
  void operator()(fz_context* context) const { fz_drop_context(context); }
};
using Context = std::unique_ptr<fz_context, ContextDeleter>;

constexpr size_t kStoreBytes = 32u << 20;  // MuPDF's cache of fonts and images

// What MuPDF passes over: it makes do with the part of a page that it could read.
struct Trouble {
  bool out_of_memory = false;
  // Of the page that is read:
  bool cut_short = false;
  bool wrong_checksum = false, wrong_syntax = false;

  void begin_page() { cut_short = wrong_checksum = wrong_syntax = false; }
  // A checksum alone may be its writer's mistake, and a word of nonsense too; both together are
  // damage.
  bool page_is_damaged() const { return cut_short || (wrong_checksum && wrong_syntax); }
};

// MuPDF's warnings, by a part of their wording.
struct Warning {
  std::string_view wording;
  bool Trouble::*tells;
};
constexpr Warning kWarnings[] = {
    {"ignoring rest of page", &Trouble::cut_short},
    {"treating as end of file", &Trouble::cut_short},
    {"premature end of data", &Trouble::cut_short},
    {"cannot load content stream", &Trouble::cut_short},
    {"zlib error", &Trouble::wrong_checksum},
    {"syntax error", &Trouble::wrong_syntax},
    {"unknown keyword", &Trouble::wrong_syntax},
};

void note_message(void* trouble, const char* message) {
  for (const Warning& warning : kWarnings)
    if (std::string_view(message).find(warning.wording) != std::string_view::npos)
      static_cast<Trouble*>(trouble)->*warning.tells = true;
}

// MuPDF may try again after it has emptied its cache; but whether every caller of its own does is
// not to be known, so that one refusal is one too many.
void* allocate(void* trouble, size_t size) {
  void* memory = std::malloc(size);
  if (memory == nullptr) static_cast<Trouble*>(trouble)->out_of_memory = true;
  return memory;
}

void* reallocate(void* trouble, void* old, size_t size) {
  void* memory = std::realloc(old, size);
  if (memory == nullptr && size > 0) static_cast<Trouble*>(trouble)->out_of_memory = true;
  return memory;
}

void release(void*, void* memory) {
  std::free(memory);
}

struct OpenDocument {
  fz_stream* stream = nullptr;
  fz_document* document = nullptr;
  bool encrypted = false;
  bool repaired = false;  // its table of objects was missing or wrong and has been made anew
  int pages = 0;
};

bool open_document(fz_context* context, std::string_view bytes, OpenDocument* out) {
  volatile bool ok = false;
  fz_try(context) {
    fz_register_document_handlers(context);
    out->stream =
        fz_open_memory(context, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    out->document = fz_open_document_with_stream(context, "application/pdf", out->stream);
    // Many files are encrypted with an empty user password, which only restricts editing.
    out->encrypted = fz_needs_password(context, out->document) != 0 &&
                     fz_authenticate_password(context, out->document, "") == 0;
    if (!out->encrypted) out->pages = fz_count_pages(context, out->document);
    pdf_document* pdf = pdf_document_from_fz_document(context, out->document);
    out->repaired = pdf != nullptr && pdf_was_repaired(context, pdf) != 0;
    ok = true;
  }
  fz_catch(context) {
    ok = false;
  }
  return ok;
}

void close_document(fz_context* context, const OpenDocument& open) {
  fz_drop_document(context, open.document);
  fz_drop_stream(context, open.stream);
}

// Null if the page cannot be read to its end.
fz_stext_page* read_page(fz_context* context, fz_document* document, int number, Trouble* trouble) {
  fz_stext_page* volatile text = nullptr;
  trouble->begin_page();
  fz_try(context) {
    fz_stext_options options = {FZ_STEXT_PRESERVE_LIGATURES | FZ_STEXT_PRESERVE_WHITESPACE, 1};
    text = fz_new_stext_page_from_page_number(context, document, number, &options);
  }
  fz_catch(context) {
    text = nullptr;
  }
  fz_flush_warnings(context);
  if (trouble->page_is_damaged()) {
    fz_drop_stext_page(context, text);
    text = nullptr;
  }
  return text;
}

std::string lookup_title(fz_context* context, fz_document* document) {
  char buffer[512] = "";
  fz_try(context) {
    fz_lookup_metadata(context, document, FZ_META_INFO_TITLE, buffer, sizeof buffer);
  }
  fz_catch(context) {
    buffer[0] = '\0';
  }
  return buffer;
}

// Superscript signs for the digits of footnotes: "schools\u00B3" is the word schools.
constexpr std::array<char32_t, 10> kRaisedDigits = {0x2070, 0x00B9, 0x00B2, 0x00B3, 0x2074,
                                                    0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
constexpr double kRaisedSize = 0.8;    // of the line's size, at most
constexpr double kRaisedHeight = 0.2;  // of the line's size above its base line, at least

// A measure in points. A damaged file may have any float; later stages compare and sort them.
double points(float value) {
  constexpr float kFar = 1e6F;
  return std::isfinite(value) ? std::clamp(value, -kFar, kFar) : 0;
}

// What most characters of a line have: its size and base line, in points.
struct LineType {
  double size = 0, base = 0;
};

LineType type_of(const fz_stext_line& source) {
  std::map<int, std::pair<int, double>> sizes;  // tenths of a point: count, a base line
  for (const fz_stext_char* c = source.first_char; c != nullptr; c = c->next)
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
fz_rect box_of(const fz_stext_line& source, const LineType& type) {
  fz_rect box = source.bbox;
  float top = FLT_MAX, bottom = -FLT_MAX;
  for (const fz_stext_char* c = source.first_char; c != nullptr; c = c->next) {
    if (c->c == ' ' || std::abs(c->size - type.size) > 0.1) continue;
    top = std::min({top, c->quad.ul.y, c->quad.ur.y});
    bottom = std::max({bottom, c->quad.ll.y, c->quad.lr.y});
  }
  if (top < bottom) box.y0 = top, box.y1 = bottom;
  return box;
}

Line convert_line(fz_context* context, const fz_stext_line& source, int block) {
  Line line;
  line.block = block;
  LineType type = type_of(source);
  fz_rect box = box_of(source, type);
  line.x0 = points(box.x0), line.y0 = points(box.y0);
  line.x1 = points(box.x1), line.y1 = points(box.y1);
  int bold = 0, letters = 0;
  for (const fz_stext_char* c = source.first_char; c != nullptr; c = c->next) {
    append_code_point(&line.text, is_raised_digit(*c, type)
                                      ? kRaisedDigits[static_cast<size_t>(c->c - '0')]
                                      : static_cast<char32_t>(c->c));
    if (c->c == ' ') continue;
    ++letters;
    if (fz_font_is_bold(context, c->font) != 0) ++bold;
  }
  line.font_size = type.size;
  line.bold = letters > 0 && bold * 5 > letters * 4;
  return line;
}

Page convert_page(fz_context* context, const fz_stext_page& source, int number) {
  Page page;
  page.number = number;
  page.width = points(source.mediabox.x1 - source.mediabox.x0);
  page.height = points(source.mediabox.y1 - source.mediabox.y0);
  int block_number = 0;
  for (const fz_stext_block* block = source.first_block; block != nullptr; block = block->next) {
    if (block->type != FZ_STEXT_BLOCK_TEXT) continue;
    ++block_number;
    for (const fz_stext_line* line = block->u.t.first_line; line != nullptr; line = line->next) {
      Line converted = convert_line(context, *line, block_number);
      if (converted.text.find_first_not_of(' ') != std::string::npos)
        page.lines.push_back(std::move(converted));
    }
  }
  return page;
}

size_t text_bytes(const Page& page) {
  size_t bytes = 0;
  for (const Line& line : page.lines) bytes += line.text.size();
  return bytes;
}

Result<SourceDocument> convert(fz_context* context, const OpenDocument& open,
                               const ReaderLimits& limits, Trouble* trouble) {
  SourceDocument document;
  document.format = "pdf";
  document.has_layout = true;
  document.hard_wrapped = true;
  document.declared_title = lookup_title(context, open.document);
  size_t bytes = 0;
  int failed = 0;
  for (int i = 0; i < open.pages; ++i) {
    fz_stext_page* text = read_page(context, open.document, i, trouble);
    if (text == nullptr) {
      ++failed;
      continue;
    }
    document.pages.push_back(convert_page(context, *text, i + 1));
    fz_drop_stext_page(context, text);
    bytes += text_bytes(document.pages.back());
    if (bytes > limits.max_text_bytes)
      return Error{ErrorCode::kUnreadable,
                   fmt::format("it holds more than {} MB of text", limits.max_text_bytes >> 20),
                   "split it"};
  }
  // A report with a page missing must not look whole.
  if (failed > 0)
    return Error{
        ErrorCode::kUnreadable,
        fmt::format("the PDF is broken: {} of its {} pages cannot be read", failed, open.pages),
        "download it again, or repair it with qpdf"};
  return document;
}

Error limit_or_lock_error(const OpenDocument& open, const ReaderLimits& limits) {
  if (open.encrypted)
    return {ErrorCode::kUnreadable, "the PDF is encrypted and needs a password",
            "save a copy without the password"};
  return {
      ErrorCode::kUnreadable,
      fmt::format("the PDF has {} pages, more than the {} allowed", open.pages, limits.max_pages),
      "split it"};
}

// A file cut short has lost its end with the table of objects; what can be found of it without that
// must not look like a whole report.
bool is_cut_short(std::string_view bytes, const OpenDocument& open) {
  constexpr size_t kTail = 2048;  // other bytes may follow the end mark
  std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), kTail));
  return open.repaired && tail.find("%%EOF") == std::string_view::npos;
}

}  // namespace

Result<SourceDocument> read_pdf(std::string_view bytes, const ReaderLimits& limits) {
  Trouble trouble;
  fz_alloc_context memory = {&trouble, allocate, reallocate, release};
  Context context(fz_new_context(&memory, nullptr, kStoreBytes));
  if (!context) throw std::bad_alloc();
  fz_set_warning_callback(context.get(), note_message, &trouble);
  fz_set_error_callback(context.get(), note_message, &trouble);
  OpenDocument open;
  bool ok = open_document(context.get(), bytes, &open);
  Result<SourceDocument> result =
      !ok || (open.pages == 0 && !open.encrypted)
          ? Result<SourceDocument>(Error{ErrorCode::kUnreadable, "the PDF is broken",
                                         "download it again, or repair it with qpdf"})
      : is_cut_short(bytes, open)
          ? Result<SourceDocument>(
                Error{ErrorCode::kUnreadable, "the PDF is cut short", "download it again"})
      : open.encrypted || open.pages > limits.max_pages
          ? Result<SourceDocument>(limit_or_lock_error(open, limits))
          : convert(context.get(), open, limits, &trouble);
  close_document(context.get(), open);
  // Memory that ends inside MuPDF ends the reading as it does everywhere else.
  if (trouble.out_of_memory) throw std::bad_alloc();
  return result;
}

}  // namespace ofsearch
