#include "searcher/web/chart.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ofsearch::web {
namespace {

// In units of the drawing, which is scaled to the page.
constexpr size_t kPlot = 160, kTop = 10, kLeft = 44, kStep = 40, kBar = 28, kBottom = 26;

size_t height_of(const Column& column) {
  size_t sum = 0;
  for (const auto& [kind, value] : column.parts) sum += value;
  return sum;
}

// The next of 1, 2, 5, 10, 20, ... so that four lines reach `most`.
size_t step_for(size_t most) {
  size_t step = 1;
  for (size_t factor = 1; step * 4 < most; factor *= 10)
    for (size_t digit : {1, 2, 5})
      if (step * 4 < most) step = digit * factor;
  return step;
}

}  // namespace

Json chart_view(const std::vector<Column>& columns) {
  size_t most = 1;
  for (const Column& column : columns) most = std::max(most, height_of(column));
  size_t step = step_for(most), top = step * 4;
  auto scaled = [&](size_t value) { return value * kPlot / top; };
  Json drawn = Json::array(), lines = Json::array();
  for (size_t i = 0; i < columns.size(); ++i) {
    size_t x = kLeft + i * kStep + (kStep - kBar) / 2, below = 0;
    Json parts = Json::array();
    for (const auto& [kind, value] : columns[i].parts) {
      size_t height = scaled(below + value) - scaled(below);
      parts.push_back({{"kind", kind},
                       {"left", x},
                       {"top", kTop + kPlot - scaled(below) - height},
                       {"breadth", kBar},
                       {"tall", height}});
      below += value;
    }
    drawn.push_back({{"label", columns[i].label},
                     {"middle", x + kBar / 2},
                     {"foot", kTop + kPlot + 18},
                     {"parts", parts}});
  }
  size_t width = kLeft + std::max<size_t>(columns.size(), 1) * kStep;
  for (size_t line = 0; line <= 4; ++line)
    lines.push_back({{"level", kTop + kPlot - scaled(line * step)},
                     {"from", kLeft},
                     {"until", width},
                     {"value", std::to_string(line * step)}});
  return {
      {"width", width}, {"height", kTop + kPlot + kBottom}, {"columns", drawn}, {"lines", lines}};
}

}  // namespace ofsearch::web
