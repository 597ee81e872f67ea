// Makes charts as data for a template, which draws them as SVG: columns over a row of labels. They
// have no styles and no scripts, and a table stands beside them.
#pragma once

#include "common/dates/date.h"
#include "common/records/report_json.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch::web {

// One label of the axis with its parts, which are drawn on each other from below: class of the
// part, value.
struct Column {
  std::string label;
  std::vector<std::pair<std::string, size_t>> parts;
};

// Returns {"width", "height", "columns": [{"label", "middle", "foot", "parts": [{"kind", "left",
// "top", "breadth", "tall"}]}], "lines": [{"level", "from", "until", "value"}]}
Json chart_view(const std::vector<Column>& columns);

// Something that happened at a time, in years and their parts: 2019.5.
struct Moment {
  double year = 0;
  std::string kind;   // class of its sign
  std::string words;  // what it is
  std::string link;
};

// Returns the day as Moment::year has it; it is within the year, also at its end.
double in_years(const Date& day);

// Returns {"width", "height", "axis", "foot", "years": [{"middle", "edge", "label"}], "moments":
// [{"left", "level", "kind", "sign", "words", "link"}]}. Moments close to each other stand above
// each other.
Json timeline_view(const std::vector<Moment>& moments);

}  // namespace ofsearch::web
