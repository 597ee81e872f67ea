// Makes clean text from a reader's output: characters in display form, page furniture removed,
// broken words and lines rejoined to paragraphs over line and page ends.
#pragma once

#include "common/report/report.h"

namespace ofsearch {

// Returns the clean document. Never fails; a document with nothing but furniture has no paragraphs.
CleanDocument normalise(SourceDocument document);

}  // namespace ofsearch
