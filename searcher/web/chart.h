// Columns over a row of labels as data for a template, which draws them as SVG: no styles, no
// scripts, a table beside.
#pragma once

#include "common/report/report_json.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch::web {

// One label of the axis with its parts, drawn on each other from below: class of the part, value.
struct Column {
  std::string label;
  std::vector<std::pair<std::string, size_t>> parts;
};

// {"width", "height", "columns": [{"label", "x", "parts": [{"kind", "x", "y", "width",
// "height"}]}], "lines": [{"y", "value"}]}
Json chart_view(const std::vector<Column>& columns);

}  // namespace ofsearch::web
