// Tells what a file is: by its content first, by its name where many kinds of file look alike.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ofsearch {

enum class Format {
  kNone,  // not read
  kPdf,
  kDocx,  // also .docm, .dotx, .dotm
  kOdt,   // also .ott
  kEpub,
  kHtml,
  kMime,  // .mht and .eml: messages that hold pages and texts
  kRtf,
  kMarkdown,
  kText,
  kPicture,  // PNG, JPEG, TIFF: read with OCR alone
};

struct FileKind {
  Format format = Format::kNone;
  // If the format is kNone, or kPicture and there is no OCR: why it is not read, one sentence
  // without the file's name and without a full stop, and what to do ("" if there is nothing to do).
  std::string reason, hint;
  // Whether its name says that it is of a format that is read, and its content that it is not.
  bool promised = false;
};

// The number of bytes from the start of a file that tell what it is.
constexpr size_t kBytesThatTell = 4096;

// Returns the format of a file. `bytes` are its content, or at least its first kBytesThatTell
// bytes. `file_name` is with or without folders, of any form: "report.pdf.1",
// "report.pdf?inline=true", "12.03.2024 Norfolk".
FileKind detect_format(std::string_view bytes, std::string_view file_name);

// Returns the last part of a name without what browsers and wget put behind it (".1", ".download",
// "?inline=true"), in lower case: "pdf". It is empty where what stands behind the last dot is no
// ending: "v1.2", "St. Helens".
std::string extension_of(std::string_view file_name);

}  // namespace ofsearch
