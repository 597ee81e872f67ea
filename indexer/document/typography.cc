#include "indexer/document/typography.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace ofsearch {
namespace {

template <typename Key>
Key most_frequent(const std::map<Key, size_t>& counts) {
  auto best = std::max_element(counts.begin(), counts.end(),
                               [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? Key() : best->first;
}

}  // namespace

Typography measure_typography(const std::vector<Page>& pages) {
  std::map<int, size_t> sizes;    // half points
  std::map<int, size_t> pitches;  // half points
  for (const Page& page : pages) {
    const Line* previous = nullptr;
    for (const Line& line : page.lines) {
      sizes[static_cast<int>(std::lround(line.font_size * 2))] += line.text.size();
      if (previous != nullptr && line.font_size == previous->font_size) {
        double pitch = line.y0 - previous->y0;
        if (pitch > line.font_size * 0.9 && pitch < line.font_size * 2.5)
          ++pitches[static_cast<int>(std::lround(pitch * 2))];
      }
      previous = &line;
    }
  }
  return {most_frequent(sizes) / 2.0, most_frequent(pitches) / 2.0};
}

}  // namespace ofsearch
