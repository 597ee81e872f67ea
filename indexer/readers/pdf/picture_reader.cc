// Pictures of scanned pages: PNG, JPEG, TIFF (one page or many). MuPDF opens them as documents.
#include "indexer/readers/pdf/mupdf.h"
#include "indexer/readers/pdf/page_picture.h"
#include "indexer/readers/pdf/page_quality.h"
#include "indexer/readers/reader.h"

#include <fmt/format.h>

namespace ofsearch {
namespace {

// Signs and photographs show some words too; a page holds more.
constexpr size_t kFewestBytes = 200;

Error unreadable(std::string message, std::string hint) {
  return {ErrorCode::kUnreadable, std::move(message), std::move(hint)};
}

size_t text_bytes(const Page& page) {
  size_t bytes = 0;
  for (const Line& line : page.lines) bytes += line.text.size();
  return bytes;
}

// Null where it cannot be read.
fz_page* load_page(const MupdfDocument& open, int index) {
  fz_page* volatile page = nullptr;
  fz_try(open.context()) {
    page = fz_load_page(open.context(), open.document(), index);
  }
  fz_catch(open.context()) {
    page = nullptr;
  }
  return page;
}

Result<ReaderOutput> read_pages(MupdfDocument* open, const Ocr& ocr) {
  ReaderOutput document;
  document.format = "picture";
  document.has_layout = true;
  document.hard_wrapped = true;
  size_t bytes = 0;
  for (int i = 0; i < open->pages(); ++i) {
    open->trouble()->begin_page();
    fz_page* source = load_page(*open, i);
    Page page;
    page.number = i + 1;
    if (source != nullptr) page.lines = recognised_lines(open->context(), source, ocr, Size::kA4);
    fz_drop_page(open->context(), source);
    fz_flush_warnings(open->context());
    if (source == nullptr || open->trouble()->page_is_damaged())
      return unreadable(
          fmt::format("the picture is broken: page {} of {} cannot be read", i + 1, open->pages()),
          "save it again");
    if (is_unreadable(page)) page.lines.clear();
    page.ocr = text_bytes(page) > 0;
    bytes += text_bytes(page);
    document.pages.push_back(std::move(page));
  }
  if (bytes < kFewestBytes)
    return unreadable("it is a picture that shows few words or none",
                      "a scanned report: scan it again with more dots an inch");
  document.warnings.push_back("read off a picture; letters may be misread");
  return document;
}

}  // namespace

Result<ReaderOutput> read_picture(std::string_view bytes, const ReaderLimits& limits) {
  if (limits.ocr == nullptr) {
    const FileKind kind = detect_format(bytes, "");
    return unreadable(kind.reason, kind.hint);
  }
  const char* type = bytes.starts_with("\x89PNG")    ? "image/png"
                     : bytes.starts_with("\xFF\xD8") ? "image/jpeg"
                                                     : "image/tiff";
  MupdfDocument open(bytes, type);
  Result<ReaderOutput> result =
      open.pages() == 0 ? unreadable("the picture is broken", "save it again")
      : open.pages() > limits.max_pages
          ? unreadable(fmt::format("the picture has {} pages, more than the {} allowed",
                                   open.pages(), limits.max_pages),
                       "split it")
          : read_pages(&open, *limits.ocr);
  open.check_memory();
  return result;
}

}  // namespace ofsearch
