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
    {Format::kPicture, read_picture},
    {Format::kText, [](auto bytes, const auto& limits) { return read_text(bytes, limits); }},
};

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
        document.format != "pdf" ? "check the file"
        : limits.ocr == nullptr  ? "read it with --ocr"
                                 : "no letters were recognised on them");
  return document;
}

}  // namespace ofsearch
