// How everyday sayings are compared with the words of a query: by stems, without words that do not
// count.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::everyday {

// Words that may stand anywhere in a saying, or be left out.
bool is_filler(std::string_view word);

// The stems of a text's words that count; a word in quotes as written(), which has no other form.
std::vector<std::string> stems_of(std::string_view text);

// The same where a text has little that counts: one word among others, or words that any query may
// have ("who is doing"). There the others have to stand beside it, each as beside().
std::vector<std::string> stems_of_saying(std::string_view text);

// A word that counts in this form only.
std::string written(std::string_view word);

// A word that does not count and must stand there; forms of "be", and of "their", are one.
std::string beside(std::string_view word);
bool is_beside(std::string_view item);

// The stem of what stems_of() has.
std::string stem_of_item(const std::string& item);

}  // namespace ofsearch::everyday
