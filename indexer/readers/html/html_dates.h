// Finds the day on which a web page says, in what its readers do not see, that it was published.
#pragma once

#include <gumbo.h>

#include <string>

namespace ofsearch {

// Returns the day (ISO); empty if the page does not say it, or says several days.
std::string published_in_html(const GumboNode* root, int max_depth);

}  // namespace ofsearch
