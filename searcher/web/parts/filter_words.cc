#include "searcher/web/parts/filter_words.h"

#include "common/field/authorities.h"
#include "common/index/fields.h"
#include "common/index/schema.h"
#include "common/report/date.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"
#include "searcher/present/formatter.h"
#include "searcher/web/parts/around.h"
#include "searcher/web/parts/words.h"

#include <vector>

namespace ofsearch::web {
namespace {

using Values = std::vector<std::string>;

// The day of "2018-06-03" or "2018-06-03T10:00:00Z" in words; anything else as typed.
std::string day_words(std::string_view typed) {
  const std::string day(typed.substr(0, to_iso(Date()).size()));
  return parse_iso_date(day) ? date_words(day) : std::string(typed);
}

std::string one_value(const Field& field, std::string_view typed) {
  if (field.kind == FieldKind::kAuthority) {
    const std::string group = group_label(typed), usual = Authorities::builtin().usual_name(typed);
    if (!group.empty()) return group;
    return usual.empty() ? value_label(field.name, typed) : usual;
  }
  return value_label(field.name, canonical_value(field, typed).value_or(std::string(typed)));
}

std::string values_words(const Field& field, std::string_view typed) {
  // The name of an authority may have commas.
  if (!Authorities::builtin().usual_name(typed).empty()) return one_value(field, typed);
  Values words;
  for (std::string_view part : split(typed, ',')) words.push_back(one_value(field, trimmed(part)));
  return list_in_words(words);
}

}  // namespace

FilterWords filter_words(std::string_view name, std::string_view typed) {
  const Field* field = filter_field(name, typed);
  if (field == nullptr) return {field_label(name), day_words(typed)};
  return {field_label(field->name), values_words(*field, typed)};
}

}  // namespace ofsearch::web
