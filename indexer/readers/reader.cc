#include "indexer/readers/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace ofsearch {
namespace {

using ReadFunction = Result<SourceDocument> (*)(std::string_view, const ReaderLimits&);

struct Format {
  std::string_view extension;
  ReadFunction read;
};

constexpr std::array<Format, 9> kFormats = {{
    {"pdf", read_pdf},
    {"txt", read_text},
    {"text", read_text},
    {"md", read_markdown},
    {"markdown", read_markdown},
    {"html", read_html},
    {"htm", read_html},
    {"xhtml", read_html},
    {"docx", read_docx},
}};

// Formats in which reports do turn up, but that are not read.
constexpr std::array<std::string_view, 6> kUnsupported = {"doc",   "rtf", "odt",
                                                          "pages", "wpd", "ppt"};

// Files that accompany a collection of reports, as every public repository has them.
constexpr std::array<std::string_view, 5> kCompanions = {"readme", "license", "licence",
                                                         "changelog", "contributing"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string extension_of(std::string_view file_name) {
  size_t slash = file_name.rfind('/');
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  size_t dot = file_name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? "" : lower(file_name.substr(dot + 1));
}

const Format* find_format(std::string_view extension) {
  auto it = std::find_if(kFormats.begin(), kFormats.end(),
                         [&](const Format& f) { return f.extension == extension; });
  return it == kFormats.end() ? nullptr : &*it;
}

constexpr size_t kSniffBytes = 1024;  // a PDF's header may stand anywhere in them

bool looks_like_pdf(std::string_view bytes) {
  return bytes.substr(0, kSniffBytes).find("%PDF-") != std::string_view::npos;
}

bool looks_like_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04");
}

bool looks_like_html(std::string_view bytes) {
  std::string head = lower(bytes.substr(0, kSniffBytes));
  return head.find("<!doctype html") != std::string::npos ||
         head.find("<html") != std::string::npos || head.find("<head>") != std::string::npos;
}

Error unreadable(std::string message, std::string hint) {
  return {ErrorCode::kUnreadable, std::move(message), std::move(hint)};
}

// The format that the content shows, or the one its name promises; an error where the two differ
// in a way that means the file is not the report it claims to be.
Result<const Format*> choose_format(std::string_view bytes, std::string_view extension) {
  if (looks_like_pdf(bytes)) return find_format("pdf");
  if (extension == "pdf") {
    if (looks_like_html(bytes))
      return unreadable("it is a web page saved under a .pdf name, not a report",
                        "download the report again; the link may be dead");
    return unreadable("it is not a PDF, although its name says so", "download it again");
  }
  if (looks_like_zip(bytes)) return find_format("docx");
  if (extension == "docx")
    return unreadable("it is not a DOCX file, although its name says so",
                      "save it again from the word processor");
  if (extension.empty() && looks_like_html(bytes)) return find_format("html");
  const Format* format = find_format(extension);
  if (format == nullptr && extension.empty())
    return unreadable("its content is no PDF, DOCX or web page and its name has no extension",
                      "give it the extension of its format");
  if (format == nullptr)
    return unreadable(fmt::format("files of type .{} are not read", extension),
                      "save it as PDF, DOCX, HTML, Markdown or plain text");
  if (format->read == read_text && looks_like_html(bytes)) return find_format("html");
  return format;
}

bool has_text(const SourceDocument& document) {
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
  if (std::find(kCompanions.begin(), kCompanions.end(), stem) != kCompanions.end())
    return FileClass::kIgnored;
  // Downloads often come without an extension; their content tells.
  if (extension.empty() || find_format(extension) != nullptr) return FileClass::kReport;
  bool unsupported =
      std::find(kUnsupported.begin(), kUnsupported.end(), extension) != kUnsupported.end();
  return unsupported ? FileClass::kUnsupported : FileClass::kIgnored;
}

Result<SourceDocument> read_document(std::string_view bytes, std::string_view file_name,
                                     const ReaderLimits& limits) {
  if (bytes.empty()) return unreadable("the file is empty", "download it again");
  if (bytes.size() > limits.max_file_bytes)
    return unreadable(fmt::format("the file has {} MB, more than the {} MB allowed",
                                  bytes.size() >> 20, limits.max_file_bytes >> 20),
                      "split it");
  const Format* format = OF_TRY(choose_format(bytes, extension_of(file_name)));
  SourceDocument document = OF_TRY(format->read(bytes, limits));
  if (!has_text(document))
    return unreadable(
        document.format == "pdf" ? "it holds pictures of pages but no text" : "it holds no text",
        document.format == "pdf" ? "run ocrmypdf on it" : "check the file");
  return document;
}

}  // namespace ofsearch
