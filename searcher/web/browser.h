// Showing a page to who sits at this desktop.
#pragma once

#include <string>

namespace ofsearch::web {

// Starts xdg-open; nothing happens where there is none.
void open_browser(const std::string& address);

}  // namespace ofsearch::web
