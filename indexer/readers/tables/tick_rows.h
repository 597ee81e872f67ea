// Tables whose grades are columns, with a tick in one of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

bool is_printed_grade(std::string_view text);
// Tells whether `text` is a sign that people tick with, and no bullet.
bool is_tick(std::string_view text);

// Takes the rows of a document's tables in order, each as its cells in display form, the empty ones
// too.
class TickRows {
 public:
  // Returns the cells that are not empty, joined by tabs. A tick below a grade becomes that grade:
  // "Help" "" "✓" below "Judgement" "Outstanding" "Good" is "Help\tGood". So does a ticked box
  // beside a grade in a cell: "☐ Outstanding ☒ Good".
  std::string text_of(std::vector<std::string> cells);

 private:
  void take_head(std::vector<std::string>* cells);
  void take_ticks(std::vector<std::string>* cells) const;

  std::vector<std::string> grades_;  // by column of the last head; empty: no grade
};

}  // namespace ofsearch
