#include "indexer/readers/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace ofsearch {
namespace {

using ReadFunction = Result<ReaderOutput> (*)(std::string_view, const ReaderLimits&);

struct Reader {
  Format format;
  ReadFunction read;
};

constexpr Reader kReaders[] = {
    {Format::kPdf, read_pdf},
    {Format::kDocx, read_docx},
    {Format::kOdt, read_odt},
    {Format::kEpub, read_epub},
    {Format::kMime, read_mime},
    {Format::kRtf, read_rtf},
    {Format::kHtml, [](auto bytes, const auto& limits) { return read_html(bytes, limits); }},
    {Format::kMarkdown, read_markdown},
    {Format::kText, [](auto bytes, const auto& limits) { return read_text(bytes, limits); }},
};

// Formats in which reports do turn up, but that are not read.
constexpr std::array<std::string_view, 4> kUnsupported = {"doc", "pages", "wpd", "ppt"};

// Files that accompany a collection of reports, as every public repository has them.
constexpr std::array<std::string_view, 5> kCompanions = {"readme", "license", "licence",
                                                         "changelog", "contributing"};

// Names whose files are opened to see what they are.
constexpr std::array<std::string_view, 24> kRead = {
    "",      "pdf", "txt",   "text", "md",   "markdown", "html", "htm",
    "xhtml", "xht", "docx",  "docm", "dotx", "dotm",     "odt",  "ott",
    "epub",  "mht", "mhtml", "eml",  "rtf",  "ashx",     "aspx", "php"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

Error unreadable(std::string message, std::string hint) {
  return {ErrorCode::kUnreadable, std::move(message), std::move(hint)};
}

bool has_text(const ReaderOutput& document) {
  return std::any_of(document.pages.begin(), document.pages.end(), [](const Page& page) {
    return std::any_of(page.lines.begin(), page.lines.end(), [](const Line& line) {
      return line.text.find_first_not_of(" \t\n\r\f") != std::string::npos;
    });
  });
}

}  // namespace

FileClass classify_file(std::string_view file_name) {
  size_t slash = file_name.rfind('/');
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  if (file_name.starts_with('.') || file_name.starts_with('~')) return FileClass::kIgnored;
  std::string extension = extension_of(file_name);
  std::string stem = lower(file_name.substr(0, file_name.find('.')));
  bool companion = std::find(kCompanions.begin(), kCompanions.end(), stem) != kCompanions.end();
  if (companion && extension != "pdf" && extension != "docx") return FileClass::kIgnored;
  if (std::find(kRead.begin(), kRead.end(), extension) != kRead.end()) return FileClass::kReport;
  bool unsupported =
      std::find(kUnsupported.begin(), kUnsupported.end(), extension) != kUnsupported.end();
  return unsupported ? FileClass::kUnsupported : FileClass::kIgnored;
}

Result<ReaderOutput> read_document(std::string_view bytes, std::string_view file_name,
                                   const ReaderLimits& limits) {
  if (bytes.empty()) return unreadable("the file is empty", "download it again");
  if (bytes.size() > limits.max_file_bytes)
    return unreadable(fmt::format("the file has {} MB, more than the {} MB allowed",
                                  bytes.size() >> 20, limits.max_file_bytes >> 20),
                      "split it");
  FileKind kind = detect_format(bytes, file_name);
  const Reader* reader = std::find_if(std::begin(kReaders), std::end(kReaders),
                                      [&](const Reader& r) { return r.format == kind.format; });
  if (reader == std::end(kReaders)) return unreadable(kind.reason, kind.hint);
  ReaderOutput document = OF_TRY(reader->read(bytes, limits));
  if (!has_text(document))
    return unreadable(
        document.format == "pdf" ? "it holds pictures of pages but no text" : "it holds no text",
        document.format == "pdf" ? "run ocrmypdf on it" : "check the file");
  return document;
}

}  // namespace ofsearch
