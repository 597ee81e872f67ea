// From what a reader saw to clean text: characters in display form, page furniture taken out,
// lines rejoined to paragraphs over line and page ends.
#pragma once

#include "common/report/report.h"

namespace ofsearch {

// Never fails; a document of furniture alone comes back without paragraphs.
CleanDocument normalise(SourceDocument document);

}  // namespace ofsearch
