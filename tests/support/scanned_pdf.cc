#include "tests/support/scanned_pdf.h"

#include <fmt/format.h>
#include <mupdf/fitz.h>

#include <cstddef>
#include <cstdint>

namespace ofsearch::test {
namespace {

constexpr float kScale = 200.0F / 72;

std::string object(size_t number, const std::string& content) {
  return fmt::format("{} 0 obj\n{}\nendobj\n", number, content);
}

std::string stream(const std::string& entries, const std::string& bytes) {
  return fmt::format("<< /Length {} {} >>\nstream\n{}\nendstream", bytes.size(), entries, bytes);
}

std::string samples_of(fz_context* context, fz_pixmap* drawn) {
  std::string samples;
  for (int row = 0; row < fz_pixmap_height(context, drawn); ++row)
    samples.append(reinterpret_cast<const char*>(fz_pixmap_samples(context, drawn)) +
                       static_cast<ptrdiff_t>(row) * fz_pixmap_stride(context, drawn),
                   static_cast<size_t>(fz_pixmap_width(context, drawn)));
  return samples;
}

// A page, what it draws, and the picture: three objects from `first` on.
std::string page_of(fz_context* context, fz_pixmap* drawn, size_t first, std::string_view stamp) {
  const int width = fz_pixmap_width(context, drawn), height = fz_pixmap_height(context, drawn);
  const float x = static_cast<float>(width) / kScale, y = static_cast<float>(height) / kScale;
  return object(first,
                fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /Contents "
                            "{} 0 R /Resources << /XObject << /P {} 0 R >> /Font << /F "
                            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
                            x, y, first + 1, first + 2)) +
         object(first + 1,
                stream("", fmt::format("q {} 0 0 {} 0 0 cm /P Do Q BT /F 9 Tf 250 20 Td ({}) Tj ET",
                                       x, y, stamp))) +
         object(first + 2, stream(fmt::format("/Type /XObject /Subtype /Image /Width {} /Height {} "
                                              "/ColorSpace /DeviceGray /BitsPerComponent 8",
                                              width, height),
                                  samples_of(context, drawn)));
}

// What `use` makes of the drawn pages of a PDF.
template <typename Use>
void draw_pages(std::string_view pdf, Use use) {
  fz_context* context = fz_new_context(nullptr, nullptr, FZ_STORE_DEFAULT);
  fz_register_document_handlers(context);
  fz_stream* bytes =
      fz_open_memory(context, reinterpret_cast<const unsigned char*>(pdf.data()), pdf.size());
  fz_document* document = fz_open_document_with_stream(context, "application/pdf", bytes);
  const int pages = fz_count_pages(context, document);
  for (int i = 0; i < pages; ++i) {
    fz_pixmap* drawn = fz_new_pixmap_from_page_number(
        context, document, i, fz_scale(kScale, kScale), fz_device_gray(context), 0);
    use(context, drawn);
    fz_drop_pixmap(context, drawn);
  }
  fz_drop_document(context, document);
  fz_drop_stream(context, bytes);
  fz_drop_context(context);
}

std::string little_endian(uint32_t number, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
  return out;
}

// A page of a TIFF whose directory stands at `at`, its samples behind: grey, one strip.
std::string tiff_page(fz_context* context, fz_pixmap* drawn, uint32_t at, bool last) {
  constexpr uint32_t kShort = 3, kLong = 4, kEntries = 9, kDirectory = 2 + 12 * kEntries + 4;
  const auto width = static_cast<uint32_t>(fz_pixmap_width(context, drawn));
  const auto height = static_cast<uint32_t>(fz_pixmap_height(context, drawn));
  const std::string samples = samples_of(context, drawn);
  const auto size = static_cast<uint32_t>(samples.size());
  const auto entry = [](uint32_t tag, uint32_t type, uint32_t value) {
    return little_endian(tag, 2) + little_endian(type, 2) + little_endian(1, 4) +
           little_endian(value, 4);
  };
  return little_endian(kEntries, 2) + entry(256, kLong, width) + entry(257, kLong, height) +
         entry(258, kShort, 8) + entry(259, kShort, 1) + entry(262, kShort, 1) +
         entry(273, kLong, at + kDirectory) + entry(277, kShort, 1) + entry(278, kLong, height) +
         entry(279, kLong, size) + little_endian(last ? 0 : at + kDirectory + size, 4) + samples;
}

}  // namespace

std::string scanned(std::string_view pdf, std::string_view stamp) {
  constexpr size_t kFirstPage = 3, kObjects = 3;
  size_t pages = 0;
  std::string kids, objects;
  draw_pages(pdf, [&](fz_context* context, fz_pixmap* drawn) {
    const size_t number = kFirstPage + kObjects * pages++;
    objects += page_of(context, drawn, number, stamp);
    kids += fmt::format("{} 0 R ", number);
  });
  return "%PDF-1.7\n" + object(1, "<< /Type /Catalog /Pages 2 0 R >>") +
         object(2, fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", pages, kids)) + objects +
         "trailer << /Root 1 0 R >>\n%%EOF\n";
}

std::string png_of(std::string_view pdf) {
  std::string png;
  draw_pages(pdf, [&](fz_context* context, fz_pixmap* drawn) {
    if (!png.empty()) return;
    fz_buffer* buffer = fz_new_buffer_from_pixmap_as_png(context, drawn, fz_default_color_params);
    unsigned char* data = nullptr;
    const size_t size = fz_buffer_storage(context, buffer, &data);
    png.assign(reinterpret_cast<const char*>(data), size);
    fz_drop_buffer(context, buffer);
  });
  return png;
}

std::string tiff_of(std::string_view pdf) {
  int pages = 0;
  draw_pages(pdf, [&](fz_context*, fz_pixmap*) { ++pages; });
  std::string tiff = std::string("II*\0", 4) + little_endian(8, 4);
  int page = 0;
  draw_pages(pdf, [&](fz_context* context, fz_pixmap* drawn) {
    tiff += tiff_page(context, drawn, static_cast<uint32_t>(tiff.size()), ++page == pages);
  });
  return tiff;
}

}  // namespace ofsearch::test
