// PDF through MuPDF's structured text: lines with boxes, font sizes and weights, page by page.
#include "common/text/text.h"
#include "indexer/readers/pdf/page_picture.h"
#include "indexer/readers/pdf/page_quality.h"
#include "indexer/readers/pdf/pdf_catalog.h"
#include "indexer/readers/pdf/pdf_notes.h"
#include "indexer/readers/pdf/pdf_page.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/tick_columns.h"

#include <fmt/format.h>
#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

#include <algorithm>
#include <cstdlib>
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

// A page that is open, and its text; both null where it cannot be read to its end.
struct OpenPage {
  fz_page* page = nullptr;
  fz_stext_page* text = nullptr;
};

void close_page(fz_context* context, const OpenPage& open) {
  fz_drop_stext_page(context, open.text);
  fz_drop_page(context, open.page);
}

OpenPage open_page(fz_context* context, fz_document* document, int number, Trouble* trouble) {
  fz_page* volatile page = nullptr;
  fz_stext_page* volatile text = nullptr;
  trouble->begin_page();
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
  if (text != nullptr && !trouble->page_is_damaged()) return open;
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
  PageReader(fz_context* context, const OpenDocument& open, const ReaderLimits& limits,
             Trouble* trouble)
      : context_(context), open_(open), limits_(limits), trouble_(trouble) {}

  Result<ReaderOutput> run() {
    document_.format = "pdf";
    document_.has_layout = true;
    document_.hard_wrapped = true;
    document_.declared_title = lookup_title(context_, open_.document);
    for (int i = 0; i < open_.pages; ++i) {
      add_page(i);
      if (bytes_ > limits_.max_text_bytes)
        return unreadable(
            fmt::format("it holds more than {} MB of text", limits_.max_text_bytes >> 20),
            "split it");
    }
    // A report with a page missing must not look whole.
    if (failed_ > 0)
      return unreadable(
          fmt::format("the PDF is broken: {} of its {} pages cannot be read", failed_, open_.pages),
          "download it again, or repair it with qpdf");
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
    OpenPage open = open_page(context_, open_.document, index, trouble_);
    if (open.text == nullptr) {
      ++failed_;
      return;
    }
    Page page = convert_page(context_, *open.text, note_lines(context_, open.page), index + 1);
    read_ticked_columns(&page);
    const bool nonsense = is_unreadable(page);
    if (nonsense) page.lines.clear();
    const bool picture = !nonsense && text_bytes(page) == 0 && shows_anything(context_, open.page);
    if (limits_.ocr != nullptr && (nonsense || picture)) recognise(open.page, &page);
    close_page(context_, open);
    if (page.ocr)
      recognised_.push_back(index + 1);
    else if (nonsense || picture)
      (nonsense ? nonsense_ : pictures_).push_back(index + 1);
    bytes_ += text_bytes(page);
    document_.pages.push_back(std::move(page));
  }

  void recognise(fz_page* open, Page* page) {
    page->lines = recognised_lines(context_, open, *limits_.ocr);
    if (is_unreadable(*page)) page->lines.clear();
    page->ocr = text_bytes(*page) > 0;
  }

  // Files that are not what their pages say.
  Result<void> look_into_catalog() {
    constexpr size_t kCoverBytes = 1500;  // such pages only say which program to open them with
    PdfCatalog catalog = read_catalog(context_, open_.document);
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
                                                 number_list(pages), open_.pages, what));
    };
    const std::string hint =
        limits_.ocr == nullptr ? "; read it with --ocr" : ", and no text was recognised";
    warn(recognised_, "read off a picture; letters may be misread");
    warn(pictures_, "a picture without text" + hint);
    warn(nonsense_, "its fonts do not say which letters they show" + hint);
    std::string words;
    for (const std::string& word : damaged_words(document_.pages, kMostWords))
      words += (words.empty() ? "" : ", ") + word;
    if (!words.empty())
      document_.warnings.push_back(fmt::format("letters of some words cannot be read: {}", words));
  }

  fz_context* context_;
  const OpenDocument& open_;
  const ReaderLimits& limits_;
  Trouble* trouble_;
  ReaderOutput document_;
  std::vector<int> pictures_, nonsense_, recognised_;  // numbers of pages
  size_t bytes_ = 0;                                   // of text
  int failed_ = 0;                                     // pages
};

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

Result<ReaderOutput> read_pdf(std::string_view bytes, const ReaderLimits& limits) {
  Trouble trouble;
  fz_alloc_context memory = {&trouble, allocate, reallocate, release};
  Context context(fz_new_context(&memory, nullptr, kStoreBytes));
  if (!context) throw std::bad_alloc();
  fz_set_warning_callback(context.get(), note_message, &trouble);
  fz_set_error_callback(context.get(), note_message, &trouble);
  OpenDocument open;
  bool ok = open_document(context.get(), bytes, &open);
  Result<ReaderOutput> result =
      !ok || (open.pages == 0 && !open.encrypted)
          ? Result<ReaderOutput>(Error{ErrorCode::kUnreadable, "the PDF is broken",
                                       "download it again, or repair it with qpdf"})
      : is_cut_short(bytes, open)
          ? Result<ReaderOutput>(
                Error{ErrorCode::kUnreadable, "the PDF is cut short", "download it again"})
      : open.encrypted || open.pages > limits.max_pages
          ? Result<ReaderOutput>(limit_or_lock_error(open, limits))
          : PageReader(context.get(), open, limits, &trouble).run();
  close_document(context.get(), open);
  // Memory that ends inside MuPDF ends the reading as it does everywhere else.
  if (trouble.out_of_memory) throw std::bad_alloc();
  return result;
}

}  // namespace ofsearch
