// Documents that are no report on a local authority's services for children: of other
// inspectorates, of schools, homes and agencies, and papers such as handbooks, plans and
// statistics.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>

namespace ofsearch {

// Returns the visit type such a document has, "other" (an inspection, but of something else) or
// "unknown" (no inspection), with the words of its title or head that say so. It has no grade and
// no judgements. Returns nothing for a document that may be one of ours.
std::optional<Reading> find_not_ours(const View& view);

// Tells whether that is a list of several reports, as a site's page of a council has it.
bool is_list(const Reading& not_ours);

// Tells whether that is a plan, a form or an answer to an inspection, which no inspectorate wrote
// as its report.
bool is_paper(const Reading& not_ours);

}  // namespace ofsearch
