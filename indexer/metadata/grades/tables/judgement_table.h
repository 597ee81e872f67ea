// Tables of judgements and their grades, by the places of their words on the page.
#pragma once

#include "indexer/metadata/grades/words/other_judgements.h"
#include "indexer/metadata/view/view.h"

#include <string>
#include <vector>

namespace ofsearch {

// One row of a table. `grade` is a grade, kNotJudged, or empty if it cannot be told.
struct JudgementRow {
  std::string key;   // as in judgement_labels.h
  std::string part;  // "safeguarding" or "looked after" in reports that judge both apart
  std::string grade;
  Evidence evidence;
};

struct JudgementTable {
  int page = 0;
  std::vector<JudgementRow> rows;
  size_t rows_in_one_piece = 0;  // label and grade printed together
  std::vector<std::string> warnings;
};

// Returns every table of the document that gives at least one grade, in order. Reading order is not
// trusted: a grade may stand above its label or between two lines of it, all labels may come before
// all grades, a grade may be broken over lines around its label, and the table may go on behind a
// page's end or a footnote. Rows whose grade cannot be told for certain have none; those below the
// head of other judgements, or beside another year, are left out.
std::vector<JudgementTable> find_judgement_tables(const View& view, const Occasion& occasion);

// Returns the same for cells that are known to belong together; for tests.
JudgementTable read_judgement_table(const std::vector<Cell>& cells, bool has_layout);

}  // namespace ofsearch
