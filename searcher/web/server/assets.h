// Holds the templates, style sheet, script and pictures of the pages, compiled in.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Return the content of a file of searcher/web by its name ("site.css"), empty if there is none;
// and its SHA-256. That of the name "" is that of all files together.
std::string_view web_data(std::string_view name);
std::string_view web_checksum(std::string_view name);

namespace web {

// Returns a version that changes whenever any file of searcher/web does.
const std::string& assets_version();

// Returns the media type of an asset that is served as it is, by its name. It is empty for
// everything else, such as templates.
std::string_view asset_type(std::string_view name);

// Returns an address that may be kept for ever: "/assets/site.css?v=0123abcd".
std::string asset_link(std::string_view name);

}  // namespace web
}  // namespace ofsearch
