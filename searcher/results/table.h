// Holds a table as an answer: --history, --compare, --since-last, --outcomes, --matrix and --trend
// give one, whatever the format.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct TableColumn {
  // kProse is for whole sentences, which stand below their row at a terminal.
  enum class Kind { kText, kNumber, kShare, kDate, kProse };
  enum class Use { kAll, kData, kPeople };  // kData: not for people; kPeople: not in data

  std::string name;  // in JSON, CSV and spreadsheets: "visit_type"
  std::string head;  // for people: "type"
  Kind kind = Kind::kText;
  Use use = Use::kAll;
};

struct TableCell {
  std::string text = {};  // empty: nothing to say; always empty for a share
  double number = 0;      // the number, or the share from 0 to 1
  bool has_number = false;
  int change = 0;               // 1: better than the one before, -1: worse
  std::string short_text = {};  // for people, in place of `text`
  std::string mark = {};        // a sign of a note, for people: "a"
};

struct TableRow {
  std::string group = {};  // rows of one group stand together under its name; may be empty
  std::vector<TableCell> cells = {};
};

// A sign, and what it stands for in the marks or short texts of cells.
struct TableSign {
  std::string sign;       // for people: "e", "RI"
  std::string note;       // "of services for looked after children alone (2013)"
  std::string data = {};  // the word that data have in its place: "looked-after"; empty: none
};

struct Table {
  std::string name;   // what was asked for: "history"
  std::string title;  // "Cumbria: 14 documents, oldest first"
  std::vector<TableColumn> columns;
  std::vector<TableRow> rows;
  std::vector<TableSign> signs;
  std::vector<std::string> notes;
  std::vector<std::string> missing_shards;  // as SearchResults has them
  bool side_by_side = false;      // cells are broken into lines rather than put below their row
  bool columns_together = false;  // values of one field: all in a line or all below their row
  std::string bars_of;            // name of the column of shares drawn as bars; empty: none
};

inline TableCell text_cell(std::string text) {
  return {std::move(text)};
}
inline TableCell number_cell(double number) {
  return {{}, number, true};
}
// Returns a share in per cent: "63 %" for 0.625. A half goes up, wherever a share is printed.
std::string percent(double share);

// Returns the share of `part` in `whole`; an empty cell if `whole` is 0.
inline TableCell share_cell(size_t part, size_t whole) {
  if (whole == 0) return {};
  return {{}, static_cast<double>(part) / static_cast<double>(whole), true};
}

// Tells whether any row stands in a group: data then have a column for it.
bool is_grouped(const Table& table);

// Returns the table with at most `most` of its rows, those behind the first `offset`, and with the
// signs that these rows have.
Table rows_of(const Table& table, size_t offset, size_t most);

// Makes the columns in which no row has a text columns for data alone: at a terminal they would
// only take room. A table without rows keeps them.
void hide_empty_columns(Table* table);

// Returns what people, or readers of data, should know of the table: first that shards are missing,
// then its signs, then its notes.
std::vector<std::string> all_notes(const Table& table, bool for_people);
// Returns the notes for data without those on shards, for formats that have a place of their own
// for them.
std::vector<std::string> notes_of_data(const Table& table);

// Returns the text of a cell: "12", "0.2500" or, for people, "25 %".
std::string shown(const TableCell& cell, const TableColumn& column, bool for_people);

}  // namespace ofsearch
