// Turns the XML of a DOCX file's body into its lines.
#pragma once

#include "indexer/readers/docx/docx_numbering.h"
#include "indexer/readers/docx/docx_styles.h"
#include "indexer/readers/tables/tick_rows.h"
#include "indexer/readers/text/flow_lines.h"

#include <pugixml.hpp>

#include <functional>
#include <string>
#include <vector>

namespace ofsearch {

class DocxBody {
 public:
  // Is called for a <w:altChunk>: a document of another format that Word shows in this place. It
  // gets the id of its relation and returns the lines of that document.
  using ReadChunk = std::function<std::vector<Line>(const std::string& relation)>;

  DocxBody(DocxStyles styles, DocxNumbering numbering, int max_nesting, ReadChunk read_chunk)
      : styles_(std::move(styles)),
        numbering_(std::move(numbering)),
        max_nesting_(max_nesting),
        read_chunk_(std::move(read_chunk)) {}

  // Adds the lines below `parent`. False when elements lie deeper inside each other than allowed.
  bool walk(const pugi::xml_node& parent, int depth);

  std::vector<FlowLine> take_lines() { return std::move(lines_); }

  // Returns programs' names of embedded objects, whose text is not read: "Excel.Sheet.12".
  const std::vector<std::string>& objects() const { return objects_; }

 private:
  bool append_text(const pugi::xml_node& node, int depth, std::string* out);
  void append_run_text(const pugi::xml_node& child, std::string* out);
  bool is_shown(const pugi::xml_node& node) const;
  void read_field_mark(const pugi::xml_node& mark);
  bool in_instruction() const;
  bool add_paragraph(const pugi::xml_node& paragraph, int depth);
  void add_lines(const std::string& text, const DocxStyle& style, bool bold);
  bool add_boxes(size_t first, int depth);
  bool add_table(const pugi::xml_node& table, int depth);
  bool add_row(const pugi::xml_node& row, int depth, bool only);
  bool is_layout_row(const std::vector<pugi::xml_node>& cells, bool only);
  void add_chunk(const std::string& relation);

  DocxStyles styles_;
  DocxNumbering numbering_;
  int max_nesting_;
  ReadChunk read_chunk_;
  std::vector<FlowLine> lines_;
  TickRows tick_rows_;
  std::vector<pugi::xml_node> boxes_;  // text boxes anchored in the paragraph that is read
  std::vector<bool> fields_;           // open fields: past the instruction, in the result?
  std::vector<std::string> objects_;
  int block_ = 0;
  std::string carried_;  // text of a paragraph whose end was deleted
  bool gap_ = false;
};

}  // namespace ofsearch
