// ODT: content.xml of the zip archive, its paragraphs, headings, lists and table rows.
#include "common/text/text.h"
#include "indexer/readers/list_label.h"
#include "indexer/readers/packed/archive.h"
#include "indexer/readers/packed/odt_styles.h"
#include "indexer/readers/packed/xml_part.h"
#include "indexer/readers/raised.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/tables/layout_row.h"
#include "indexer/readers/tables/tick_rows.h"
#include "indexer/readers/text/flow_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace ofsearch {
namespace {

Error broken(std::string message) {
  return {ErrorCode::kUnreadable, std::move(message), "save it again from the word processor"};
}

class OdtBody {
 public:
  OdtBody(const OdtStyles& styles, int max_nesting) : styles_(styles), max_nesting_(max_nesting) {}

  // False when elements lie deeper inside each other than allowed.
  bool walk(const pugi::xml_node& parent, int depth) {
    if (depth > max_nesting_) return false;
    for (pugi::xml_node node : parent.children()) {
      bool ok = true;
      if (is_element(node, "text:p") || is_element(node, "text:h"))
        ok = add_paragraph(node, depth);
      else if (is_element(node, "text:list"))
        ok = add_list(node, depth);
      else if (is_element(node, "table:table-row"))
        ok = add_row(node, depth);
      else if (is_shown(node))
        ok = walk(node, depth + 1);
      if (!ok) return false;
    }
    return true;
  }

  // The notes follow the text, in their order.
  bool add_notes() {
    std::vector<pugi::xml_node> notes = std::move(notes_);
    return std::all_of(notes.begin(), notes.end(),
                       [&](const pugi::xml_node& note) { return walk(note, 1); });
  }

  std::vector<FlowLine> take_lines() { return std::move(lines_); }

 private:
  struct List {
    std::string style;
    std::vector<int> counts;
  };

  static bool is_shown(const pugi::xml_node& node) {
    static constexpr std::array<const char*, 8> kNames = {
        "text:tracked-changes",  "office:annotation",           "text:hidden-text",
        "text:hidden-paragraph", "text:sequence-decls",         "office:forms",
        "text:note-citation",    "text:table-of-content-source"};
    if (std::string_view(node.attribute("text:display").value()) == "none") return false;
    return std::none_of(kNames.begin(), kNames.end(),
                        [&](const char* name) { return is_element(node, name); });
  }

  bool append_text(const pugi::xml_node& node, int depth, bool raised, std::string* out) {
    if (depth > max_nesting_) return false;
    for (pugi::xml_node child : node.children()) {
      bool ok = true;
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
        *out += raised ? raised_text(display_form(child.value()), *out) : child.value();
      else if (is_element(child, "text:s") || is_element(child, "text:tab"))
        out->push_back(' ');
      else if (is_element(child, "text:line-break"))
        out->push_back('\n');
      else if (is_element(child, "text:note"))
        add_note(child, out);
      else if (is_element(child, "draw:text-box"))
        boxes_.push_back(child);
      else if (is_shown(child))
        ok = append_below(child, depth, raised, out);
      if (!ok) return false;
    }
    return true;
  }

  bool append_below(const pugi::xml_node& child, int depth, bool raised, std::string* out) {
    // Paragraphs of a table cell.
    if (is_element(child, "text:p") || is_element(child, "text:h")) out->push_back(' ');
    const OdtStyle& style = styles_.text(child.attribute("text:style-name").value());
    return style.hidden || append_text(child, depth + 1, raised || style.raised, out);
  }

  void add_note(const pugi::xml_node& note, std::string* out) {
    *out += raised_text(display_form(note.child("text:note-citation").text().get()), *out);
    notes_.push_back(note.child("text:note-body"));
  }

  bool all_bold(const pugi::xml_node& paragraph) const {
    bool any = false;
    for (pugi::xml_node child : paragraph.children()) {
      std::string text =
          display_form(child.type() == pugi::node_pcdata ? child.value() : child.text().get());
      if (text.empty()) continue;
      if (!styles_.text(child.attribute("text:style-name").value()).bold) return false;
      any = true;
    }
    return any;
  }

  bool add_paragraph(const pugi::xml_node& paragraph, int depth) {
    std::string text;
    size_t first_box = boxes_.size();
    if (!append_text(paragraph, depth, false, &text)) return false;
    const OdtStyle& style = styles_.paragraph(paragraph.attribute("text:style-name").value());
    int level = style.heading_level;
    if (is_element(paragraph, "text:h"))
      level = std::clamp(paragraph.attribute("text:outline-level").as_int(1), 1, 6);
    if (level > 0) std::replace(text.begin(), text.end(), '\n', ' ');
    if (!style.hidden) add_lines(text, level, style.bold || all_bold(paragraph));
    std::vector<pugi::xml_node> boxes(boxes_.begin() + static_cast<long>(first_box), boxes_.end());
    boxes_.resize(first_box);
    return std::all_of(boxes.begin(), boxes.end(),
                       [&](const pugi::xml_node& box) { return walk(box, depth + 1); });
  }

  void add_lines(const std::string& text, int level, bool bold) {
    ++block_;
    for (size_t begin = 0; begin <= text.size();) {
      size_t end = std::min(text.find('\n', begin), text.size());
      std::string shown = display_form(std::string_view(text).substr(begin, end - begin));
      begin = end + 1;
      if (shown.empty()) {
        gap_ = true;
        continue;
      }
      FlowLine made;
      made.line.text = std::exchange(label_, {}) + shown;
      made.line.list_item = std::exchange(in_item_, false) && level == 0;
      made.line.heading_level = level;
      made.line.bold = bold;
      made.line.block = block_;
      made.after_gap = std::exchange(gap_, false);
      lines_.push_back(std::move(made));
    }
  }

  bool add_list(const pugi::xml_node& list, int depth) {
    if (depth > max_nesting_) return false;
    std::string style = list.attribute("text:style-name").value();
    if (style.empty() && !list_styles_.empty()) style = list_styles_.back();
    list_styles_.push_back(style);
    size_t level = list_styles_.size() - 1;
    OdtListLevel way = styles_.list_level(style, level);
    bool goes_on =
        list.attribute("text:continue-numbering").as_bool() || list.attribute("text:continue-list");
    int& count = counts_[{style, level}];
    if (!goes_on) count = way.start - 1;
    bool ok = true;
    for (pugi::xml_node item : list.children()) {
      in_item_ = is_element(item, "text:list-item");
      if (in_item_) count_item(item, &counts_[{style, level}]);
      if (in_item_ && way.format != NumberFormat::kBullet)
        label_ = format_number(counts_[{style, level}], way.format) + ". ";
      ok = ok && walk(item, depth + 1);
      in_item_ = false;
      label_.clear();
    }
    list_styles_.pop_back();
    return ok;
  }

  static void count_item(const pugi::xml_node& item, int* count) {
    constexpr int kLargest = 1'000'000;
    int own = item.attribute("text:start-value").as_int(-1);
    *count = own >= 0 && own <= kLargest ? own : *count + 1;
  }

  // One cell with text, or one that holds a table or as much as a page does, or paragraphs side by
  // side in the only row of its table.
  static bool is_layout_row(const pugi::xml_node& row, const std::vector<pugi::xml_node>& cells) {
    LayoutRow layout;
    for (const pugi::xml_node& cell : cells) {
      size_t bytes = 0;
      bool ends_sentence = false;
      for (pugi::xpath_node text : cell.select_nodes(".//text()")) {
        const std::string shown = display_form(text.node().value());
        bytes += shown.size();
        if (!shown.empty()) ends_sentence = shown.ends_with('.');
      }
      layout.add_cell(bytes, ends_sentence, bool(cell.child("table:table")));
    }
    const bool alone = row.parent().select_nodes("table:table-row").size() == 1;
    return layout.places_text() || (alone && layout.has_only_paragraphs());
  }

  bool add_row(const pugi::xml_node& row, int depth) {
    std::vector<pugi::xml_node> cells;
    for (pugi::xml_node cell : row.children("table:table-cell")) cells.push_back(cell);
    if (is_layout_row(row, cells))
      return std::all_of(cells.begin(), cells.end(),
                         [&](const pugi::xml_node& cell) { return walk(cell, depth + 1); });
    FlowLine made;
    std::vector<std::string> texts;
    for (const pugi::xml_node& cell : cells) {
      std::string text;
      if (!append_text(cell, depth, false, &text)) return false;
      texts.push_back(display_form(text));
    }
    made.line.text = tick_rows_.text_of(std::move(texts));
    made.line.block = ++block_;
    if (!made.line.text.empty()) lines_.push_back(std::move(made));
    return true;
  }

  const OdtStyles& styles_;
  int max_nesting_;
  std::vector<FlowLine> lines_;
  TickRows tick_rows_;
  std::vector<pugi::xml_node> notes_, boxes_;
  std::vector<std::string> list_styles_;                  // of the lists that are open
  std::map<std::pair<std::string, size_t>, int> counts_;  // by list style and level
  std::string label_;                                     // printed before the next line: "10. "
  bool in_item_ = false, gap_ = false;
  int block_ = 0;
};

}  // namespace

Result<ReaderOutput> read_odt(std::string_view bytes, const ReaderLimits& limits) {
  Archive archive(bytes);
  if (!archive.is_open()) return broken("the ODT file is broken");
  std::string xml = OF_TRY(archive.part("content.xml", limits.max_unpacked_bytes));
  pugi::xml_document content, other;
  if (!parse_xml(xml, &content))
    return broken("the ODT file's content is not well-formed XML, or encrypted");
  OdtStyles styles;
  if (load_part(archive, "styles.xml", limits.max_unpacked_bytes, &other)) styles.load(other);
  styles.load(content);
  OdtBody body(styles, limits.max_nesting);
  if (!body.walk(content.document_element().child("office:body"), 0) || !body.add_notes())
    return broken(
        fmt::format("its elements lie more than {} deep inside each other", limits.max_nesting));
  ReaderOutput document;
  document.format = "odt";
  document.hard_wrapped = true;  // lines of a block are one paragraph
  document.pages.emplace_back();
  document.pages.back().lines = group_paragraphs(body.take_lines());
  return document;
}

}  // namespace ofsearch
