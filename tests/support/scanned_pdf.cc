#include "tests/support/scanned_pdf.h"

#include <fmt/format.h>
#include <mupdf/fitz.h>

#include <vector>

namespace ofsearch::test {
namespace {

constexpr float kScale = 200.0F / 72;

std::string object(size_t number, const std::string& content) {
  return fmt::format("{} 0 obj\n{}\nendobj\n", number, content);
}

std::string stream(const std::string& entries, const std::string& bytes) {
  return fmt::format("<< /Length {} {} >>\nstream\n{}\nendstream", bytes.size(), entries, bytes);
}

// A page, what it draws, and the picture: three objects from `first` on.
std::string page_of(fz_context* context, fz_pixmap* drawn, size_t first) {
  const int width = fz_pixmap_width(context, drawn), height = fz_pixmap_height(context, drawn);
  std::string samples;
  for (int row = 0; row < height; ++row)
    samples.append(reinterpret_cast<const char*>(fz_pixmap_samples(context, drawn)) +
                       static_cast<ptrdiff_t>(row) * fz_pixmap_stride(context, drawn),
                   static_cast<size_t>(width));
  const float x = static_cast<float>(width) / kScale, y = static_cast<float>(height) / kScale;
  return object(first, fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /Contents "
                                   "{} 0 R /Resources << /XObject << /P {} 0 R >> >> >>",
                                   x, y, first + 1, first + 2)) +
         object(first + 1, stream("", fmt::format("q {} 0 0 {} 0 0 cm /P Do Q", x, y))) +
         object(first + 2, stream(fmt::format("/Type /XObject /Subtype /Image /Width {} /Height {} "
                                              "/ColorSpace /DeviceGray /BitsPerComponent 8",
                                              width, height),
                                  samples));
}

}  // namespace

std::string scanned(std::string_view pdf) {
  constexpr size_t kFirstPage = 3, kObjects = 3;
  fz_context* context = fz_new_context(nullptr, nullptr, FZ_STORE_DEFAULT);
  fz_register_document_handlers(context);
  fz_stream* bytes =
      fz_open_memory(context, reinterpret_cast<const unsigned char*>(pdf.data()), pdf.size());
  fz_document* document = fz_open_document_with_stream(context, "application/pdf", bytes);
  const int pages = fz_count_pages(context, document);
  std::string kids, objects;
  for (int i = 0; i < pages; ++i) {
    const size_t number = kFirstPage + kObjects * static_cast<size_t>(i);
    fz_pixmap* drawn = fz_new_pixmap_from_page_number(
        context, document, i, fz_scale(kScale, kScale), fz_device_gray(context), 0);
    objects += page_of(context, drawn, number);
    kids += fmt::format("{} 0 R ", number);
    fz_drop_pixmap(context, drawn);
  }
  fz_drop_document(context, document);
  fz_drop_stream(context, bytes);
  fz_drop_context(context);
  return "%PDF-1.7\n" + object(1, "<< /Type /Catalog /Pages 2 0 R >>") +
         object(2, fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", pages, kids)) + objects +
         "trailer << /Root 1 0 R >>\n%%EOF\n";
}

}  // namespace ofsearch::test
