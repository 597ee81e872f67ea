// The templates, style sheet, script and pictures of the pages, compiled in.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// The content of a file of searcher/web by its name ("site.css"); empty if there is none. And its
// SHA-256; of the name "" that of all together.
std::string_view web_data(std::string_view name);
std::string_view web_checksum(std::string_view name);

namespace web {

// Changes whenever any file of searcher/web does.
const std::string& assets_version();

// The media type of an asset that is served as it is, by its name; empty for everything else, such
// as templates.
std::string_view asset_type(std::string_view name);

// "/assets/site.css?v=0123abcd", which may be kept for ever.
std::string asset_link(std::string_view name);

}  // namespace web
}  // namespace ofsearch
