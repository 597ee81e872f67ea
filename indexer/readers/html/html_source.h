// Makes the source of a web page ready for Gumbo.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

// Returns `html` (UTF-8) as a parser of HTML should see it:
// - an element that closes itself ("<script src='a.js'/>", which XHTML allows) gets an end tag,
//   since HTML would take all that follows for its content;
// - a form is a <div>: Gumbo does not see where a form ends;
// - pictures that are written into an attribute ("data:image/png;base64,...") are taken out.
// Nothing if more elements stay open than any real page forgets to close: Gumbo's time and stack
// grow with their number.
std::optional<std::string> prepare_html(std::string_view html);

}  // namespace ofsearch
