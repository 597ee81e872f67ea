#include "searcher/drawing/page_picture.h"

#include "common/text/code_points.h"
#include "searcher/drawing/alignment.h"

#include <fmt/format.h>
#include <mupdf/fitz.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <new>
#include <optional>

namespace ofsearch {
namespace {

// MuPDF reports errors with setjmp; no C++ object with a destructor may live between fz_try and the
// call that throws. Every function that calls into MuPDF therefore keeps to plain pointers.

struct ContextDeleter {
  void operator()(fz_context* context) const { fz_drop_context(context); }
};

constexpr size_t kStoreBytes = 64u << 20;  // MuPDF's cache of fonts and images
constexpr float kDotsPerPoint = 120.0F / 72;
constexpr float kMostPixels = 4e6F;

struct Drawn {
  fz_stream* stream = nullptr;
  fz_document* document = nullptr;
  fz_page* page = nullptr;
  fz_stext_page* text = nullptr;
  fz_pixmap* pixels = nullptr;
  fz_buffer* png = nullptr;
  fz_matrix to_pixels = fz_identity;
  int pages = 0;
};

void drop(fz_context* context, const Drawn& drawn) {
  fz_drop_buffer(context, drawn.png);
  fz_drop_pixmap(context, drawn.pixels);
  fz_drop_stext_page(context, drawn.text);
  fz_drop_page(context, drawn.page);
  fz_drop_document(context, drawn.document);
  fz_drop_stream(context, drawn.stream);
}

bool open_document(fz_context* context, std::string_view pdf, Drawn* out) {
  volatile bool ok = false;
  fz_try(context) {
    fz_register_document_handlers(context);
    out->stream =
        fz_open_memory(context, reinterpret_cast<const unsigned char*>(pdf.data()), pdf.size());
    out->document = fz_open_document_with_stream(context, "application/pdf", out->stream);
    ok = fz_needs_password(context, out->document) == 0 ||
         fz_authenticate_password(context, out->document, "") != 0;
    if (ok) out->pages = fz_count_pages(context, out->document);
  }
  fz_catch(context) {
    ok = false;
  }
  return ok;
}

// Huge pages are drawn smaller.
fz_matrix matrix_for(fz_rect box) {
  float area = std::max(1.0F, (box.x1 - box.x0) * (box.y1 - box.y0));
  float scale = std::min(kDotsPerPoint, std::sqrt(kMostPixels / area));
  return fz_pre_translate(fz_scale(scale, scale), -box.x0, -box.y0);
}

bool draw(fz_context* context, int number, Drawn* out) {
  volatile bool ok = false;
  fz_try(context) {
    fz_stext_options options{};
    options.scale = 1;
    out->page = fz_load_page(context, out->document, number);
    out->text = fz_new_stext_page_from_page(context, out->page, &options);
    out->to_pixels = matrix_for(fz_bound_page(context, out->page));
    out->pixels =
        fz_new_pixmap_from_page(context, out->page, out->to_pixels, fz_device_rgb(context), 0);
    ok = out->pixels->n == 3;
  }
  fz_catch(context) {
    ok = false;
  }
  return ok;
}

bool encode(fz_context* context, Drawn* out) {
  volatile bool ok = false;
  fz_try(context) {
    out->png = fz_new_buffer_from_pixmap_as_png(context, out->pixels, fz_default_color_params);
    ok = true;
  }
  fz_catch(context) {
    ok = false;
  }
  return ok;
}

// ---- Where the passage is -------------------------------------------------------------------

struct PageText {
  Letters letters;                                // sources: places in `boxes`
  std::vector<std::pair<fz_rect, size_t>> boxes;  // of each sign, and the number of its line
};

PageText text_of(const fz_stext_page& page) {
  PageText text;
  size_t line_number = 0;
  for (const fz_stext_block* block = page.first_block; block != nullptr; block = block->next) {
    if (block->type != FZ_STEXT_BLOCK_TEXT) continue;
    for (const fz_stext_line* line = block->u.t.first_line; line != nullptr; line = line->next) {
      ++line_number;
      for (const fz_stext_char* c = line->first_char; c != nullptr; c = c->next) {
        std::string sign;
        append_code_point(&sign, static_cast<char32_t>(c->c));
        text.letters.add(sign, text.boxes.size());
        text.boxes.emplace_back(fz_rect_from_quad(c->quad), line_number);
      }
    }
  }
  return text;
}

// Signs of the page, each once and in order, to one box a line.
std::vector<fz_rect> line_boxes(const PageText& text, const std::vector<size_t>& signs) {
  std::vector<fz_rect> boxes;
  size_t line = 0;
  for (size_t sign : signs) {
    const auto& [box, number] = text.boxes[sign];
    if (number == line && !boxes.empty())
      boxes.back() = fz_union_rect(boxes.back(), box);
    else
      boxes.push_back(box);
    line = number;
  }
  return boxes;
}

// Lines below each other, in one column, are one frame.
std::vector<fz_rect> frames_around(const std::vector<fz_rect>& lines) {
  std::vector<fz_rect> frames;
  for (const fz_rect& line : lines) {
    float height = line.y1 - line.y0;
    bool goes_on = !frames.empty() && line.y0 < frames.back().y1 + 1.5F * height &&
                   line.y1 > frames.back().y0 && line.x0 < frames.back().x1 &&
                   line.x1 > frames.back().x0;
    if (goes_on)
      frames.back() = fz_union_rect(frames.back(), line);
    else
      frames.push_back(line);
  }
  return frames;
}

struct Found {
  std::vector<fz_rect> frames, marks;  // in points
};

Found find_passage(const PageText& text, const PictureRequest& request) {
  Letters passage = letters_of(request.passage);
  std::vector<size_t> places = align(passage.text, text.letters.text);
  auto signs_of = [&](size_t begin, size_t end) {
    std::vector<size_t> signs;
    for (size_t i = 0; i < places.size(); ++i)
      if (places[i] != kNowhere && passage.sources[i] >= begin && passage.sources[i] < end)
        signs.push_back(text.letters.sources[places[i]]);
    return signs;
  };
  Found found;
  found.frames = frames_around(line_boxes(text, signs_of(0, request.passage.size())));
  for (const auto& [begin, end] : request.marks)
    for (const fz_rect& box : line_boxes(text, signs_of(begin, end))) found.marks.push_back(box);
  return found;
}

// ---- Painting -------------------------------------------------------------------------------

using Colour = std::array<int, 3>;
constexpr Colour kFrame = {0x0B, 0x4F, 0x94}, kMark = {0xFF, 0xEC, 0x99};
constexpr int kFrameWidth = 3, kFrameGap = 7, kMarkGap = 1;  // pixels

class Canvas {
 public:
  explicit Canvas(fz_pixmap* pixels) : pixels_(pixels) {}

  // Colours as a felt pen does: what is darker stays.
  void tint(const fz_irect& box, const Colour& colour) {
    each(box, [&](unsigned char* pixel) {
      for (size_t i = 0; i < colour.size(); ++i)
        pixel[i] = static_cast<unsigned char>(pixel[i] * colour[i] / 255);
    });
  }

  void frame(const fz_irect& b, const Colour& colour) {
    auto fill = [&](fz_irect box) {
      each(box, [&](unsigned char* pixel) { std::copy(colour.begin(), colour.end(), pixel); });
    };
    fill({b.x0, b.y0, b.x1, b.y0 + kFrameWidth});
    fill({b.x0, b.y1 - kFrameWidth, b.x1, b.y1});
    fill({b.x0, b.y0, b.x0 + kFrameWidth, b.y1});
    fill({b.x1 - kFrameWidth, b.y0, b.x1, b.y1});
  }

 private:
  template <typename Change>
  void each(const fz_irect& box, const Change& change) {
    for (int y = std::max(box.y0, 0); y < std::min(box.y1, pixels_->h); ++y)
      for (int x = std::max(box.x0, 0); x < std::min(box.x1, pixels_->w); ++x)
        change(pixels_->samples + y * pixels_->stride + static_cast<ptrdiff_t>(x) * pixels_->n);
  }

  fz_pixmap* pixels_;
};

// Gives where the first frame begins, 0 without any.
int paint(const Found& found, const Drawn& drawn) {
  Canvas canvas(drawn.pixels);
  auto pixels = [&](const fz_rect& box, int gap) {
    fz_irect whole = fz_round_rect(fz_transform_rect(box, drawn.to_pixels));
    int x = drawn.pixels->x, y = drawn.pixels->y;
    return fz_irect{whole.x0 - x - gap, whole.y0 - y - gap, whole.x1 - x + gap, whole.y1 - y + gap};
  };
  for (const fz_rect& box : found.marks) canvas.tint(pixels(box, kMarkGap), kMark);
  int top = found.frames.empty() ? 0 : drawn.pixels->h;
  for (const fz_rect& box : found.frames) {
    const fz_irect frame = pixels(box, kFrameGap);
    canvas.frame(frame, kFrame);
    top = std::clamp(frame.y0, 0, top);
  }
  return top;
}

Result<Picture> draw_open(fz_context* context, const PictureRequest& request, Drawn* drawn) {
  if (request.page < 1 || request.page > drawn->pages)
    return Error{ErrorCode::kNotFound, fmt::format("the document has no page {}", request.page),
                 fmt::format("its last is {}", drawn->pages)};
  Error broken{ErrorCode::kUnreadable, fmt::format("page {} cannot be drawn", request.page), ""};
  if (!draw(context, request.page - 1, drawn)) return broken;
  Found found = find_passage(text_of(*drawn->text), request);
  const int top = paint(found, *drawn);
  if (!encode(context, drawn)) return broken;
  Picture picture{{}, drawn->pixels->w, drawn->pixels->h, drawn->pages, !found.frames.empty(), top};
  unsigned char* bytes = nullptr;
  size_t size = fz_buffer_storage(context, drawn->png, &bytes);
  picture.png.assign(reinterpret_cast<const char*>(bytes), size);
  return picture;
}

}  // namespace

Result<Picture> draw_page(std::string_view pdf, const PictureRequest& request) {
  std::unique_ptr<fz_context, ContextDeleter> context(
      fz_new_context(nullptr, nullptr, kStoreBytes));
  if (!context) throw std::bad_alloc();
  fz_set_warning_callback(context.get(), nullptr, nullptr);
  fz_set_error_callback(context.get(), nullptr, nullptr);
  Drawn drawn;
  Result<Picture> picture =
      open_document(context.get(), pdf, &drawn)
          ? draw_open(context.get(), request, &drawn)
          : Error{ErrorCode::kUnreadable, "the document is no PDF that can be drawn", ""};
  drop(context.get(), drawn);
  return picture;
}

}  // namespace ofsearch
