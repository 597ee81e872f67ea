#include "indexer/document/lines/typography.h"

#include "common/report/font_size.h"
#include "common/text/lists.h"

#include <cmath>
#include <map>

namespace ofsearch {
Typography measure_typography(const std::vector<Page>& pages) {
  std::map<int, size_t> pitches;  // half points
  for (const Page& page : pages) {
    const Line* previous = nullptr;
    for (const Line& line : page.lines) {
      if (previous != nullptr && line.font_size == previous->font_size) {
        double pitch = line.y0 - previous->y0;
        if (pitch > line.font_size * 0.9 && pitch < line.font_size * 2.5)
          ++pitches[static_cast<int>(std::lround(pitch * 2))];
      }
      previous = &line;
    }
  }
  return {usual_font_size(pages), most_frequent(pitches) / 2.0};
}

}  // namespace ofsearch
