// PDF through MuPDF's structured text: lines with boxes, font sizes and weights, page by page.
#include "common/text/text.h"
#include "indexer/readers/pdf/mupdf.h"
#include "indexer/readers/pdf/page_picture.h"
#include "indexer/readers/pdf/page_quality.h"
#include "indexer/readers/pdf/pdf_catalog.h"
#include "indexer/readers/pdf/pdf_notes.h"
#include "indexer/readers/pdf/pdf_page.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/tables/tick_columns.h"

#include <fmt/format.h>
#include <mupdf/fitz.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace ofsearch {
namespace {

// A page that is open, and its text; both null where it cannot be read to its end.
struct OpenPage {
  fz_page* page = nullptr;
  fz_stext_page* text = nullptr;
};

void close_page(fz_context* context, const OpenPage& open) {
  fz_drop_stext_page(context, open.text);
  fz_drop_page(context, open.page);
}

OpenPage open_page(MupdfDocument* of, int number) {
  fz_context* context = of->context();
  fz_document* document = of->document();
  fz_page* volatile page = nullptr;
  fz_stext_page* volatile text = nullptr;
  of->trouble()->begin_page();
  fz_try(context) {
    fz_stext_options options{};
    options.flags = FZ_STEXT_PRESERVE_LIGATURES | FZ_STEXT_PRESERVE_WHITESPACE;
    options.scale = 1;
    page = fz_load_page(context, document, number);
    text = fz_new_stext_page_from_page(context, page, &options);
  }
  fz_catch(context) {
    text = nullptr;
  }
  fz_flush_warnings(context);
  OpenPage open{page, text};
  if (text != nullptr && !of->trouble()->page_is_damaged()) return open;
  close_page(context, open);
  return {};
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

size_t text_bytes(const Page& page) {
  size_t bytes = 0;
  for (const Line& line : page.lines) bytes += line.text.size();
  return bytes;
}

Error unreadable(std::string message, std::string hint) {
  return {ErrorCode::kUnreadable, std::move(message), std::move(hint)};
}

// Reads the pages of an open document one after the other.
class PageReader {
 public:
  PageReader(MupdfDocument* open, const ReaderLimits& limits)
      : context_(open->context()), open_(*open), limits_(limits) {}

  Result<ReaderOutput> run() {
    document_.format = "pdf";
    document_.has_layout = true;
    document_.hard_wrapped = true;
    document_.declared_title = lookup_title(context_, open_.document());
    for (int i = 0; i < open_.pages(); ++i) {
      add_page(i);
      if (bytes_ > limits_.max_text_bytes)
        return unreadable(
            fmt::format("it holds more than {} MB of text", limits_.max_text_bytes >> 20),
            "split it");
    }
    // A report with a page missing must not look whole.
    if (failed_ > 0)
      return unreadable(fmt::format("the PDF is broken: {} of its {} pages cannot be read", failed_,
                                    open_.pages()),
                        "download it again, or repair it with qpdf");
    drop_stamps_of_scan();
    if (!nonsense_.empty() && bytes_ == 0)
      return unreadable(
          "its fonts do not say which letters they show, so that its text cannot be read",
          limits_.ocr == nullptr ? "read it with --ocr" : "get another copy of it");
    OF_CHECK(look_into_catalog());
    add_warnings();
    return std::move(document_);
  }

 private:
  void add_page(int index) {
    OpenPage open = open_page(&open_, index);
    if (open.text == nullptr) {
      ++failed_;
      return;
    }
    Page page = convert_page(context_, *open.text, note_lines(context_, open.page), index + 1);
    read_ticked_columns(&page);
    const bool nonsense = is_unreadable(page);
    if (nonsense) page.lines.clear();
    const bool picture = !nonsense && text_bytes(page) == 0 && shows_anything(context_, open.page);
    const bool stamped = !nonsense && is_stamped_picture(page, open.page);
    if (limits_.ocr != nullptr && (nonsense || picture || stamped)) recognise(open.page, &page);
    close_page(context_, open);
    if (page.ocr)
      recognised_.push_back(index + 1);
    else if (nonsense || picture)
      (nonsense ? nonsense_ : pictures_).push_back(index + 1);
    else if (stamped)
      stamped_.push_back(index + 1);
    bytes_ += text_bytes(page);
    document_.pages.push_back(std::move(page));
  }

  // "Page 1 of 4", a watermark: what programs print on scans.
  bool is_stamped_picture(const Page& page, fz_page* open) const {
    constexpr size_t kMostBytes = 150;
    const size_t bytes = text_bytes(page);
    return bytes > 0 && bytes <= kMostBytes && is_covered_by_pictures(context_, open);
  }

  // A page that is a picture shows all its letters, stamped ones too.
  void recognise(fz_page* open, Page* page) {
    Page seen;
    seen.lines = recognised_lines(context_, open, *limits_.ocr);
    if (is_unreadable(seen) || text_bytes(seen) <= 2 * text_bytes(*page)) return;
    page->lines = std::move(seen.lines);
    page->ocr = true;
  }

  // A scan on which only stamps could be read holds no text.
  void drop_stamps_of_scan() {
    size_t bytes = 0;
    for (int number : stamped_)
      bytes += text_bytes(document_.pages[static_cast<size_t>(number) - 1]);
    if (bytes < bytes_) return;
    for (Page& page : document_.pages) page.lines.clear();
    bytes_ = 0;
  }

  // Files that are not what their pages say.
  Result<void> look_into_catalog() {
    constexpr size_t kCoverBytes = 1500;  // such pages only say which program to open them with
    PdfCatalog catalog = read_catalog(context_, open_.document());
    std::string names;
    for (const std::string& name : catalog.attached)
      names += (names.empty() ? "" : ", ") + display_form(name);
    if (catalog.is_portfolio && bytes_ < kCoverBytes)
      return unreadable(names.empty()
                            ? "it is a PDF portfolio: the documents are files inside it"
                            : fmt::format("it is a PDF portfolio: the documents are files "
                                          "inside it ({})",
                                          names),
                        "save the files inside it as files of their own");
    if (catalog.is_xfa && bytes_ < kCoverBytes && asks_for_another_program())
      return unreadable("it is an XFA form, whose pages only Adobe's programs can show",
                        "open it there and print it to PDF");
    if (!names.empty())
      document_.warnings.push_back(fmt::format(
          "files attached to it are not read: {}; save them as files of their own", names));
    return {};
  }

  // "Please wait ... you may need Adobe Reader": all that other programs see of an XFA form.
  bool asks_for_another_program() const {
    for (const Page& page : document_.pages)
      for (const Line& line : page.lines) {
        std::string text = search_form(line.text);
        if (text.find("please wait") != text.npos || text.find("adobe") != text.npos) return true;
      }
    return bytes_ == 0;
  }

  void add_warnings() {
    constexpr size_t kMostWords = 3;
    auto warn = [&](const std::vector<int>& pages, const std::string& what) {
      if (!pages.empty() && bytes_ > 0)
        document_.warnings.push_back(fmt::format("{} {} of {}: {}",
                                                 pages.size() == 1 ? "page" : "pages",
                                                 number_list(pages), open_.pages(), what));
    };
    const std::string hint =
        limits_.ocr == nullptr ? "; read it with --ocr" : ", and no text was recognised";
    warn(recognised_, "read off a picture; letters may be misread");
    warn(pictures_, "a picture without text" + hint);
    warn(stamped_, "a picture under a few words" + hint);
    warn(nonsense_, "its fonts do not say which letters they show" + hint);
    std::string words;
    for (const std::string& word : damaged_words(document_.pages, kMostWords))
      words += (words.empty() ? "" : ", ") + word;
    if (!words.empty())
      document_.warnings.push_back(fmt::format("letters of some words cannot be read: {}", words));
  }

  fz_context* context_;
  MupdfDocument& open_;
  const ReaderLimits& limits_;
  ReaderOutput document_;
  std::vector<int> pictures_, stamped_, nonsense_, recognised_;  // numbers of pages
  size_t bytes_ = 0;                                             // of text
  int failed_ = 0;                                               // pages
};

Error limit_or_lock_error(const MupdfDocument& open, const ReaderLimits& limits) {
  if (open.encrypted())
    return {ErrorCode::kUnreadable, "the PDF is encrypted and needs a password",
            "save a copy without the password"};
  return {
      ErrorCode::kUnreadable,
      fmt::format("the PDF has {} pages, more than the {} allowed", open.pages(), limits.max_pages),
      "split it"};
}

// A file cut short has lost its end with the table of objects; what can be found of it without that
// must not look like a whole report.
bool is_cut_short(std::string_view bytes, const MupdfDocument& open) {
  constexpr size_t kTail = 2048;  // other bytes may follow the end mark
  std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), kTail));
  return open.repaired() && tail.find("%%EOF") == std::string_view::npos;
}

}  // namespace

Result<ReaderOutput> read_pdf(std::string_view bytes, const ReaderLimits& limits) {
  MupdfDocument open(bytes, "application/pdf");
  Result<ReaderOutput> result =
      open.pages() == 0 && !open.encrypted()
          ? Result<ReaderOutput>(Error{ErrorCode::kUnreadable, "the PDF is broken",
                                       "download it again, or repair it with qpdf"})
      : is_cut_short(bytes, open)
          ? Result<ReaderOutput>(
                Error{ErrorCode::kUnreadable, "the PDF is cut short", "download it again"})
      : open.encrypted() || open.pages() > limits.max_pages
          ? Result<ReaderOutput>(limit_or_lock_error(open, limits))
          : PageReader(&open, limits).run();
  open.check_memory();
  return result;
}

}  // namespace ofsearch
