#include "common/index/listed_values.h"

#include "common/field/authorities/authorities.h"
#include "common/text/characters.h"
#include "common/text/text.h"

#include <algorithm>

namespace ofsearch {

std::vector<std::string> parts_at_commas(std::string_view typed) {
  std::vector<std::string> parts;
  for (std::string_view part : split(typed, ',')) parts.emplace_back(trimmed(part));
  return parts;
}

std::string joined_parts(const std::vector<std::string>& parts, size_t begin, size_t end) {
  std::string text;
  for (size_t i = begin; i < end; ++i) text += (i == begin ? "" : ", ") + parts[i];
  return text;
}

std::vector<std::string> listed_values(const Field& field, std::string_view typed) {
  std::vector<std::string> parts = parts_at_commas(typed);
  if (field.kind != FieldKind::kAuthority) return parts;
  std::vector<std::string> values;
  for (size_t begin = 0; begin < parts.size();) {
    size_t end = parts.size();
    while (end > begin + 1 &&
           Authorities::builtin().find(joined_parts(parts, begin, end)) == nullptr)
      --end;
    values.push_back(joined_parts(parts, begin, end));
    begin = end;
  }
  return values;
}

bool stands_for_none(const Field& field, std::string_view value) {
  const bool lists_it = std::ranges::find(field.values, kUnknown) != field.values.end();
  const bool has_it = field.kind == FieldKind::kAuthority || field.kind == FieldKind::kYear;
  return field.level == FieldLevel::kReport && !lists_it && !has_it &&
         search_form(value) == kUnknown;
}

}  // namespace ofsearch
