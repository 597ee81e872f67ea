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

// Chooses the attached document with the most text. A message is read if a file in it can be read.
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

// A picture that may be of a page: no part of a saved web page, and more than a logo.
bool may_show_page(const MessagePart& part) {
  constexpr size_t kFewestBytes = 15000;
  return part.location.empty() && part.content.size() >= kFewestBytes &&
         detect_format(part.content, part.name).format == Format::kPicture;
}

// Reads what pictures of pages in a message show, one behind the other. Chooses nothing if none is
// readable.
Choice read_pictures(const Message& message, const ReaderLimits& limits) {
  Choice all;
  for (const MessagePart& part : message.parts) {
    if (!may_show_page(part)) continue;
    auto read = read_picture(part.content, limits);
    if (!read) continue;
    if (all.part == nullptr) {
      all = {&part, std::move(*read)};
      continue;
    }
    for (Page& page : read->pages) {
      page.number = static_cast<int>(all.document.pages.size()) + 1;
      all.document.pages.push_back(std::move(page));
    }
  }
  return all;
}

// The document that a message carries, if it says more than the message itself.
Choice carried_document(const Message& message, size_t own_bytes, const ReaderLimits& limits) {
  constexpr size_t kFewWords = 1500;  // bytes; who writes more does not send a page only
  Choice attached = longest_attachment(message, limits);
  size_t most = std::max(own_bytes, text_bytes(attached.document));
  if (limits.ocr != nullptr && most < kFewWords) {
    Choice pictures = read_pictures(message, limits);
    if (text_bytes(pictures.document) > most) return pictures;
  }
  return text_bytes(attached.document) > own_bytes ? std::move(attached) : Choice();
}

// Names what of `message` is not read; `read` is.
void warn_of_rest(const Message& message, const MessagePart* read, const ReaderLimits& limits,
                  std::vector<std::string>* warnings) {
  bool pictures_read = limits.ocr != nullptr && read != nullptr && may_show_page(*read);
  for (const MessagePart& part : message.parts) {
    if (&part == read) continue;
    if (is_document(part))
      warnings->push_back(fmt::format("its attachment {} is not read; save it as a file of its own",
                                      name_of(part)));
    else if (may_show_page(part) && !pictures_read)
      warnings->push_back(fmt::format(
          "its picture {} is not read{}", name_of(part),
          limits.ocr == nullptr ? "; if it is of a scanned page, read it with --ocr" : ""));
  }
}

}  // namespace

Result<ReaderOutput> read_mime(std::string_view bytes, const ReaderLimits& limits) {
  Message message = read_message(bytes);
  const MessagePart* text = find_text(message);
  ReaderOutput own;
  if (text != nullptr) own = OF_TRY(read_part(*text, limits));
  // A letter sent with a few words: the letter is the document.
  Choice carried = carried_document(message, text_bytes(own), limits);
  if (text == nullptr && carried.part == nullptr) {
    bool picture = limits.ocr == nullptr && std::ranges::any_of(message.parts, may_show_page);
    return Error{ErrorCode::kUnreadable, "the message holds no text",
                 picture ? "if its pictures are of scanned pages, read it with --ocr"
                         : "save what is attached to it as files of their own"};
  }
  const MessagePart* read = carried.part != nullptr ? carried.part : text;
  ReaderOutput document = carried.part != nullptr ? std::move(carried.document) : std::move(own);
  if (carried.part != nullptr && text != nullptr)
    document.warnings.push_back(fmt::format(
        "a message; what is read is its attachment {}, not its own words", name_of(*read)));
  document.format = "mime";
  if (document.declared_title.empty()) document.declared_title = message.subject;
  warn_of_rest(message, read, limits, &document.warnings);
  return document;
}

}  // namespace ofsearch
