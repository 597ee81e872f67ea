#include "searcher/web/parts/chart.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace ofsearch::web {
namespace {

// Lengths in units of the drawing, which is scaled to the page.
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

// Returns the sign of a grade, as the style sheet has it: a shape, beside the colour.
std::string sign_of(std::string_view kind) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kSigns = {
      {{"outstanding", "★"},
       {"typically-positive", "◇"},
       {"good", "●"},
       {"requires-improvement", "▲"},
       {"adequate", "▲"},
       {"inconsistent", "◈"},
       {"inadequate", "■"},
       {"widespread-failings", "◆"}}};
  for (const auto& [known, sign] : kSigns)
    if (known == kind) return std::string(sign);
  return "○";
}

constexpr double kYear = 52;  // of the time line
constexpr double kSign = 20;
constexpr size_t kRows = 5, kRow = 22;

}  // namespace

double in_years(const Date& day) {
  constexpr double kMonths = 12, kDays = 31;  // the most of a month
  return day.year + (day.month - 1 + (day.day - 1) / kDays) / kMonths;
}

Json timeline_view(const std::vector<Moment>& moments) {
  std::vector<Moment> ordered = moments;
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Moment& a, const Moment& b) { return a.year < b.year; });
  if (ordered.empty()) return Json();
  int first = static_cast<int>(ordered.front().year), last = static_cast<int>(ordered.back().year);
  Json years = Json::array(), signs = Json::array();
  for (int year = first; year <= last; ++year)
    years.push_back({{"middle", static_cast<int>((year - first + 0.5) * kYear)},
                     {"edge", static_cast<int>((year - first) * kYear)},
                     {"label", std::to_string(year)}});
  std::vector<double> ends(kRows, -kSign);  // of the last sign of each row, from below
  std::vector<size_t> rows;                 // of each moment
  for (const Moment& moment : ordered) {
    double at = (moment.year - first) * kYear;
    size_t row = 0;
    while (row + 1 < kRows && at < ends[row] + kSign) ++row;
    ends[row] = at;
    rows.push_back(row);
  }
  size_t axis = kTop + (*std::max_element(rows.begin(), rows.end()) + 1) * kRow;
  for (size_t i = 0; i < ordered.size(); ++i) {
    const Moment& moment = ordered[i];
    double at = (moment.year - first) * kYear;
    signs.push_back({{"left", static_cast<int>(at)},
                     {"level", axis - 8 - rows[i] * kRow},
                     {"kind", moment.kind},
                     {"sign", sign_of(moment.kind)},
                     {"words", moment.words},
                     {"link", moment.link}});
  }
  return {{"width", static_cast<int>((last - first + 1) * kYear) + 12},
          {"height", axis + 24},
          {"axis", axis},
          {"foot", axis + 18},
          {"years", years},
          {"moments", signs}};
}

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
