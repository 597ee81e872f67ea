// Tells text whose letters were misread throughout, as poor scans give it. What such a text says
// once, in words of its own (a name, a topic), may be misread too.
#pragma once

#include "common/report/report.h"

#include <string_view>

namespace ofsearch {

// Returns true if so many of the document's words are a common word but for a letter or two that it
// cannot be slips of the pen: one in a hundred. Returns false for a short document, or one without
// misreadings.
bool is_misread(const CleanDocument& document);

// Returns true if `word` is not `right` but may be it misread: one letter is another, too many or
// missing, or two letters stand for one. Both in lower case.
bool may_be_misread(std::string_view word, std::string_view right);

}  // namespace ofsearch
