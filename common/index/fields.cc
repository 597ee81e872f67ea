#include "common/index/fields.h"

#include "common/field/authorities/authorities.h"
#include "common/index/schema.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"
#include "common/text/text.h"

#include <algorithm>

namespace ofsearch {
namespace {

using Values = std::vector<std::string>;

std::optional<std::string> authority_value(const Field&, std::string_view typed) {
  const Authority* authority = Authorities::builtin().find(typed);
  return authority == nullptr ? std::nullopt : std::optional(authority->name);
}

std::optional<std::string> judgement_value(const Field& field, std::string_view typed) {
  const std::string text = search_form(typed);
  const size_t colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  std::string judgement = text.substr(0, colon);
  std::replace(judgement.begin(), judgement.end(), '-', '_');
  for (const Field& row : fields())
    if (row.with_colon == field.name && find_judgement(judgement) != nullptr)
      if (auto grade = canonical_value(row, std::string_view(text).substr(colon + 1)))
        return judgement + ":" + *grade;
  return std::nullopt;
}

std::optional<std::string> year_value(const Field&, std::string_view typed) {
  std::string text = search_form(typed);
  return is_year(text) || text == "unknown" ? std::optional(text) : std::nullopt;
}

std::optional<std::string> listed_value(const Field& field, std::string_view typed) {
  std::string words = bare_words(typed);
  for (const auto& [other, value] : field.spellings)
    if (words == other) return value;
  for (const std::string& value : field.values)
    if (bare_words(value) == words) return value;
  return std::nullopt;
}

// A kind of field, with what differs by kind: how `typed` becomes a value, and the form in which
// terms hold a value.
struct KindRow {
  FieldKind kind;
  std::optional<std::string> (*canonical)(const Field&, std::string_view typed);
  std::string (*key)(std::string_view value);
};

std::string words_key(std::string_view value) {
  return bare_words(value);
}

const KindRow& kind_of(const Field& field) {
  static constexpr KindRow kKinds[] = {
      {FieldKind::kChoice, listed_value, words_key},
      {FieldKind::kAuthority, authority_value, normalise_authority_name},
      {FieldKind::kPerson, listed_value, words_key},
      {FieldKind::kYear, year_value, words_key},
      {FieldKind::kJudgement, judgement_value, search_form},
  };
  return *std::ranges::find(kKinds, field.kind, &KindRow::kind);
}

}  // namespace

const Field* find_field(std::string_view name) {
  for (const Field& field : fields())
    if (field.name == name || field.query_name == name || field.option == name) return &field;
  return nullptr;
}

const Field* filter_field(std::string_view name, std::string_view typed) {
  const Field* field = find_field(name);
  if (field == nullptr || field->with_colon.empty()) return field;
  const auto has_colon = [](std::string_view part) {
    return part.find(':') != std::string_view::npos;
  };
  return std::ranges::all_of(split(typed, ','), has_colon) ? find_field(field->with_colon) : field;
}

bool is_of_passages(std::string_view name) {
  const Field* field = find_field(name);
  return field != nullptr && field->level == FieldLevel::kPassage;
}

bool counts_passages(std::string_view name) {
  return is_of_passages(name) && !find_field(name)->counts_reports;
}

bool is_year(std::string_view text) {
  return text.size() == 4 && std::ranges::all_of(text, is_ascii_digit);
}

std::vector<std::string> field_values(const Field& field, const Metadata& metadata) {
  return field.of_report == nullptr ? Values() : field.of_report(metadata);
}

std::vector<std::string> field_values(const Field& field, const Passage& passage) {
  return field.of_passage == nullptr ? Values() : field.of_passage(passage);
}

std::string filter_term(const Field& field, std::string_view value) {
  return prefixed_term(field.term_prefix, kind_of(field).key(value));
}

const std::string& boilerplate_term() {
  static const std::string kTerm =
      filter_term(*find_field("section"), section_kind_name(SectionKind::kBoilerplate));
  return kTerm;
}

std::optional<std::string> canonical_value(const Field& field, std::string_view typed) {
  if (search_form(typed).empty()) return std::nullopt;
  return kind_of(field).canonical(field, typed);
}

std::vector<std::string> expanded_values(const Field& field, std::string_view typed) {
  const std::optional<std::string> value = canonical_value(field, typed);
  const std::string words = bare_words(value.value_or(std::string(typed)));
  for (const auto& [name, values] : field.groups)
    if (bare_words(name) == words) return values;
  return value ? Values{*value} : Values();
}

std::string typed_for(const Field& field, std::string_view value) {
  const bool names_group =
      std::ranges::any_of(field.groups, [&](const auto& group) { return group.first == value; });
  for (const auto& [name, values] : field.groups)
    if (names_group && values.size() == 1 && values.front() == value) return name;
  return std::string(value);
}

std::vector<std::string> near_values(const Field& field, std::string_view typed, size_t n) {
  Values near;
  auto add = [&](const std::string& value) {
    if (near.size() < n && std::ranges::find(near, value) == near.end()) near.push_back(value);
  };
  const std::string words = bare_words(typed);
  for (const auto& [word, value] : field.meant)
    if (word == words) add(value);
  for (const std::string& value : field.values)
    if (!words.empty() && contains(" " + bare_words(value) + " ", " " + words + " ")) add(value);
  for (const std::string& value : nearest(typed, field.values, n)) add(value);
  // One word of several mistyped: "yorkshir".
  for (const std::string& value : field.values) {
    const std::string bare = bare_words(value);
    Values parts;
    for (std::string_view part : split_words(bare)) parts.emplace_back(part);
    if (parts.size() > 1 && !nearest(typed, parts, 1).empty()) add(value);
  }
  return near;
}

bool is_listed_before(const Field& field, std::string_view a, size_t a_count, std::string_view b,
                      size_t b_count) {
  if (field.order == ValueOrder::kByCount) return a_count > b_count;
  if (field.order == ValueOrder::kAsListed)
    return std::ranges::find(field.values, a) < std::ranges::find(field.values, b);
  const bool a_known = a != "unknown", b_known = b != "unknown";
  return a_known != b_known ? a_known : a > b;
}

}  // namespace ofsearch
