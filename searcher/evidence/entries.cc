#include "searcher/evidence/entries.h"

#include "common/report/grades_before.h"
#include "common/report/values.h"
#include "searcher/evidence/counts.h"

#include <optional>
#include <set>

namespace ofsearch {
namespace {

// Tells whether a report is about another authority that had the same name: the old and the new
// Dorset.
bool is_of_namesake(const Metadata& m, const Authority* authority) {
  return authority != nullptr && !authority->code.empty() && !m.authority_code.empty() &&
         m.authority_code != authority->code;
}

using Ids = std::set<std::string>;

// Returns the ids of the documents of an authority that pass the filters; nothing if all do.
Result<std::optional<Ids>> ids_of(Searcher* searcher, const std::string& name,
                                  const SearchRequest& filters) {
  if (!filters.has_filters()) return std::optional<Ids>();
  Ids ids;
  for (const ReportHit& hit :
       OF_TRY(documents_of(searcher, name, filters, SortOrder::kOldest)).hits)
    ids.insert(hit.report.id);
  return std::optional(std::move(ids));
}

}  // namespace

Result<Entries> entries_of(Searcher* searcher, const std::string& name, const Authority* known,
                           const SearchRequest& filters) {
  const std::optional<Ids> wanted = OF_TRY(ids_of(searcher, name, filters));
  SearchRequest everything;
  everything.time_limit = filters.time_limit;
  SearchResults results = OF_TRY(documents_of(searcher, name, everything, SortOrder::kOldest));
  Entries entries;
  GradesBefore before;
  for (ReportHit& hit : results.hits) {
    if (is_of_namesake(hit.report.metadata, known)) continue;
    Entry entry{std::move(hit.report), {}};
    entry.grades = column_grades(entry.report.metadata);
    entry.has_one_before = before.take(entry.report.metadata, &entry.grades);
    if (!wanted || wanted->contains(entry.report.id)) entries.push_back(std::move(entry));
  }
  return entries;
}

// Returns the name as the table of authorities or else the reports write it.
std::string name_of(const std::string& typed, const Entries& entries) {
  const std::string usual = Authorities::builtin().usual_name(typed);
  if (!usual.empty()) return usual;
  return entries.empty() ? typed : entries.front().report.metadata.authority;
}

TableCell type_cell(const Metadata& m) {
  const VisitType* type = find_visit_type(m.visit_type);
  TableCell cell = text_cell(m.visit_type);
  if (type != nullptr) cell.short_text = type->label;
  return cell;
}

}  // namespace ofsearch
