#include "indexer/readers/pdf/page_picture.h"

#include "indexer/readers/ocr.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace ofsearch {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kDotsPerInch = 300;  // what Tesseract reads best
constexpr double kMostDots = 17.5e6;  // a page of A3; larger ones are drawn smaller

struct Scale {
  double dots = 1;    // of the drawing, a point of the page as MuPDF has it
  double points = 1;  // of paper, a dot of the drawing
};

Scale scale_of(const fz_rect& page, Size size) {
  constexpr double kLongSideOfA4 = 842;  // points
  const double width = std::max(1.0, static_cast<double>(page.x1) - page.x0);
  const double height = std::max(1.0, static_cast<double>(page.y1) - page.y0);
  const double paper = size == Size::kA4 ? kLongSideOfA4 / std::max(width, height) : 1;
  const double dots =
      std::min(paper * kDotsPerInch / kPointsPerInch, std::sqrt(kMostDots / (width * height)));
  return {dots, paper / dots};
}

// Null where it cannot be drawn.
fz_pixmap* draw(fz_context* context, fz_page* page, Size size, Scale* scale) {
  fz_pixmap* volatile drawn = nullptr;
  fz_try(context) {
    *scale = scale_of(fz_bound_page(context, page), size);
    const auto zoom = static_cast<float>(scale->dots);
    drawn = fz_new_pixmap_from_page_contents(context, page, fz_scale(zoom, zoom),
                                             fz_device_gray(context), 0);
  }
  fz_catch(context) {
    drawn = nullptr;
  }
  return drawn;
}

double area_of(const fz_rect& box) {
  if (fz_is_empty_rect(box) != 0) return 0;
  return (static_cast<double>(box.x1) - box.x0) * (static_cast<double>(box.y1) - box.y0);
}

// Scanners cut a page into strips, so that pictures are counted together.
double area_of_pictures(const fz_stext_page& page) {
  double area = 0;
  for (const fz_stext_block* block = page.first_block; block != nullptr; block = block->next)
    if (block->type == FZ_STEXT_BLOCK_IMAGE)
      area += area_of(fz_intersect_rect(block->bbox, page.mediabox));
  return area;
}

}  // namespace

bool is_covered_by_pictures(fz_context* context, fz_page* page) {
  constexpr double kMost = 0.7;
  fz_stext_page* volatile blocks = nullptr;
  fz_try(context) {
    fz_stext_options options{};
    options.flags = FZ_STEXT_PRESERVE_IMAGES;
    options.scale = 1;
    blocks = fz_new_stext_page_from_page(context, page, &options);
  }
  fz_catch(context) {
    blocks = nullptr;
  }
  const bool covered =
      blocks != nullptr && area_of_pictures(*blocks) >= kMost * area_of(blocks->mediabox);
  fz_drop_stext_page(context, blocks);
  return covered;
}

bool shows_anything(fz_context* context, fz_page* page) {
  fz_device* volatile device = nullptr;
  fz_rect box = fz_empty_rect;
  volatile bool any = true;
  fz_try(context) {
    device = fz_new_bbox_device(context, &box);
    fz_run_page_contents(context, page, device, fz_identity, nullptr);
    fz_close_device(context, device);
    any = fz_is_empty_rect(fz_intersect_rect(box, fz_bound_page(context, page))) == 0;
  }
  fz_always(context) {
    fz_drop_device(context, device);
  }
  fz_catch(context) {
    any = true;
  }
  return any;
}

std::vector<Line> recognised_lines(fz_context* context, fz_page* page, const Ocr& ocr, Size size) {
  Scale scale;
  const auto drop = [context](fz_pixmap* drawn) { fz_drop_pixmap(context, drawn); };
  const std::unique_ptr<fz_pixmap, decltype(drop)> drawn(draw(context, page, size, &scale), drop);
  if (!drawn) return {};
  return ocr.read({fz_pixmap_samples(context, drawn.get()), fz_pixmap_width(context, drawn.get()),
                   fz_pixmap_height(context, drawn.get()), fz_pixmap_stride(context, drawn.get()),
                   scale.points});
}

}  // namespace ofsearch
