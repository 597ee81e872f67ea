// Reads the fields that stand before a text in Markdown, between lines of "---" (YAML) or "+++"
// (TOML).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

struct FrontMatter {
  std::string title;      // empty if there is none
  std::string published;  // ISO day; empty if there is none
  std::string_view rest;  // the text behind it
};

// Takes the fields off `text`. Returns nothing if it does not begin with such fields.
std::optional<FrontMatter> take_front_matter(std::string_view text);

}  // namespace ofsearch
