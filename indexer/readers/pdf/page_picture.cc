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

// Dots a point.
double scale_of(const fz_rect& page) {
  double width = std::max(1.0, static_cast<double>(page.x1) - page.x0);
  double height = std::max(1.0, static_cast<double>(page.y1) - page.y0);
  return std::min(kDotsPerInch / kPointsPerInch, std::sqrt(kMostDots / (width * height)));
}

// Null where it cannot be drawn.
fz_pixmap* draw(fz_context* context, fz_page* page, double* scale) {
  fz_pixmap* volatile drawn = nullptr;
  fz_try(context) {
    *scale = scale_of(fz_bound_page(context, page));
    const auto zoom = static_cast<float>(*scale);
    drawn = fz_new_pixmap_from_page_contents(context, page, fz_scale(zoom, zoom),
                                             fz_device_gray(context), 0);
  }
  fz_catch(context) {
    drawn = nullptr;
  }
  return drawn;
}

}  // namespace

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

std::vector<Line> recognised_lines(fz_context* context, fz_page* page, const Ocr& ocr) {
  double scale = 1;
  const auto drop = [context](fz_pixmap* drawn) { fz_drop_pixmap(context, drawn); };
  const std::unique_ptr<fz_pixmap, decltype(drop)> drawn(draw(context, page, &scale), drop);
  if (!drawn) return {};
  return ocr.read({fz_pixmap_samples(context, drawn.get()), fz_pixmap_width(context, drawn.get()),
                   fz_pixmap_height(context, drawn.get()), fz_pixmap_stride(context, drawn.get()),
                   1 / scale});
}

}  // namespace ofsearch
