// Tells who led a joint inspection, from the list of its team.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// Returns the leads that the list of a joint inspection's team names, "; " between them; the
// partner inspectorate has one of its own in the same row or line.
std::optional<Reading> by_team_list(const std::vector<Cell>& cells, bool has_layout);

// Returns the leads in "... Commission NAME, Ofsted HMI Lead inspector NAME, CQC Lead inspector",
// in a text whose lines ran together.
std::optional<Reading> by_running_team(const std::string& text, int page);

}  // namespace ofsearch
