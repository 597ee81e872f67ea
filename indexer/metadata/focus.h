// Tells what a focused or monitoring visit looked at.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>

namespace ofsearch {

// Returns the topic of the sentence or heading that says what inspectors looked at; "other" if it
// says so and names none of the known topics, nothing if nothing says so.
std::optional<Reading> find_focus(const View& view);

// Returns the topic that a text names first; empty if none. It is for tests.
std::string_view focus_of(std::string_view search_form);

}  // namespace ofsearch
