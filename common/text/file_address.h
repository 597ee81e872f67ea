// Writes addresses as browsers, readers and terminals follow them: escapes, and where a file lies.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// Returns `text` escaped. Letters, digits, "-._~" (RFC 3986: "unreserved") and the signs of `kept`
// stay, all else is %HH.
std::string percent_escaped(std::string_view text, std::string_view kept = {});

// Returns "file:///reports/a%20b.pdf#page=3" for an absolute path of any bytes; no "#" for page 0.
std::string file_address(std::string_view path, int page = 0);

// Tells whether `text` is an address that a link may lead to: http or https, and none of the
// characters that an address must escape (RFC 3986), so that it can stand in Markdown and HTML.
bool is_web_address(std::string_view text);

}  // namespace ofsearch
