// MIME: mail and saved web pages; one of the parts is the text, or a letter attached to a mail.
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

size_t text_bytes(const ReaderOutput& document) {
  size_t bytes = 0;
  for (const Page& page : document.pages)
    for (const Line& line : page.lines) bytes += line.text.size();
  return bytes;
}

struct Choice {
  const MessagePart* part = nullptr;
  ReaderOutput document;
};

// Of what is attached the document with the most text. A file in a message that can be read is a
// file that can be read.
Choice longest_attachment(const Message& message, const ReaderLimits& limits) {
  Choice longest;
  for (const MessagePart& part : message.parts) {
    if (part.name.empty() && part.type.starts_with("text/")) continue;
    Format format = detect_format(part.content, part.name).format;
    bool document = format == Format::kPdf || format == Format::kDocx || format == Format::kOdt ||
                    format == Format::kRtf;
    if (!document) continue;
    auto read = read_document(part.content, part.name, limits);
    if (read && (longest.part == nullptr || text_bytes(*read) > text_bytes(longest.document)))
      longest = {&part, std::move(*read)};
  }
  return longest;
}

std::string name_of(const MessagePart& part) {
  return part.name.empty() ? part.type : part.name;
}

}  // namespace

Result<ReaderOutput> read_mime(std::string_view bytes, const ReaderLimits& limits) {
  Message message = read_message(bytes);
  Choice chosen = longest_attachment(message, limits);
  const MessagePart* text = find_text(message);
  if (text == nullptr && chosen.part == nullptr)
    return Error{ErrorCode::kUnreadable, "the message holds no text",
                 "save what is attached to it as files of their own"};
  ReaderOutput own;
  if (text != nullptr) own = OF_TRY(read_part(*text, limits));
  // A letter sent with a few words: the letter is the document.
  bool is_sent_with = chosen.part != nullptr && text_bytes(chosen.document) > text_bytes(own);
  const MessagePart* read = is_sent_with ? chosen.part : text;
  ReaderOutput document = is_sent_with ? std::move(chosen.document) : std::move(own);
  if (is_sent_with && text != nullptr)
    document.warnings.push_back(fmt::format(
        "a message; what is read is its attachment {}, not its own words", name_of(*read)));
  document.format = "mime";
  if (document.declared_title.empty()) document.declared_title = message.subject;
  for (const MessagePart& part : message.parts)
    if (&part != read && is_document(part))
      document.warnings.push_back(fmt::format(
          "its attachment {} is not read; save it as a file of its own", name_of(part)));
  return document;
}

}  // namespace ofsearch
