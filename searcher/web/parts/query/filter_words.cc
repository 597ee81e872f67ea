#include "searcher/web/parts/query/filter_words.h"

#include "common/dates/date.h"
#include "common/field/authorities/authorities.h"
#include "common/index/fields.h"
#include "common/index/listed_values.h"
#include "common/text/nearest.h"
#include "common/text/text.h"
#include "searcher/present/formatter.h"
#include "searcher/web/parts/frame/words.h"
#include "searcher/web/parts/query/around.h"

#include <array>
#include <vector>

namespace ofsearch::web {
namespace {

using Values = std::vector<std::string>;

// The day of "2018-06-03" or "2018-06-03T10:00:00Z" in words; anything else as typed.
std::string day_words(std::string_view typed) {
  const std::string day(typed.substr(0, to_iso(Date()).size()));
  return parse_iso_date(day) ? date_words(day) : std::string(typed);
}

struct Label {
  std::string_view field, typed, label;
};

// Labels of what a filter takes, if that is not what a report has under the same name.
constexpr std::array<Label, 3> kLabels = {{
    {"visit_type", "ilacs", "All ILACS inspections: standard, short and of unclear length"},
    {"visit_type", "ilacs-unclear", "Inspection (ILACS) of unclear length"},
    {"finding", "any", "Any"},
}};

std::string label_of(const Field& field, std::string_view typed) {
  for (const Label& row : kLabels)
    if (row.field == field.name && bare_words(row.typed) == bare_words(typed))
      return std::string(row.label);
  return value_label(field.name, typed);
}

std::string value_words(const Field& field, std::string_view typed) {
  if (field.kind == FieldKind::kAuthority) {
    const std::string group = group_label(typed), usual = Authorities::builtin().usual_name(typed);
    if (!group.empty()) return group;
    return usual.empty() ? value_label(field.name, typed) : usual;
  }
  std::string words;  // judgements that must all be so
  for (const std::string& each : values_together(field, typed))
    words += (words.empty() ? "" : " and ") +
             label_of(field, canonical_value(field, each).value_or(each));
  return words;
}

std::string values_words(const Field& field, std::string_view typed) {
  Values words;
  for (const std::string& value : listed_values(field, typed))
    words.push_back(value_words(field, value));
  return list_in_words(words);
}

}  // namespace

FilterWords filter_words(std::string_view name, std::string_view typed) {
  const Field* field = filter_field(name, typed);
  if (field == nullptr) return {field_label(name), day_words(typed)};
  return {field_label(field->name), values_words(*field, typed)};
}

OneValue one_value(std::string_view field, std::string_view value) {
  const Field* known = find_field(field);
  if (known == nullptr) return {std::string(value), value_label(field, value)};
  std::string typed = typed_for(*known, value);
  std::string label = label_of(*known, typed);
  return {std::move(typed), std::move(label)};
}

}  // namespace ofsearch::web
