#include "common/report/font_size.h"

#include "common/text/lists.h"

#include <cmath>
#include <map>

namespace ofsearch {

double usual_font_size(const std::vector<Page>& pages) {
  std::map<int, size_t> letters;  // by half points
  for (const Page& page : pages)
    for (const Line& line : page.lines)
      letters[static_cast<int>(std::lround(line.font_size * 2))] += line.text.size();
  return most_frequent(letters) / 2.0;
}

}  // namespace ofsearch
