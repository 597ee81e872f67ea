#include "indexer/readers/html/html_walker.h"

#include "common/text/text.h"
#include "indexer/readers/html/html_rules.h"
#include "indexer/readers/raised.h"
#include "indexer/readers/tables/layout_row.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace ofsearch {
namespace {

constexpr int kSectionLevel = 3;         // of a heading that is a button or a <summary>
constexpr size_t kLongestSummary = 200;  // bytes
constexpr size_t kSmallPart = 1000;      // bytes

bool has_heading(const GumboNode* node, int max_depth) {
  bool found = false;
  visit_html(node, max_depth, [&](const GumboNode* each) {
    found = found || (each->type == GUMBO_NODE_ELEMENT && html_heading_level(each->v.element) > 0);
    return !found;
  });
  return found;
}

bool is_cell(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT &&
         (node->v.element.tag == GUMBO_TAG_TD || node->v.element.tag == GUMBO_TAG_TH);
}

// The only row of its table.
bool is_alone(const GumboNode* row, int max_depth) {
  const GumboNode* table = row;
  while (table != nullptr &&
         !(table->type == GUMBO_NODE_ELEMENT && table->v.element.tag == GUMBO_TAG_TABLE))
    table = table->type == GUMBO_NODE_DOCUMENT ? nullptr : table->parent;
  int rows = 0;
  if (table != nullptr)
    visit_html(table, max_depth, [&](const GumboNode* node) {
      rows += node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == GUMBO_TAG_TR ? 1 : 0;
      return true;
    });
  return rows == 1;
}

// A row that places its content on the page and is none of a table: one cell with text, or one
// that holds a table or as much as a page does, or paragraphs side by side.
bool is_layout_row(const GumboNode* row, int max_depth) {
  LayoutRow layout;
  const GumboVector& children = row->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* cell = static_cast<const GumboNode*>(children.data[i]);
    if (!is_cell(cell)) continue;
    std::string text = display_form(html_text(cell, max_depth));
    layout.add_cell(text.size(), text.ends_with('.'),
                    has_html_element(cell, max_depth, GUMBO_TAG_TABLE));
  }
  return layout.places_text() || (layout.has_only_paragraphs() && is_alone(row, max_depth));
}

// A number of a list; one so large that counting on could leave the range of an int is none.
int list_number(const GumboElement& element, const char* name, int otherwise) {
  constexpr int kLargest = 1'000'000;
  std::string_view text = html_attribute(element, name);
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value >= -kLargest && value <= kLargest ? value : otherwise;
}

int count_items(const GumboElement& list) {
  int items = 0;
  for (unsigned i = 0; i < list.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(list.children.data[i]);
    items += child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_LI ? 1 : 0;
  }
  return items;
}

bool is_raised_by_style(const GumboElement& element) {
  return html_attribute(element, "style").find("vertical-align:super") != std::string_view::npos ||
         html_attribute(element, "style").find("vertical-align: super") != std::string_view::npos;
}

// display_form() of each tab-separated cell; a soft hyphen at the end is kept, for it says that
// the next line goes on with the word.
std::string display_cells(std::string_view text) {
  std::string out;
  size_t begin = 0;
  bool row = text.find('\t') != std::string_view::npos;
  while (begin <= text.size()) {
    size_t end = std::min(text.find('\t', begin), text.size());
    std::string cell = display_form(text.substr(begin, end - begin));
    if (!cell.empty()) {
      if (!out.empty()) out.push_back(row ? '\t' : ' ');
      out += cell;
    }
    begin = end + 1;
  }
  if (!out.empty() && text.ends_with("\u00AD")) out += "\u00AD";
  return out;
}

}  // namespace

bool HtmlWalker::is_passed_over(const GumboNode* node) const {
  const GumboElement& element = node->v.element;
  if (is_left_out_html(element)) return true;
  if (heading_level_ > 0 && is_toggle_html(element)) return true;
  bool button = element.tag == GUMBO_TAG_BUTTON;
  if (button && heading_level_ == 0 && level_inside(node) == 0) return true;
  if (element.tag == GUMBO_TAG_A && html_attribute(element, "href").starts_with("#"))
    return search_form(html_text(node, max_nesting_)).starts_with("skip to ");
  if (!is_boilerplate_html(element)) return false;
  size_t bytes = html_text(node, max_nesting_).size();
  return (bytes < kSmallPart || bytes * 4 < page_bytes_) &&
         !has_html_element(node, max_nesting_, GUMBO_TAG_H1) &&
         !has_html_element(node, max_nesting_, GUMBO_TAG_MAIN);
}

// The level of the heading that the children of `node` make; 0: none.
int HtmlWalker::level_inside(const GumboNode* node) const {
  const GumboElement& element = node->v.element;
  int level = html_heading_level(element);
  if (level > 0 || heading_level_ > 0) return level;
  // A button opens a section where it says so; others are controls.
  std::string_view name = html_attribute(element, "class");
  bool opens = element.tag == GUMBO_TAG_SUMMARY ||
               (element.tag == GUMBO_TAG_BUTTON &&
                (name.find("accordion") != name.npos || name.find("collaps") != name.npos));
  bool heading = opens && !has_heading(node, max_nesting_) &&
                 html_text(node, max_nesting_).size() <= kLongestSummary;
  return heading ? kSectionLevel : 0;
}

bool HtmlWalker::walk(const GumboNode* node, int depth) {
  if (depth > max_nesting_) return false;
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
      node->type == GUMBO_NODE_CDATA) {
    add_text(node);
    return true;
  }
  if (node->type != GUMBO_NODE_ELEMENT || is_passed_over(node)) return true;
  const GumboElement& element = node->v.element;
  if (element.tag == GUMBO_TAG_BR) {
    break_line();
    return true;
  }
  if (element.tag == GUMBO_TAG_SUP || is_raised_by_style(element)) {
    add_raised(node);
    return true;
  }
  return walk_element(node, depth);
}

bool HtmlWalker::walk_element(const GumboNode* node, int depth) {
  const GumboElement& element = node->v.element;
  int level = level_inside(node);
  bool row = element.tag == GUMBO_TAG_TR;
  bool cell = is_cell(node) && !in_layout_row_;
  bool block = is_html_block(element) || level > 0 || (is_cell(node) && in_layout_row_);
  bool list = element.tag == GUMBO_TAG_OL || element.tag == GUMBO_TAG_UL;
  bool item = element.tag == GUMBO_TAG_LI;
  bool link = element.tag == GUMBO_TAG_A;
  bool bold = element.tag == GUMBO_TAG_B || element.tag == GUMBO_TAG_STRONG;
  bool as_written = element.tag == GUMBO_TAG_PRE;
  bool layout = row ? in_cell_ == 0 && is_layout_row(node, max_nesting_) : in_layout_row_;
  if (block) end_block();
  if (element.tag == GUMBO_TAG_HR) gap_ = true;
  if (list) lists_.push_back(list_of(element));
  if (item) begin_item(element);
  int outer_level = std::exchange(heading_level_, level > 0 ? level : heading_level_);
  bool outer_layout = std::exchange(in_layout_row_, layout);
  in_cell_ += cell ? 1 : 0;
  in_link_ += link ? 1 : 0;
  in_bold_ += bold ? 1 : 0;
  in_lines_as_written_ += as_written ? 1 : 0;
  bool ok = walk_children(element, depth);
  in_lines_as_written_ -= as_written ? 1 : 0;
  in_bold_ -= bold ? 1 : 0;
  in_link_ -= link ? 1 : 0;
  in_cell_ -= cell ? 1 : 0;
  if (cell) end_cell();
  if (block) end_block();
  in_layout_row_ = outer_layout;
  heading_level_ = outer_level;
  if (item) end_item();
  if (list) lists_.pop_back();
  return ok;
}

bool HtmlWalker::walk_children(const GumboElement& element, int depth) {
  for (unsigned i = 0; i < element.children.length; ++i)
    if (!walk(static_cast<const GumboNode*>(element.children.data[i]), depth + 1)) return false;
  return true;
}

std::vector<FlowLine> HtmlWalker::take_lines() {
  end_block();
  return std::move(lines_);
}

void HtmlWalker::append(std::string_view text) {
  text_ += text;
  if (in_link_ > 0) link_bytes_ += text.size();
  if (in_bold_ > 0) bold_bytes_ += text.size();
}

void HtmlWalker::add_text(const GumboNode* node) {
  std::string_view text = node->v.text.text;
  if (in_lines_as_written_ == 0) return append(text);
  for (size_t begin = 0; begin <= text.size();) {
    size_t end = std::min(text.find('\n', begin), text.size());
    append(text.substr(begin, end - begin));
    if (end < text.size()) break_line();
    begin = end + 1;
  }
}

void HtmlWalker::add_raised(const GumboNode* node) {
  append(raised_text(display_form(html_text(node, max_nesting_)), text_));
}

HtmlWalker::List HtmlWalker::list_of(const GumboElement& element) {
  List list;
  if (element.tag != GUMBO_TAG_OL) return list;
  std::string_view type = html_attribute(element, "type");
  list.format = format_of_letter(type.empty() ? '1' : type[0]);
  bool reversed = gumbo_get_attribute(&element.attributes, "reversed") != nullptr;
  list.step = reversed ? -1 : 1;
  list.next = list_number(element, "start", reversed ? count_items(element) : 1);
  return list;
}

void HtmlWalker::begin_item(const GumboElement& element) {
  list_item_ = true;
  label_.clear();
  if (lists_.empty() || lists_.back().format == NumberFormat::kBullet) return;
  List& list = lists_.back();
  list.next = list_number(element, "value", list.next);
  label_ = format_number(list.next, list.format) + ". ";
  list.next += list.step;
}

void HtmlWalker::end_item() {
  list_item_ = false;
  label_.clear();
}

void HtmlWalker::break_line() {
  if (in_cell_ > 0) {
    append(" ");
  } else if (!end_line()) {
    // An empty line parts what stands before and behind it.
    gap_ = true;
    if (block_has_lines_) ++block_;
    block_has_lines_ = false;
  }
}

void HtmlWalker::end_block() {
  // Paragraphs inside a table cell belong to the cell.
  if (in_cell_ > 0) return append(" ");
  // "<p>&nbsp;</p>" is an empty line to those who see it.
  bool shown = text_.find("\u00A0") != std::string::npos;
  if (!end_line() && shown && !block_has_lines_) gap_ = true;
  if (block_has_lines_) ++block_;
  block_has_lines_ = false;
}

bool HtmlWalker::end_line() {
  if (std::string row = tick_rows_.text_of(std::exchange(cells_, {})); !row.empty())
    text_.insert(0, row + '\t');
  std::string shown = display_cells(text_);
  size_t bytes = std::exchange(text_, {}).size();
  size_t bold = std::exchange(bold_bytes_, 0), link = std::exchange(link_bytes_, 0);
  if (shown.empty()) return false;
  FlowLine made;
  made.line.text = label_ + shown;
  made.line.block = block_;
  made.line.heading_level = heading_level_;
  made.line.list_item = list_item_;
  made.line.bold = bold * 10 >= bytes * 9 && made.line.text.find('\t') == std::string::npos;
  made.after_gap = std::exchange(gap_, false);
  made.link_bytes = link;
  lines_.push_back(std::move(made));
  block_has_lines_ = true;
  // A second paragraph of an item is no item of its own.
  end_item();
  return true;
}

void HtmlWalker::end_cell() {
  if (in_cell_ > 0) return;  // a table inside a table
  std::string cell = display_form(text_);
  text_.clear();
  link_bytes_ = bold_bytes_ = 0;
  cells_.push_back(std::move(cell));
}

}  // namespace ofsearch
