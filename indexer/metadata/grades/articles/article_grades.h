// Finds the grades that the inspection awarded, as an article about it says.
#pragma once

#include "common/report/report.h"
#include "indexer/metadata/view/view.h"

#include <string_view>

namespace ofsearch {

// Fills grade and judgements of an article; authority, visit type, dates and title are already
// there. The overall grade comes from the headline or the first paragraphs, a judgement's from any
// sentence that names it. What was, will be or was elsewhere decides nothing, and neither does an
// article on no single authority. Two readings that disagree give "unknown".
void find_article_grades(const View& view, Metadata* metadata);

// Returns true for a headline that tells of an overall grade just awarded.
bool awards_grade(std::string_view headline);

}  // namespace ofsearch
