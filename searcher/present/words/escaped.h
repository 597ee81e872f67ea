// Writes texts as JSON and Markdown take them, without what a terminal would obey.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace ofsearch {

inline constexpr int kJsonVersion = 1;  // of the shapes of docs/output.md

// Returns `json` in one line. Bytes that are no UTF-8 are replaced.
std::string json_text(const nlohmann::ordered_json& json);

// Returns `text` with a backslash before the signs that Markdown would take for its own. `kept`
// names the control characters that stay.
std::string markdown_escaped(std::string_view text, std::string_view kept = {});

}  // namespace ofsearch
