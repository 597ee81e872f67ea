// Finds the documents of one authority with their grades, each compared with the inspection before
// it.
#pragma once

#include "common/field/authorities/authorities.h"
#include "common/report/grade_columns.h"
#include "common/report/report.h"
#include "common/system/result.h"
#include "searcher/results/table.h"
#include "searcher/search.h"

#include <string>
#include <vector>

namespace ofsearch {

// One document, with what its facts show.
struct Entry {
  Report report;
  ColumnGrades grades;
  bool has_one_before = true;  // false: an inspection between it and the one before it is missing
};

using Entries = std::vector<Entry>;

// Returns the documents of the authority of that name, oldest first. Each is compared with the
// inspection before, whether or not that passes the filters. `known` is its row of the table of
// authorities, or nullptr; with it, documents of another authority that had the same name are left
// out. Errors: those of documents_of().
Result<Entries> entries_of(Searcher* searcher, const std::string& name, const Authority* known,
                           const SearchRequest& filters);

// Returns the authority's name as the table of authorities, or else the reports, write it. It is as
// typed if neither has it.
std::string name_of(const std::string& typed, const Entries& entries);

// Returns a cell with the kind of visit: its name, and for people its label.
TableCell type_cell(const Metadata& m);

}  // namespace ofsearch
