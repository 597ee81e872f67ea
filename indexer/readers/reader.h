// Turns a file into pages of lines. Each format has one small file; this one knows which format a
// file is.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"
#include "indexer/readers/format.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

class Ocr;

// Limits beyond which a document is refused with an error that names the limit.
struct ReaderLimits {
  size_t max_file_bytes = 200u << 20;
  int max_pages = 2000;
  size_t max_text_bytes = 32u << 20;
  // Elements of HTML, DOCX and ODT inside each other; of RTF five times as many groups.
  int max_nesting = 200;
  // The most bytes of one part of a DOCX or ODT file, and of all texts of an EPUB together.
  size_t max_unpacked_bytes = 64u << 20;
  const Ocr* ocr = nullptr;  // reads pages that are pictures; null: they are refused, and pictures
};

// The document that a reader makes of a file.
struct ReaderOutput : SourceDocument {
  std::vector<std::string> warnings;  // parts that could not be read; each one sentence
  std::string declared_published;     // the day in the file's own fields: ISO or empty
};

// Reads `bytes`, the content of a file called `file_name`. The format is told by the content
// first and the name second. Errors (kUnreadable, one sentence without the file's name): not what
// its name says, encrypted, broken, without text, over a limit.
Result<ReaderOutput> read_document(std::string_view bytes, std::string_view file_name,
                                   const ReaderLimits& limits = {});

// Read the formats. Each takes the file's bytes.
Result<ReaderOutput> read_pdf(std::string_view bytes, const ReaderLimits& limits);
// `charset` is as the container of a part says; empty if nothing says it.
Result<ReaderOutput> read_text(std::string_view bytes, const ReaderLimits& limits,
                               std::string_view charset = {});
Result<ReaderOutput> read_markdown(std::string_view bytes, const ReaderLimits& limits);
Result<ReaderOutput> read_html(std::string_view bytes, const ReaderLimits& limits,
                               std::string_view charset = {});
Result<ReaderOutput> read_docx(std::string_view bytes, const ReaderLimits& limits);
Result<ReaderOutput> read_odt(std::string_view bytes, const ReaderLimits& limits);
Result<ReaderOutput> read_epub(std::string_view bytes, const ReaderLimits& limits);
Result<ReaderOutput> read_mime(std::string_view bytes, const ReaderLimits& limits);
// Reads pages off PNG, JPEG or TIFF; needs limits.ocr.
Result<ReaderOutput> read_picture(std::string_view bytes, const ReaderLimits& limits);
Result<ReaderOutput> read_rtf(std::string_view bytes, const ReaderLimits& limits);

}  // namespace ofsearch
