// Finds the overall grade in force when a visit took place, from the series of an authority's
// reports.
#pragma once

#include "common/report/report.h"

#include <vector>

namespace ofsearch {

// Fills standing_grade of every report whose grade is "none", with evidence rule "series": the
// overall grade of the latest report on the same authority whose inspection ended before this one
// began. A successor does not inherit its predecessor's grade, and articles award none. The series
// says nothing if that latest report's own grade is unknown, or this report's date. Nor does it,
// with a warning, if the latest ended more than five years before: a later one is lacking.
//
// What the document itself recalls stands if the series says nothing. If both speak and disagree,
// the document is followed if it recalls a later year than that of the series' report (which the
// index then lacks), else the series; either way with a warning.
//
// The series says nothing, with a warning, if the document recalls a judgement on a part of the
// services that the series' report did not give, or of a later year. It also says nothing behind an
// inspection that judged all services without an overall grade (judges_all_services()).
//
// What people corrected stays. The document's own words are kept as evidence
// "standing_grade.document", so that the function may run again on its own result when reports come
// or go.
void fill_standing_grades(const std::vector<Metadata*>& reports);

}  // namespace ofsearch
