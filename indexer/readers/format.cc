#include "indexer/readers/format.h"

#include "common/text/characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace ofsearch {
namespace {

struct Ending {
  std::string_view extension;
  Format format;
};

constexpr Ending kRead[] = {
    {"pdf", Format::kPdf},   {"docx", Format::kDocx},   {"docm", Format::kDocx},
    {"dotx", Format::kDocx}, {"dotm", Format::kDocx},   {"odt", Format::kOdt},
    {"ott", Format::kOdt},   {"epub", Format::kEpub},   {"html", Format::kHtml},
    {"htm", Format::kHtml},  {"xhtml", Format::kHtml},  {"xht", Format::kHtml},
    {"mht", Format::kMime},  {"mhtml", Format::kMime},  {"eml", Format::kMime},
    {"rtf", Format::kRtf},   {"md", Format::kMarkdown}, {"markdown", Format::kMarkdown},
    {"txt", Format::kText},  {"text", Format::kText},
};

constexpr const char* kSaveAs = "save it as PDF, DOCX, HTML, Markdown or plain text";

// A format that is not read, by name, and what to do about it.
struct Unread {
  std::string_view what, hint;
  std::string_view extensions;  // between spaces
};

constexpr Unread kUnread[] = {
    {"documents of Word 97 (.doc) and other old word processors", kSaveAs,
     " doc dot wps wpd pages wri "},
    {"messages of Outlook (.msg)", "save the message as .eml or print it to PDF", " msg pst "},
    {"spreadsheets", kSaveAs, " xls xlsx xlsm ods numbers csv tsv "},
    {"presentations", kSaveAs, " ppt pptx pptm odp key "},
    {"archives", "unpack it", " zip gz tgz bz2 xz 7z rar tar "},
    {"pictures", "a scanned report: save it as PNG, JPEG, TIFF or PDF, and read that with --ocr",
     " tif tiff png jpg jpeg gif bmp webp svg heic ico "},
    {"sounds and films", "", " mp3 mp4 m4a wav avi mov webm "},
    {"data and programs", "",
     " json jsonl xml yaml yml toml ini cfg conf js mjs css map py sh pl rb c cc cpp h java log "
     "sql db "
     "sqlite bak lock exe dll so o bin iso dat crdownload part tmp url lnk webloc desktop ttf woff "
     "woff2 "},
};

// Files that accompany a collection of reports, as every public repository has them.
constexpr std::string_view kCompanions[] = {"readme", "license", "licence", "changelog",
                                            "contributing"};

std::string_view last_part(std::string_view file_name) {
  size_t slash = file_name.rfind('/');
  return slash == std::string_view::npos ? file_name : file_name.substr(slash + 1);
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
}

Format format_of_extension(std::string_view extension) {
  for (const Ending& ending : kRead)
    if (ending.extension == extension) return ending.format;
  return Format::kNone;
}

const Unread* find_unread(std::string_view extension) {
  for (const Unread& kind : kUnread)
    if (!extension.empty() &&
        kind.extensions.find(fmt::format(" {} ", extension)) != kind.extensions.npos)
      return &kind;
  return nullptr;
}

// Takes off what was put behind a name when it was saved; true if there was anything.
bool drop_suffix_of_saving(std::string_view* name) {
  static constexpr std::string_view kAdded[] = {"download", "orig", "old",       "copy",
                                                "tmp",      "part", "crdownload"};
  if (size_t query = name->find('?'); query != std::string_view::npos && query > 0) {
    *name = name->substr(0, query);
    return true;
  }
  size_t dot = name->rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  std::string last = to_ascii_lower(name->substr(dot + 1));
  bool added =
      is_digits(last) || std::find(std::begin(kAdded), std::end(kAdded), last) != std::end(kAdded);
  // "v1.2" and "report.1" without an ending before it keep theirs.
  std::string_view rest = name->substr(0, dot);
  size_t before = rest.rfind('.');
  if (!added || before == std::string_view::npos) return false;
  *name = rest;
  return true;
}

// ---- Content ------------------------------------------------------------------------------

constexpr size_t kHeadBytes = 1024;  // a PDF's header may stand anywhere in them

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, kHeadBytes).find("%PDF-") != std::string_view::npos;
}

std::string_view without_mark_and_spaces(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  size_t begin = bytes.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view() : bytes.substr(begin);
}

bool is_html(std::string_view bytes) {
  std::string head = to_ascii_lower(bytes.substr(0, kHeadBytes));
  // Takes out the zero bytes of text as Windows saves it: two bytes a letter.
  if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff")) std::erase(head, '\0');
  return head.find("<!doctype html") != std::string::npos ||
         head.find("<html") != std::string::npos || head.find("<head>") != std::string::npos;
}

// Begins as a page does, behind declarations and remarks.
bool begins_as_html(std::string_view bytes) {
  std::string head = to_ascii_lower(without_mark_and_spaces(bytes).substr(0, kHeadBytes));
  std::string_view rest = head;
  while (rest.starts_with("<?xml") || rest.starts_with("<!--")) {
    size_t end = rest.find('>');
    if (end == rest.npos) return false;
    rest = without_mark_and_spaces(rest.substr(end + 1));
  }
  return rest.starts_with("<!doctype html") || rest.starts_with("<html");
}

bool is_rtf(std::string_view bytes) {
  return without_mark_and_spaces(bytes).starts_with("{\\rtf");
}

// The head of a message: lines of "Name: value", one of which only messages have.
bool is_message(std::string_view bytes) {
  std::string_view rest = without_mark_and_spaces(bytes.substr(0, kBytesThatTell));
  bool telling = false;
  int fields = 0;
  while (!rest.empty() && rest[0] != '\n' && rest[0] != '\r') {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line[0] == ' ' || line[0] == '\t') continue;
    if (fields == 0 && line.starts_with("From ")) continue;  // as mbox begins
    size_t name =
        line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    if (name == 0 || name == std::string_view::npos || line[name] != ':') return false;
    ++fields;
    std::string field = to_ascii_lower(line.substr(0, name));
    telling = telling || field == "mime-version" || field == "message-id" || field == "received" ||
              field == "return-path" || field == "content-type";
  }
  return telling && fields >= 2;
}

// Returns the format by the first entries of the archive: ODT and EPUB begin with their type, the
// formats of Office have their parts in folders.
Format format_of_zip(std::string_view bytes, Format by_name) {
  std::string_view head = bytes.substr(0, 256);
  if (head.find("mimetypeapplication/epub+zip") != head.npos) return Format::kEpub;
  if (head.find("mimetypeapplication/vnd.oasis.opendocument.text") != head.npos)
    return Format::kOdt;
  if (head.find("mimetypeapplication/") != head.npos) return Format::kNone;
  bool named = by_name == Format::kDocx || by_name == Format::kOdt || by_name == Format::kEpub;
  if (named) return by_name;
  return bytes.find("word/") != bytes.npos ? Format::kDocx : Format::kNone;
}

bool is_picture(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  static constexpr std::string_view kBegins[] = {"\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF"sv, "II*\0"sv,
                                                 "MM\0*"sv};
  return std::any_of(std::begin(kBegins), std::end(kBegins),
                     [&](std::string_view begin) { return bytes.starts_with(begin); });
}

bool is_word_xml(std::string_view bytes) {
  return bytes.substr(0, kHeadBytes).find("progid=\"Word.Document\"") != bytes.npos;
}

bool is_old_office(std::string_view bytes) {
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

// ---- Verdicts -----------------------------------------------------------------------------

FileKind read_as(Format format) {
  return {format, "", ""};
}

FileKind not_read(std::string reason, std::string_view hint) {
  return {Format::kNone, std::move(reason), std::string(hint)};
}

FileKind promised_in_vain(std::string reason, std::string_view hint) {
  FileKind kind = not_read(std::move(reason), hint);
  kind.promised = true;
  return kind;
}

FileKind not_read_by_name(std::string_view extension) {
  if (const Unread* kind = find_unread(extension))
    return not_read(fmt::format("{} are not read", kind->what), kind->hint);
  if (extension.empty())
    return not_read("its content is of no known format and its name has no extension",
                    "give it the extension of its format");
  return not_read(fmt::format("files of type .{} are not read", extension), kSaveAs);
}

// A file whose name promises a format that shows in the content, where it does not show.
FileKind broken_promise(std::string_view bytes, Format format, const std::string& extension) {
  std::string ending = "." + extension;
  if (is_html(bytes) && format == Format::kPdf)
    return promised_in_vain("it is a web page saved under a .pdf name, not a report",
                            "download the report again; the link may be dead");
  if (format == Format::kPdf)
    return promised_in_vain("it is not a PDF, although its name says so", "download it again");
  // An encrypted DOCX is a container of the old kind.
  if (is_old_office(bytes))
    return promised_in_vain("it is encrypted, or a document of Word 97 under a new name", kSaveAs);
  return promised_in_vain(
      fmt::format("it is not {} {} file, although its name says so",
                  ending == ".odt" || ending == ".epub" || ending == ".rtf" ? "an" : "a",
                  extension == "docx" ? "DOCX" : ending),
      "save it again from the word processor");
}

bool is_companion(std::string_view name) {
  std::string stem = to_ascii_lower(name.substr(0, name.find('.')));
  return std::find(std::begin(kCompanions), std::end(kCompanions), stem) != std::end(kCompanions);
}

}  // namespace

std::string extension_of(std::string_view file_name) {
  std::string_view name = last_part(file_name);
  while (drop_suffix_of_saving(&name)) {
  }
  size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string extension = to_ascii_lower(name.substr(dot + 1));
  constexpr size_t kLongest = 12;
  bool plausible = !extension.empty() && extension.size() <= kLongest && !is_digits(extension) &&
                   std::all_of(extension.begin(), extension.end(),
                               [](unsigned char c) { return std::isalnum(c) != 0; });
  return plausible ? extension : std::string();
}

FileKind detect_format(std::string_view bytes, std::string_view file_name) {
  std::string_view name = last_part(file_name);
  std::string extension = extension_of(name);
  Format by_name = format_of_extension(extension);
  bool holds_pdf = by_name == Format::kMime && is_message(bytes);  // attached as it is
  if (is_pdf(bytes) && !holds_pdf) return read_as(Format::kPdf);
  bool zip = bytes.starts_with("PK\x03\x04");
  if (by_name == Format::kPdf && !zip && !is_rtf(bytes))
    return broken_promise(bytes, by_name, extension);
  if (zip) {
    Format format = format_of_zip(bytes, by_name);
    if (format == Format::kNone && by_name == Format::kPdf)
      return promised_in_vain("it is an archive saved under a .pdf name", "unpack it");
    return format == Format::kNone ? not_read_by_name(find_unread(extension) ? extension : "zip")
                                   : read_as(format);
  }
  if (is_rtf(bytes)) return read_as(Format::kRtf);
  bool has_signature = by_name == Format::kDocx || by_name == Format::kOdt ||
                       by_name == Format::kEpub || by_name == Format::kRtf;
  if (has_signature) return broken_promise(bytes, by_name, extension);
  if (is_picture(bytes))
    return {Format::kPicture, "it is a picture", "if it is of scanned pages, read it with --ocr"};
  if (is_companion(name))
    return not_read("it accompanies the collection (README, LICENSE and their kind)", "");
  if (by_name == Format::kMime || (find_unread(extension) == nullptr && is_message(bytes)))
    return read_as(Format::kMime);
  bool any_text = by_name == Format::kNone || by_name == Format::kText;
  bool page = find_unread(extension) == nullptr ? is_html(bytes) : begins_as_html(bytes);
  if (any_text && page) return read_as(Format::kHtml);
  if (extension == "xml" && is_word_xml(bytes))
    return not_read("documents of Word in XML are not read", kSaveAs);
  return by_name == Format::kNone ? not_read_by_name(extension) : read_as(by_name);
}

}  // namespace ofsearch
