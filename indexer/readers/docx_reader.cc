// DOCX: word/document.xml from the zip archive, its paragraphs, headings, lists and table rows.
#include "common/text/text.h"
#include "indexer/readers/docx_numbering.h"
#include "indexer/readers/reader.h"

#include <fmt/format.h>
#include <pugixml.hpp>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <memory>

namespace ofsearch {
namespace {

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
        return broken(
            fmt::format("the DOCX part {} unpacks to more than {} MB", name, max_bytes >> 20));
    }
  }

 private:
  zip_t* archive_ = nullptr;
};

bool is(const pugi::xml_node& node, const char* name) {
  return std::strcmp(node.name(), name) == 0;
}

constexpr int kDeepestHeading = 6;

// What a paragraph style says about structure.
struct Style {
  int heading_level = 0;  // 0: no heading
  std::string num_id;     // the list that its paragraphs belong to; empty: none
  int num_level = 0;
  std::string based_on;
};
using Styles = std::map<std::string, Style>;

// XML with the spaces of text kept: Word writes a lone space as a run of its own.
constexpr unsigned kParseFlags = pugi::parse_default | pugi::parse_ws_pcdata;

// The part called `name`, parsed into `out`; false where there is none or it is no XML.
bool load_part(const Archive& archive, const char* name, const ReaderLimits& limits,
               pugi::xml_document* out) {
  if (!archive.has(name)) return false;
  auto xml = archive.part(name, limits.max_unpacked_bytes);
  return xml && out->load_buffer(xml->data(), xml->size(), kParseFlags);
}

// Word counts outline levels from 0; level 9 is body text.
int outline_level(const pugi::xml_node& properties) {
  pugi::xml_node outline = properties.child("w:outlineLvl");
  int level = outline ? outline.attribute("w:val").as_int() : -1;
  return level >= 0 && level < kDeepestHeading ? level + 1 : 0;
}

int heading_level_of(const pugi::xml_node& style) {
  std::string name = search_form(style.child("w:name").attribute("w:val").value());
  if (name == "title") return 1;
  // Word has nine levels of headings.
  bool heading =
      name.starts_with("heading ") && name.size() == 9 && name[8] >= '1' && name[8] <= '9';
  return heading ? std::min(name[8] - '0', kDeepestHeading) : outline_level(style.child("w:pPr"));
}

Styles read_styles(const Archive& archive, const ReaderLimits& limits) {
  Styles styles;
  pugi::xml_document xml;
  if (!load_part(archive, "word/styles.xml", limits, &xml)) return styles;
  for (pugi::xml_node node : xml.child("w:styles").children("w:style")) {
    Style style;
    style.heading_level = heading_level_of(node);
    pugi::xml_node list = node.child("w:pPr").child("w:numPr");
    style.num_id = list.child("w:numId").attribute("w:val").value();
    style.num_level = list.child("w:ilvl").attribute("w:val").as_int(0);
    style.based_on = node.child("w:basedOn").attribute("w:val").value();
    styles[node.attribute("w:styleId").value()] = std::move(style);
  }
  return styles;
}

// A style with what it inherits.
Style resolved(const Styles& styles, std::string id) {
  constexpr int kLongestChain = 20;  // a damaged file may go in circles
  Style out;
  for (int i = 0; i < kLongestChain; ++i) {
    auto it = styles.find(id);
    if (it == styles.end()) break;
    if (out.heading_level == 0) out.heading_level = it->second.heading_level;
    if (out.num_id.empty()) {
      out.num_id = it->second.num_id;
      out.num_level = it->second.num_level;
    }
    id = it->second.based_on;
  }
  return out;
}

class BodyWalker {
 public:
  BodyWalker(Styles styles, DocxNumbering numbering, const ReaderLimits& limits)
      : styles_(std::move(styles)), numbering_(std::move(numbering)), limits_(limits) {}

  // False when the elements lie deeper inside each other than allowed.
  bool walk(const pugi::xml_node& parent, int depth) {
    if (depth > limits_.max_nesting) return false;
    for (pugi::xml_node node : parent.children()) {
      bool ok = is(node, "w:p")      ? add_paragraph(node)
                : is(node, "w:tbl")  ? add_table(node, depth)
                : is_not_shown(node) ? true
                                     : walk(node, depth + 1);
      if (!ok) return false;
    }
    return true;
  }

  Page take_page() { return std::move(page_); }

 private:
  // Deleted with tracked changes, properties, field codes, the second copy of a drawing.
  static bool is_not_shown(const pugi::xml_node& node) {
    static constexpr std::array<const char*, 7> kNames = {
        "w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sectPr", "w:instrText", "mc:Fallback"};
    return std::any_of(kNames.begin(), kNames.end(),
                       [&](const char* name) { return is(node, name); });
  }

  // Appends the text below `node`. False when it lies too deep.
  bool append_text(const pugi::xml_node& node, int depth, std::string* out) const {
    if (depth > limits_.max_nesting) return false;
    for (pugi::xml_node child : node.children()) {
      if (is(child, "w:t")) {
        *out += child.text().get();
      } else if (is(child, "w:tab") || is(child, "w:br") || is(child, "w:cr")) {
        out->push_back(' ');
      } else if (is(child, "w:noBreakHyphen")) {
        out->push_back('-');
      } else if (!is_not_shown(child)) {
        // Paragraphs of a text box or a table cell.
        if (is(child, "w:p")) out->push_back(' ');
        if (!append_text(child, depth + 1, out)) return false;
      }
    }
    return true;
  }

  static bool all_bold(const pugi::xml_node& paragraph) {
    bool any = false;
    for (pugi::xml_node run : paragraph.children("w:r")) {
      std::string_view text = run.child("w:t").text().get();
      if (text.find_first_not_of(' ') == std::string_view::npos) continue;
      pugi::xml_node bold = run.child("w:rPr").child("w:b");
      if (!bold || !bold.attribute("w:val").as_bool(true)) return false;
      any = true;
    }
    return any;
  }

  // The style of a paragraph with its own settings over it.
  Style style_of(const pugi::xml_node& properties) const {
    Style style = resolved(styles_, properties.child("w:pStyle").attribute("w:val").value());
    if (int level = outline_level(properties); level > 0) style.heading_level = level;
    pugi::xml_node list = properties.child("w:numPr");
    if (list) {
      pugi::xml_node id = list.child("w:numId");
      if (id) style.num_id = id.attribute("w:val").value();
      style.num_level = list.child("w:ilvl").attribute("w:val").as_int(style.num_level);
    }
    if (style.num_id == "0") style.num_id.clear();  // "no list"
    return style;
  }

  bool add_paragraph(const pugi::xml_node& paragraph) {
    Line line;
    if (!append_text(paragraph, 0, &line.text)) return false;
    line.text = display_form(line.text);
    if (line.text.empty()) return true;
    Style style = style_of(paragraph.child("w:pPr"));
    line.heading_level = style.heading_level;
    line.list_item = !style.num_id.empty() && line.heading_level == 0;
    if (line.list_item) line.text.insert(0, numbering_.next_label(style.num_id, style.num_level));
    line.bold = all_bold(paragraph);
    line.block = ++block_;
    page_.lines.push_back(std::move(line));
    return true;
  }

  bool add_table(const pugi::xml_node& table, int depth) {
    for (pugi::xml_node row : table.children("w:tr"))
      if (!add_row(row, depth)) return false;
    return true;
  }

  bool add_row(const pugi::xml_node& row, int depth) {
    Line line;
    for (pugi::xml_node cell : row.children()) {
      if (is_not_shown(cell)) continue;
      std::string text;
      if (!append_text(cell, depth, &text)) return false;
      text = display_form(text);
      if (text.empty()) continue;
      if (!line.text.empty()) line.text.push_back('\t');
      line.text += text;
    }
    line.block = ++block_;
    if (!line.text.empty()) page_.lines.push_back(std::move(line));
    return true;
  }

  Styles styles_;
  DocxNumbering numbering_;
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
  pugi::xml_document parsed, part;
  if (!parsed.load_buffer(xml.data(), xml.size(), kParseFlags))
    return broken("the DOCX file's main part is not well-formed XML");
  DocxNumbering numbering;
  if (load_part(archive, "word/numbering.xml", limits, &part)) numbering.load(part);
  BodyWalker walker(read_styles(archive, limits), std::move(numbering), limits);
  bool shallow = walker.walk(parsed.child("w:document").child("w:body"), 0);
  // Notes stand at the end of the document, in their order.
  for (auto [name, root, note] : {std::array{"word/footnotes.xml", "w:footnotes", "w:footnote"},
                                  std::array{"word/endnotes.xml", "w:endnotes", "w:endnote"}}) {
    if (!shallow || !load_part(archive, name, limits, &part)) continue;
    for (pugi::xml_node node : part.child(root).children(note))
      shallow = shallow && walker.walk(node, 1);
  }
  if (!shallow)
    return broken(
        fmt::format("its elements lie more than {} deep inside each other", limits.max_nesting));
  SourceDocument document;
  document.format = "docx";
  document.pages.push_back(walker.take_page());
  return document;
}

}  // namespace ofsearch
