#include "common/index/listed_values.h"

#include "common/field/authorities/authorities.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"
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

std::vector<std::string> values_together(const Field& field, std::string_view value) {
  if (filter_field(field.name, value)->kind != FieldKind::kJudgement) return {std::string(value)};
  std::vector<std::string> values;
  for (std::string_view part : split(value, '+')) values.emplace_back(trimmed(part));
  return values;
}

std::string together_in_words(const Field& field, const std::string& value) {
  std::string words;
  for (const std::string& each : values_together(field, value))
    words += (words.empty() ? "" : " and ") + each;
  return words;
}

namespace {

constexpr std::string_view kAnd = " and ", kTo = " to ";

}  // namespace

std::string any_in_words(const std::vector<std::string>& values) {
  // A part with which all composed values begin or end is said once.
  for (std::string_view link : {kAnd, kTo}) {
    const size_t at = values.empty() ? std::string::npos : values.front().rfind(link);
    if (at == std::string::npos) continue;
    const std::string begin = values.front().substr(0, at + link.size());
    std::vector<std::string> ends;
    for (const std::string& value : values)
      if (value.starts_with(begin)) ends.push_back(value.substr(begin.size()));
    if (ends.size() == values.size()) return begin + list_in_words(ends);
    if (link != kTo) continue;  // "a or b and c" would be read otherwise
    const std::string end = values.front().substr(at);
    std::vector<std::string> begins;
    for (const std::string& value : values)
      if (value.ends_with(end)) begins.push_back(value.substr(0, value.size() - end.size()));
    if (begins.size() == values.size()) return list_in_words(begins) + end;
  }
  return list_in_words(values);
}

bool stands_for_none(const Field& field, std::string_view value) {
  const bool lists_it = std::ranges::find(field.values, kUnknown) != field.values.end();
  const bool has_it = field.kind == FieldKind::kAuthority || field.kind == FieldKind::kYear;
  return field.level == FieldLevel::kReport && !lists_it && !has_it &&
         search_form(value) == kUnknown;
}

bool is_in_years(std::string_view typed, std::string_view year) {
  const size_t dots = typed.find("..");
  if (dots == std::string_view::npos) return typed == year;
  const std::string_view first = typed.substr(0, dots), last = typed.substr(dots + 2);
  return (first.empty() || year >= first) && (last.empty() || year <= last);
}

}  // namespace ofsearch
