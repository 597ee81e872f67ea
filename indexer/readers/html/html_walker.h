// Turns the tree of a web page into its lines.
#pragma once

#include "indexer/readers/list_label.h"
#include "indexer/readers/tables/tick_rows.h"
#include "indexer/readers/text/flow_lines.h"

#include <gumbo.h>

#include <string>
#include <vector>

namespace ofsearch {

class HtmlWalker {
 public:
  // `page_bytes` counts all text of the page; what is small beside it may be boilerplate.
  HtmlWalker(size_t page_bytes, int max_nesting)
      : page_bytes_(page_bytes), max_nesting_(max_nesting) {}

  // Returns false when the elements lie deeper inside each other than allowed.
  bool walk(const GumboNode* node, int depth);

  std::vector<FlowLine> take_lines();

 private:
  struct List {
    NumberFormat format = NumberFormat::kBullet;
    int next = 1;
    int step = 1;
  };
  static List list_of(const GumboElement& element);
  bool is_passed_over(const GumboNode* node) const;
  bool walk_element(const GumboNode* node, int depth);
  bool walk_children(const GumboElement& element, int depth);
  void add_text(const GumboNode* node);
  void add_raised(const GumboNode* node);
  void append(std::string_view text);
  void begin_item(const GumboElement& element);
  void end_item();
  void break_line();  // <br>
  void end_block();   // the end of an element that is a block
  bool end_line();    // false if it is empty
  void end_cell();
  int level_inside(const GumboNode* node) const;

  size_t page_bytes_;
  int max_nesting_;
  std::vector<FlowLine> lines_;
  std::string text_;
  std::vector<std::string> cells_;  // those of the row that is read, the empty ones too
  TickRows tick_rows_;
  size_t link_bytes_ = 0, bold_bytes_ = 0;  // of text_
  std::string label_;                       // printed before the next line: "10. "
  std::vector<List> lists_;
  int in_cell_ = 0, in_link_ = 0, in_bold_ = 0, in_lines_as_written_ = 0;
  int block_ = 1;
  bool block_has_lines_ = false, gap_ = false;
  bool in_layout_row_ = false;
  int heading_level_ = 0;
  bool list_item_ = false;
};

}  // namespace ofsearch
