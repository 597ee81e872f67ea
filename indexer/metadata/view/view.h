// Shows the document as the rules of this folder look at it: pieces of lines with their places, and
// the opening, where a report says what it is.
#pragma once

#include "common/report/report.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// A whole printed line, or one cell of a table row.
struct Cell {
  std::string text;   // display form, without the marks of Markdown
  std::string words;  // bare_words(text)
  int page = 0;
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  double font_size = 0;
  bool bold = false;
  int column = 0;  // its column in a table row, from 0; for rows without layout
  int row = 0;     // its row on the page, counted in lines
};

struct View {
  View(const CleanDocument& document, const std::vector<Section>& sections);

  const CleanDocument& document;
  const std::vector<Section>& sections;
  // Cells of the opening: of the first pages, or of as many lines where there are no pages.
  std::vector<Cell> opening;
  // Paragraphs of the opening.
  std::vector<const Paragraph*> opening_paragraphs;
  // The first page on which a second report begins in the same file; 0 if there is none.
  int second_report_page = 0;
  // Whether its letters were misread throughout (damage.h): what it says once may be something
  // else.
  bool misread = false;
  // The day of publication in the file's own fields, ISO; may be empty.
  std::string declared_published;

  // Returns true if the page was read off a picture: a grade printed there needs a second sign.
  bool is_ocr(int page) const;

  // Returns true if the page belongs to the report that the file begins with.
  bool in_first_report(int page) const {
    return second_report_page == 0 || page < second_report_page;
  }
};

// Puts cells in rows from top to bottom, each row from left to right.
void sort_by_place(std::vector<Cell>* cells);

// Returns `line` cut at its tabs and at the bars of a Markdown table.
std::vector<Cell> cells_of(const Line& line, int page, int row = 0);

// Returns the cell right above `cells[at]` in its column: by place where there is layout, else in
// the row before. Null if there is none.
const Cell* cell_above(const std::vector<Cell>& cells, size_t at, bool has_layout);

// Returns `text` without the marks of Markdown around it: "## **Overview**" -> "Overview".
std::string without_markup(std::string_view text);

// Tells whether a paragraph is a row of three cells or more: where titles are told, one of a table
// of several inspections.
bool has_three_cells(const Paragraph& paragraph);

// Returns true if `words` (bare words) begin with one of `starts` as whole words.
bool begins_with_any_of(std::string_view words, std::span<const std::string_view> starts);

// Tells whether `words` (bare words) end with one that no title and no sentence ends with: what
// follows goes on.
bool breaks_off(std::string_view words);

// A value and the words that gave it.
struct Reading {
  std::string value;
  Evidence evidence;
};

// Returns at most 300 bytes of `text`, cut between words, or between characters if it is one word;
// "…" shows that it goes on.
std::string excerpt(std::string_view text);

}  // namespace ofsearch
