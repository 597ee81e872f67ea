// Tells whether what a PDF gives as text can be read. Fonts without a map of their characters give
// nonsense.
#pragma once

#include "common/report/report.h"

#include <string>
#include <vector>

namespace ofsearch {

// Tells whether most of the page's characters are unknown (U+FFFD), or its letters make no words:
// what is printed cannot be told from it.
bool is_unreadable(const Page& page);

// Returns words with letters that could not be read ("ac\uFFFDons"), as they stand; at most `most`
// of them.
std::vector<std::string> damaged_words(const std::vector<Page>& pages, size_t most);

// Returns numbers, which are in ascending order, as "3", "3 and 5", "2 to 4 and 7".
std::string number_list(const std::vector<int>& numbers);

}  // namespace ofsearch
