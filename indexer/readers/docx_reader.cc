// DOCX: word/document.xml from the zip archive, its paragraphs, headings, lists and table rows.
#include <cstring>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <pugixml.hpp>
#include <zip.h>

#include "common/text.h"
#include "indexer/readers/reader.h"

namespace ofsearch {
namespace {

// A run that holds one space alone (<w:t xml:space="preserve"> </w:t>) parts two words.
constexpr unsigned kParse = pugi::parse_default | pugi::parse_ws_pcdata_single;

Error broken(std::string message) {
  return {ErrorCode::kUnreadable, std::move(message), "save it again from the word processor"};
}

// A zip archive in memory, read only.
class Archive {
 public:
  explicit Archive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) {
      archive_ = zip_open_from_source(source, ZIP_RDONLY, &error);
      if (archive_ == nullptr) zip_source_free(source);
    }
    zip_error_fini(&error);
  }
  ~Archive() {
    if (archive_ != nullptr) zip_discard(archive_);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  bool is_open() const { return archive_ != nullptr; }

  bool has(const char* name) const { return zip_name_locate(archive_, name, 0) >= 0; }

  // The unpacked content of one part. The size is counted while unpacking, since the archive's
  // own table of sizes may lie.
  Result<std::string> part(const char* name, size_t max_bytes) const {
    std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(archive_, name, 0),
                                                           &zip_fclose);
    if (!file) return broken(fmt::format("the DOCX file has no readable part {}", name));
    std::string content;
    char buffer[65536];
    for (;;) {
      zip_int64_t n = zip_fread(file.get(), buffer, sizeof buffer);
      if (n < 0) return broken(fmt::format("the DOCX part {} is damaged", name));
      if (n == 0) return content;
      content.append(buffer, static_cast<size_t>(n));
      if (content.size() > max_bytes)
        return broken(fmt::format("the DOCX part {} unpacks to more than {} MB", name,
                                  max_bytes >> 20));
    }
  }

 private:
  zip_t* archive_ = nullptr;
};

bool is(const pugi::xml_node& node, const char* name) { return std::strcmp(node.name(), name) == 0; }

// Heading levels by style id: from the styles' outline levels and names.
std::map<std::string, int> heading_styles(const Archive& archive, const ReaderLimits& limits) {
  std::map<std::string, int> levels;
  if (!archive.has("word/styles.xml")) return levels;
  auto xml = archive.part("word/styles.xml", limits.max_unpacked_bytes);
  pugi::xml_document styles;
  if (!xml || !styles.load_buffer(xml->data(), xml->size())) return levels;
  for (pugi::xml_node style : styles.child("w:styles").children("w:style")) {
    std::string id = style.attribute("w:styleId").value();
    std::string name = search_form(style.child("w:name").attribute("w:val").value());
    pugi::xml_node outline = style.child("w:pPr").child("w:outlineLvl");
    if (name == "title")
      levels[id] = 1;
    else if (name.starts_with("heading ") && name.size() == 9)
      levels[id] = name[8] - '0';
    else if (outline)
      levels[id] = outline.attribute("w:val").as_int() + 1;
  }
  return levels;
}

class BodyWalker {
 public:
  BodyWalker(std::map<std::string, int> headings, const ReaderLimits& limits)
      : headings_(std::move(headings)), limits_(limits) {}

  // False when the elements lie deeper inside each other than allowed.
  bool walk(const pugi::xml_node& parent, int depth) {
    if (depth > limits_.max_nesting) return false;
    for (pugi::xml_node node : parent.children()) {
      if (is(node, "w:p")) {
        add_paragraph(node);
      } else if (is(node, "w:tbl")) {
        for (pugi::xml_node row : node.children("w:tr"))
          if (!add_row(row, depth)) return false;
      } else if (is(node, "w:sdt")) {
        if (!walk(node.child("w:sdtContent"), depth + 1)) return false;
      }
    }
    return true;
  }

  Page take_page() { return std::move(page_); }

 private:
  // Appends the text of the runs below `node`; what was deleted with tracked changes is not text.
  bool append_text(const pugi::xml_node& node, int depth, std::string* out) const {
    if (depth > limits_.max_nesting) return false;
    for (pugi::xml_node child : node.children()) {
      if (is(child, "w:t"))
        *out += child.text().get();
      else if (is(child, "w:tab") || is(child, "w:br") || is(child, "w:cr"))
        out->push_back(' ');
      else if (is(child, "w:noBreakHyphen"))
        out->push_back('-');
      else if (!is(child, "w:del") && !is(child, "w:pPr") && !is(child, "w:instrText") &&
               !is(child, "mc:Fallback"))
        append_text(child, depth + 1, out);
    }
    return true;
  }

  static bool all_bold(const pugi::xml_node& paragraph) {
    bool any = false;
    for (pugi::xml_node run : paragraph.children("w:r")) {
      if (!run.child("w:t")) continue;
      pugi::xml_node bold = run.child("w:rPr").child("w:b");
      if (!bold || !bold.attribute("w:val").as_bool(true)) return false;
      any = true;
    }
    return any;
  }

  void add_paragraph(const pugi::xml_node& paragraph) {
    Line line;
    append_text(paragraph, 0, &line.text);
    line.text = display_form(line.text);
    if (line.text.empty()) return;
    pugi::xml_node properties = paragraph.child("w:pPr");
    auto heading = headings_.find(properties.child("w:pStyle").attribute("w:val").value());
    if (heading != headings_.end()) line.heading_level = heading->second;
    line.list_item = static_cast<bool>(properties.child("w:numPr")) && line.heading_level == 0;
    line.bold = all_bold(paragraph);
    line.block = ++block_;
    page_.lines.push_back(std::move(line));
  }

  bool add_row(const pugi::xml_node& row, int depth) {
    Line line;
    for (pugi::xml_node cell : row.children("w:tc")) {
      std::string text;
      for (pugi::xml_node paragraph : cell.children("w:p")) {
        if (!append_text(paragraph, depth, &text)) return false;
        text.push_back(' ');
      }
      text = display_form(text);
      if (text.empty()) continue;
      if (!line.text.empty()) line.text.push_back('\t');
      line.text += text;
    }
    line.block = ++block_;
    if (!line.text.empty()) page_.lines.push_back(std::move(line));
    return true;
  }

  std::map<std::string, int> headings_;
  const ReaderLimits& limits_;
  Page page_;
  int block_ = 0;
};

}  // namespace

Result<SourceDocument> read_docx(std::string_view bytes, const ReaderLimits& limits) {
  Archive archive(bytes);
  if (!archive.is_open()) return broken("the DOCX file is broken");
  if (!archive.has("word/document.xml"))
    return broken(archive.has("EncryptedPackage") ? "the DOCX file is encrypted"
                                                  : "the zip archive is no DOCX document");
  std::string xml = OF_TRY(archive.part("word/document.xml", limits.max_unpacked_bytes));
  pugi::xml_document parsed;
  if (!parsed.load_buffer(xml.data(), xml.size(), kParse))
    return broken("the DOCX file's main part is not well-formed XML");
  BodyWalker walker(heading_styles(archive, limits), limits);
  if (!walker.walk(parsed.child("w:document").child("w:body"), 0))
    return broken(fmt::format("its elements lie more than {} deep inside each other",
                              limits.max_nesting));
  SourceDocument document;
  document.format = "docx";
  document.pages.push_back(walker.take_page());
  return document;
}

}  // namespace ofsearch
