// Cuts title pages whose lines ran together on the way to the web, or were broken anew to fit a
// width: "Loamshire Council Inspection of ... Inspection dates: 3 to 14 June 2019 Lead inspector:
// Ada Brook Judgement Grade ... Good".
#pragma once

#include "common/report/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Returns the document with the long lines and paragraphs of its opening cut again before the
// labels that begin a line of a title page or letter, and around the grades behind a judgement's
// label. Returns nothing if it has layout or there is nothing to cut.
std::optional<CleanDocument> cut_run_on_opening(const CleanDocument& document);

// Returns the pieces of one such text, in order; one piece if it has fewer labels of a title page
// than `fewest_labels`. It is for tests.
std::vector<std::string> cut_run_on(std::string_view text, size_t fewest_labels = 2);

}  // namespace ofsearch
