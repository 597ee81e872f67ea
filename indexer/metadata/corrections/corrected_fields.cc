#include "indexer/metadata/corrections/corrected_fields.h"

#include "common/dates/date.h"
#include "common/field/authorities/authorities.h"
#include "common/index/fields.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"

#include <algorithm>

namespace ofsearch {
namespace {

using Check = std::optional<std::string> (*)(std::string_view field, std::string_view value);
using Set = void (*)(Metadata* metadata, const std::string& value);

std::optional<std::string> check_choice(std::string_view field, std::string_view value) {
  return canonical_value(*find_field(field), value);
}

std::optional<std::string> check_date(std::string_view, std::string_view value) {
  std::optional<Date> date = parse_iso_date(value);
  if (!date) return std::nullopt;
  return to_iso(*date);
}

std::optional<std::string> check_year(std::string_view, std::string_view value) {
  bool digits = value.size() == 4 && std::all_of(value.begin(), value.end(),
                                                 [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || value < "1990" || value > "2099") return std::nullopt;
  return std::string(value);
}

std::optional<std::string> check_text(std::string_view, std::string_view value) {
  return std::string(value);
}

// A council that the table does not know yet may be named all the same.
std::optional<std::string> check_authority(std::string_view, std::string_view value) {
  const Authority* known = Authorities::builtin().find(value);
  return known == nullptr ? std::string(value) : known->name;
}

std::optional<std::string> optional_of(const std::string& value) {
  if (value == kTakeAway) return std::nullopt;
  return value;
}

std::string text_of(const std::string& value, std::string_view none) {
  return value == kTakeAway ? std::string(none) : value;
}

struct FieldRule {
  std::string_view name;
  Check check;
  Set set;
};

const std::vector<FieldRule>& field_rules() {
  static const std::vector<FieldRule> kRules = {
      {"kind", check_choice,
       [](Metadata* m, const std::string& v) { m->kind = text_of(v, "unknown"); }},
      {"title", check_text, [](Metadata* m, const std::string& v) { m->title = text_of(v, ""); }},
      {"authority", check_authority,
       [](Metadata* m, const std::string& v) { m->authority = text_of(v, "unknown"); }},
      {"authority_code", check_text,
       [](Metadata* m, const std::string& v) { m->authority_code = text_of(v, ""); }},
      {"region", check_choice,
       [](Metadata* m, const std::string& v) { m->region = text_of(v, ""); }},
      {"visit_type", check_choice,
       [](Metadata* m, const std::string& v) { m->visit_type = text_of(v, "unknown"); }},
      {"inspection_start", check_date,
       [](Metadata* m, const std::string& v) { m->inspection_start = optional_of(v); }},
      {"inspection_end", check_date,
       [](Metadata* m, const std::string& v) { m->inspection_end = optional_of(v); }},
      {"published", check_date,
       [](Metadata* m, const std::string& v) { m->published = optional_of(v); }},
      {"year", check_year,
       [](Metadata* m, const std::string& v) {
         m->year = v == kTakeAway ? std::optional<int>() : std::stoi(v);
       }},
      {"grade", check_choice,
       [](Metadata* m, const std::string& v) { m->grade = text_of(v, "unknown"); }},
      {"standing_grade", check_choice,
       [](Metadata* m, const std::string& v) { m->standing_grade = optional_of(v); }},
      {"send_outcome", check_choice,
       [](Metadata* m, const std::string& v) { m->send_outcome = optional_of(v); }},
      {"focus", check_choice, [](Metadata* m, const std::string& v) { m->focus = optional_of(v); }},
      {"lead_inspector", check_text,
       [](Metadata* m, const std::string& v) { m->lead_inspector = optional_of(v); }},
      {"url", check_text, [](Metadata* m, const std::string& v) { m->url = optional_of(v); }},
  };
  return kRules;
}

const FieldRule* find_rule(std::string_view name) {
  for (const FieldRule& rule : field_rules())
    if (rule.name == name) return &rule;
  return nullptr;
}

// "leaders" or "judgements.leaders" -> "leaders"; empty for anything else.
std::string judgement_key(std::string_view column) {
  constexpr std::string_view kPrefix = "judgements.";
  if (column.starts_with(kPrefix)) column.remove_prefix(kPrefix.size());
  return find_judgement(column) != nullptr ? std::string(column) : std::string();
}

}  // namespace

bool is_corrected_field(std::string_view name) {
  return find_rule(name) != nullptr || !judgement_key(name).empty();
}

std::vector<std::string> corrected_fields() {
  std::vector<std::string> names;
  for (const FieldRule& rule : field_rules()) names.emplace_back(rule.name);
  for (const Judgement& judgement : judgements()) names.emplace_back(judgement.name);
  return names;
}

std::optional<std::string> corrected_value(const std::string& column, const std::string& value) {
  if (value == kTakeAway) return value;
  if (!judgement_key(column).empty()) {
    std::optional<std::string> grade = check_choice("grade", value);
    return grade == "none" ? std::nullopt : grade;
  }
  return find_rule(column)->check(column, value);
}

std::string allowed_values(const std::string& column) {
  if (const Field* field = find_field(judgement_key(column).empty() ? column : "grade");
      field != nullptr && !field->values.empty())
    return "one of " + list_in_words(field->values);
  return column == "year" ? "a year" : "a date as 2024-01-31";
}

void set_corrected_value(const std::string& field, const std::string& value,
                         const Evidence& evidence, Metadata* metadata) {
  std::string judgement = judgement_key(field);
  if (judgement.empty()) {
    find_rule(field)->set(metadata, value);
    metadata->evidence[field] = evidence;
    return;
  }
  if (value == kTakeAway)
    metadata->judgements.erase(judgement);
  else
    metadata->judgements[judgement] = value;
  metadata->evidence["judgements." + judgement] = evidence;
}

}  // namespace ofsearch
