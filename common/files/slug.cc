#include "common/files/slug.h"

#include "common/text/characters.h"
#include "common/text/text.h"

namespace ofsearch {

std::string slug(std::string_view text, size_t longest) {
  std::string out;
  for (char c : search_form(text)) {
    if (is_ascii_letter(c) || is_ascii_digit(c))
      out.push_back(c);
    else if (c != '\'' && !out.empty() && out.back() != '-')
      out.push_back('-');
    if (out.size() >= longest) break;
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

}  // namespace ofsearch
