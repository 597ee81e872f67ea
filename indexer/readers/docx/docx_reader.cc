// DOCX: the main part of the zip archive, its paragraphs, headings, lists and table rows.
#include "indexer/readers/docx/docx_body.h"
#include "indexer/readers/docx/docx_package.h"
#include "indexer/readers/packed/archive.h"
#include "indexer/readers/packed/xml_part.h"
#include "indexer/readers/reader.h"

#include <fmt/format.h>

#include <array>
#include <map>

namespace ofsearch {
namespace {

Error broken(std::string message) {
  return {ErrorCode::kUnreadable, std::move(message), "save it again from the word processor"};
}

class DocxFile {
 public:
  DocxFile(const Archive& archive, const ReaderLimits& limits)
      : archive_(archive),
        limits_(limits),
        main_(docx_main_part(archive, limits.max_unpacked_bytes)),
        relations_(docx_relations(archive, main_, limits.max_unpacked_bytes)) {}

  Result<ReaderOutput> read() {
    if (!archive_.has(main_))
      return broken(archive_.has("EncryptedPackage") ? "the DOCX file is encrypted"
                                                     : "the zip archive is no DOCX document");
    std::string xml = OF_TRY(archive_.part(main_, limits_.max_unpacked_bytes));
    pugi::xml_document parsed;
    if (!parse_xml(xml, &parsed)) return broken("the DOCX file's main part is not well-formed XML");
    DocxBody body(styles(), numbering(), limits_.max_nesting,
                  [this](const std::string& relation) { return read_chunk(relation); });
    if (!body.walk(parsed.child("w:document").child("w:body"), 0) || !add_notes(&body))
      return broken(
          fmt::format("its elements lie more than {} deep inside each other", limits_.max_nesting));
    for (const std::string& object : body.objects())
      document_.warnings.push_back(
          fmt::format("an embedded object ({}) is not read", object.empty() ? "unnamed" : object));
    document_.format = "docx";
    document_.declared_title = header();
    document_.hard_wrapped = true;  // lines of a block are one paragraph
    document_.pages.emplace_back();
    document_.pages.back().lines = group_paragraphs(body.take_lines());
    return std::move(document_);
  }

 private:
  // The part that the main one names for a use; the name that Word gives it where it names none.
  bool load(const std::string& type, pugi::xml_document* out) const {
    std::string name = "word/" + type + ".xml";
    for (const auto& [id, relation] : relations_)
      if (relation.type == type && !relation.target.empty()) name = relation.target;
    return load_part(archive_, name, limits_.max_unpacked_bytes, out);
  }

  DocxStyles styles() const {
    DocxStyles styles;
    pugi::xml_document part;
    if (load("styles", &part)) styles.load(part);
    return styles;
  }

  DocxNumbering numbering() const {
    DocxNumbering numbering;
    pugi::xml_document part;
    if (load("numbering", &part)) numbering.load(part);
    return numbering;
  }

  // Notes stand at the end of the document, in their order.
  bool add_notes(DocxBody* body) const {
    for (auto [type, root, note] : {std::array{"footnotes", "w:footnotes", "w:footnote"},
                                    std::array{"endnotes", "w:endnotes", "w:endnote"}}) {
      pugi::xml_document part;
      if (!load(type, &part)) continue;
      for (pugi::xml_node node : part.child(root).children(note))
        if (!body->walk(node, 1)) return false;
    }
    return true;
  }

  // Returns what is printed above the pages, if it is more than their number: a title may stand
  // only there. If there are several, the longest is returned.
  std::string header() const {
    constexpr size_t kFewestBytes = 15, kMostBytes = 250;
    std::string longest;
    for (const auto& [id, relation] : relations_) {
      pugi::xml_document part;
      if (relation.type != "header" ||
          !load_part(archive_, relation.target, limits_.max_unpacked_bytes, &part))
        continue;
      DocxBody body(DocxStyles(), DocxNumbering(), limits_.max_nesting,
                    [](const std::string&) { return std::vector<Line>(); });
      std::string text;
      if (!body.walk(part.child("w:hdr"), 1)) continue;
      for (const FlowLine& line : body.take_lines())
        text.append(text.empty() ? "" : " ").append(line.line.text);
      if (text.size() >= kFewestBytes && text.size() <= kMostBytes && text.size() > longest.size())
        longest = std::move(text);
    }
    return longest;
  }

  std::vector<Line> read_chunk(const std::string& id) {
    auto relation = relations_.find(id);
    std::string name = relation == relations_.end() ? "" : relation->second.target;
    auto warn = [&](const std::string& reason) {
      document_.warnings.push_back(fmt::format("a document inside it ({}) is not read: {}",
                                               name.empty() ? id : name, reason));
      return std::vector<Line>();
    };
    if (++chunks_ > kMostChunks) return warn("there are too many of them");
    if (name.empty() || !archive_.has(name)) return warn("it is not in the file");
    auto bytes = archive_.part(name, limits_.max_unpacked_bytes);
    if (!bytes) return warn(bytes.error().message);
    // A DOCX inside could hold itself.
    if (detect_format(*bytes, name).format == Format::kDocx) return warn("it is a DOCX itself");
    auto inside = read_document(*bytes, name, limits_);
    if (!inside) return warn(inside.error().message);
    std::vector<Line> lines;
    int block = 0;
    for (Page& page : inside->pages) {
      int offset = block;
      for (Line& line : page.lines) {
        line.block += offset;
        block = std::max(block, line.block);
        lines.push_back(std::move(line));
      }
    }
    return lines;
  }
  static constexpr int kMostChunks = 50;

  const Archive& archive_;
  const ReaderLimits& limits_;
  std::string main_;
  std::map<std::string, DocxRelation> relations_;
  ReaderOutput document_;
  int chunks_ = 0;
};

}  // namespace

Result<ReaderOutput> read_docx(std::string_view bytes, const ReaderLimits& limits) {
  Archive archive(bytes);
  if (!archive.is_open()) return broken("the DOCX file is broken");
  return DocxFile(archive, limits).read();
}

}  // namespace ofsearch
