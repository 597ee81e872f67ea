// MIME: mail and saved web pages; one of the parts is the text.
#include "indexer/readers/packed/message.h"
#include "indexer/readers/reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch {
namespace {

Result<ReaderOutput> read_part(const MessagePart& part, const ReaderLimits& limits) {
  if (part.type == "text/html" || part.type == "application/xhtml+xml")
    return read_html(part.content, limits, part.charset);
  return read_text(part.content, limits, part.charset);
}

bool is_text(const MessagePart& part) {
  return part.name.empty() && (part.type == "text/plain" || part.type == "text/html" ||
                               part.type == "application/xhtml+xml");
}

// An attached file that may hold text.
bool is_document(const MessagePart& part) {
  static constexpr std::string_view kNone[] = {"javascript", "json",     "font",
                                               "css",        "calendar", "signature"};
  bool other = std::any_of(std::begin(kNone), std::end(kNone), [&](std::string_view word) {
    return part.type.find(word) != std::string::npos;
  });
  bool named_text = !part.name.empty() && part.type.starts_with("text/");
  return !other && (part.type.starts_with("application/") || named_text);
}

// The text of a message comes as HTML and as plain text, or as one of them; of a saved page the
// first one is the page, others are frames in it. Pages keep headings, so they are preferred.
const MessagePart* find_text(const Message& message) {
  const MessagePart* plain = nullptr;
  for (const MessagePart& part : message.parts) {
    if (part.type == "text/html" || part.type == "application/xhtml+xml") return &part;
    if (plain == nullptr && is_text(part)) plain = &part;
  }
  return plain;
}

}  // namespace

Result<ReaderOutput> read_mime(std::string_view bytes, const ReaderLimits& limits) {
  Message message = read_message(bytes);
  const MessagePart* text = find_text(message);
  if (text == nullptr)
    return Error{ErrorCode::kUnreadable, "the message holds no text",
                 "save what is attached to it as files of their own"};
  ReaderOutput document = OF_TRY(read_part(*text, limits));
  document.format = "mime";
  if (document.declared_title.empty()) document.declared_title = message.subject;
  for (const MessagePart& part : message.parts)
    if (&part != text && is_document(part))
      document.warnings.push_back(
          fmt::format("its attachment {} is not read; save it as a file of its own",
                      part.name.empty() ? part.type : part.name));
  return document;
}

}  // namespace ofsearch
