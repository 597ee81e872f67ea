#include "indexer/readers/docx/docx_body.h"

#include "common/text/code_points.h"
#include "common/text/text.h"
#include "indexer/readers/packed/xml_part.h"
#include "indexer/readers/raised.h"
#include "indexer/readers/tables/layout_row.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace ofsearch {
namespace {

// Elements that only wrap others: content controls, custom XML, insertions with tracked changes.
bool is_wrapper(const pugi::xml_node& node) {
  static constexpr std::array<const char*, 8> kNames = {
      "w:sdt",    "w:sdtContent", "w:customXml",         "w:ins",
      "w:moveTo", "w:smartTag",   "mc:AlternateContent", "mc:Choice"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](const char* name) { return is_element(node, name); });
}

// The children called `name` of `node`, also those inside wrappers.
void collect(const pugi::xml_node& node, const char* name, int depth,
             std::vector<pugi::xml_node>* out) {
  constexpr int kDeepest = 50;
  for (pugi::xml_node child : node.children()) {
    if (is_element(child, name)) out->push_back(child);
    if (depth < kDeepest && is_wrapper(child)) collect(child, name, depth + 1, out);
  }
}

bool all_bold(const pugi::xml_node& paragraph) {
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

// A sign of a symbol font, by its place in the font.
char32_t symbol(const pugi::xml_node& node) {
  std::string_view code = node.attribute("w:char").value();
  unsigned value = 0;
  std::from_chars(code.data(), code.data() + code.size(), value, 16);
  return value >= 0x20 && value <= 0xFFFD ? value : ' ';
}

}  // namespace

// Tells whether a node is shown. Not shown is what tracked changes deleted, properties, field
// codes, the second copy of a drawing, what a content control says before it is filled in, hidden
// text.
bool DocxBody::is_shown(const pugi::xml_node& node) const {
  static constexpr std::array<const char*, 12> kNames = {
      "w:del",   "w:moveFrom", "w:pPr",   "w:rPr",  "w:sectPr", "w:instrText",
      "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:trPr", "w:tcPr",   "w:customXmlPr"};
  if (std::any_of(kNames.begin(), kNames.end(),
                  [&](const char* name) { return is_element(node, name); }))
    return false;
  if (is_element(node, "mc:Fallback")) return !node.parent().child("mc:Choice");
  if (is_element(node, "w:sdt")) return !node.child("w:sdtPr").child("w:showingPlcHdr");
  return !is_element(node, "w:r") || !styles_.of_run(node.child("w:rPr")).hidden;
}

bool DocxBody::walk(const pugi::xml_node& parent, int depth) {
  if (depth > max_nesting_) return false;
  for (pugi::xml_node node : parent.children()) {
    bool ok = true;
    if (is_element(node, "w:p"))
      ok = add_paragraph(node, depth);
    else if (is_element(node, "w:tbl"))
      ok = add_table(node, depth);
    else if (is_element(node, "w:altChunk"))
      add_chunk(node.attribute("r:id").value());
    else if (is_shown(node))
      ok = walk(node, depth + 1);
    if (!ok) return false;
  }
  return true;
}

void DocxBody::add_chunk(const std::string& relation) {
  int last = 0;
  for (Line& line : read_chunk_(relation)) {
    if (line.block != last) ++block_;
    last = line.block;
    line.block = block_;
    lines_.push_back({std::move(line), false, 0});
  }
}

void DocxBody::read_field_mark(const pugi::xml_node& mark) {
  std::string_view type = mark.attribute("w:fldCharType").value();
  if (type == "begin") fields_.push_back(false);
  if (fields_.empty()) return;
  if (type == "separate") fields_.back() = true;
  if (type == "end") fields_.pop_back();
}

// Results of fields inside a field's instruction are not printed.
bool DocxBody::in_instruction() const {
  return std::find(fields_.begin(), fields_.end(), false) != fields_.end();
}

void DocxBody::append_run_text(const pugi::xml_node& child, std::string* out) {
  if (is_element(child, "w:fldChar")) return read_field_mark(child);
  if (in_instruction()) return;
  if (is_element(child, "w:t") || is_element(child, "m:t")) {
    bool raised = styles_.of_run(child.parent().child("w:rPr")).raised;
    *out += raised ? raised_text(display_form(child.text().get()), *out) : child.text().get();
  } else if (is_element(child, "w:br") || is_element(child, "w:cr")) {
    out->push_back('\n');
  } else if (is_element(child, "w:tab") || is_element(child, "w:ptab")) {
    out->push_back(' ');
  } else if (is_element(child, "w:noBreakHyphen")) {
    out->push_back('-');
  } else if (is_element(child, "w:sym")) {
    append_code_point(out, symbol(child));
  }
}

bool DocxBody::append_text(const pugi::xml_node& node, int depth, std::string* out) {
  if (depth > max_nesting_) return false;
  for (pugi::xml_node child : node.children()) {
    if (!is_shown(child)) continue;
    if (is_element(child, "w:txbxContent")) {
      boxes_.push_back(child);
      continue;
    }
    if (is_element(child, "o:OLEObject")) objects_.emplace_back(child.attribute("ProgID").value());
    if (is_element(child, "a:graphicData") &&
        std::string_view(child.attribute("uri").value()).ends_with("/diagram"))
      objects_.emplace_back("diagram");
    append_run_text(child, out);
    if (is_element(child, "w:p")) out->push_back(' ');  // of a table cell
    if (!append_text(child, depth + 1, out)) return false;
  }
  return true;
}

void DocxBody::add_lines(const std::string& text, const DocxStyle& style, bool bold) {
  bool first = true;
  ++block_;
  for (std::string_view part : split(text, '\n')) {
    FlowLine made;
    made.line.text = display_form(part);
    if (made.line.text.empty()) {
      gap_ = true;
      continue;
    }
    made.line.heading_level = style.heading_level;
    made.line.list_item = first && !style.num_id.empty() && style.heading_level == 0;
    if (made.line.list_item)
      made.line.text.insert(0, numbering_.next_label(style.num_id, style.num_level));
    made.line.bold = bold;
    made.line.block = block_;
    made.after_gap = std::exchange(gap_, false);
    lines_.push_back(std::move(made));
    first = false;
  }
}

namespace {

// A paragraph whose end was deleted goes on with the next one.
bool followed_by_paragraph(const pugi::xml_node& paragraph) {
  for (pugi::xml_node next = paragraph.next_sibling(); next; next = next.next_sibling())
    if (is_element(next, "w:p") || is_element(next, "w:tbl")) return is_element(next, "w:p");
  return false;
}

}  // namespace

bool DocxBody::add_paragraph(const pugi::xml_node& paragraph, int depth) {
  std::string text = std::exchange(carried_, {});
  size_t first_box = boxes_.size();
  if (!append_text(paragraph, depth, &text)) return false;
  pugi::xml_node mark = paragraph.child("w:pPr").child("w:rPr");
  if ((mark.child("w:del") || mark.child("w:moveFrom")) && followed_by_paragraph(paragraph)) {
    carried_ = std::move(text);
    return add_boxes(first_box, depth);
  }
  DocxStyle style = styles_.of_paragraph(paragraph.child("w:pPr"));
  if (!style.hidden) {
    // A heading is one line, however it is broken.
    if (style.heading_level > 0) std::replace(text.begin(), text.end(), '\n', ' ');
    add_lines(text, style, all_bold(paragraph));
  }
  return add_boxes(first_box, depth);
}

// The text boxes that stand in what was just read, each with its own paragraphs and rows.
bool DocxBody::add_boxes(size_t first, int depth) {
  std::vector<pugi::xml_node> boxes(boxes_.begin() + static_cast<long>(first), boxes_.end());
  boxes_.resize(first);
  for (const pugi::xml_node& box : boxes)
    if (!walk(box, depth + 1)) return false;
  return true;
}

bool DocxBody::add_table(const pugi::xml_node& table, int depth) {
  if (depth > max_nesting_) return false;
  std::vector<pugi::xml_node> rows;
  collect(table, "w:tr", 0, &rows);
  for (const pugi::xml_node& row : rows)
    if (is_shown(row.parent()) && !row.child("w:trPr").child("w:del") &&
        !add_row(row, depth + 1, rows.size() == 1))
      return false;
  return true;
}

// A row that places its content on the page: one cell with text, or one that holds a table or as
// much as a page does, or paragraphs side by side in the table's only row.
bool DocxBody::is_layout_row(const std::vector<pugi::xml_node>& cells, bool only) {
  LayoutRow row;
  for (const pugi::xml_node& cell : cells) {
    std::string all;
    for (pugi::xpath_node text : cell.select_nodes(".//*[name()='w:t']"))
      all += text.node().text().get();
    row.add_cell(all.size(), trimmed(all).ends_with('.'), bool(cell.child("w:tbl")));
  }
  return row.places_text() || (only && row.has_only_paragraphs());
}

bool DocxBody::add_row(const pugi::xml_node& row, int depth, bool only) {
  std::vector<pugi::xml_node> cells;
  collect(row, "w:tc", 0, &cells);
  if (is_layout_row(cells, only)) {
    for (const pugi::xml_node& cell : cells)
      if (!walk(cell, depth + 1)) return false;
    return true;
  }
  FlowLine made;
  size_t first_box = boxes_.size();
  std::vector<std::string> texts;
  for (const pugi::xml_node& cell : cells) {
    std::string text;
    if (!append_text(cell, depth, &text)) return false;
    texts.push_back(display_form(text));
  }
  made.line.text = tick_rows_.text_of(std::move(texts));
  made.line.block = ++block_;
  if (!made.line.text.empty()) lines_.push_back(std::move(made));
  return add_boxes(first_box, depth);
}

}  // namespace ofsearch
