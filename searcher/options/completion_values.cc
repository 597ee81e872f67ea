#include "searcher/options/completion_values.h"

#include "common/field/authorities/authority_groups.h"
#include "common/index/fields.h"
#include "common/report/values.h"
#include "common/text/text.h"
#include "searcher/present/formatter.h"
#include "searcher/results/request_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace ofsearch {
namespace {

using Strings = std::vector<std::string>;

// The options that take the names of fields, and what they take beside them.
struct FieldsOption {
  std::string_view option;
  Strings beside;
  bool is_pair;  // "ROWS,COLUMNS"
};
const std::array<FieldsOption, 2>& fields_options() {
  static const std::array<FieldsOption, 2> kOptions = {
      {{"facets", {"all", "none"}, false}, {"matrix", {}, true}}};
  return kOptions;
}

// The options that take an authority and are no filters: a comma in them belongs to the name.
constexpr std::array<std::string_view, 3> kOfAuthority = {"history", "compare", "since-last"};
constexpr std::array<std::string_view, 2> kBeforeAuthority = {kRegionOf, kNeighboursOf};

// Returns `value` with hyphens for spaces if that is understood too: it then needs no quotes.
std::string without_spaces(const Field& field, const std::string& value) {
  std::string joined = value;
  std::ranges::replace(joined, ' ', '-');
  return canonical_value(field, joined) == value ? joined : value;
}

Strings values_of(const Field& field) {
  Strings values;
  for (const std::string& value : field.values) values.push_back(without_spaces(field, value));
  for (const auto& [group, members] : field.groups) values.push_back(group);
  for (const auto& [spelling, value] : field.spellings)
    if (spelling.find(' ') == std::string::npos) values.push_back(spelling);
  return values;
}

Strings judgement_names() {
  Strings names;
  for (const Judgement& judgement : judgements())
    names.push_back(std::string(judgement.name) + ":");
  return names;
}

// Returns what may stand for one value of a filter.
Strings values_of_filter(const Field& field, const std::string& typed, const Strings& in_index) {
  const bool judgement = field.kind == FieldKind::kJudgement || !field.with_colon.empty();
  const size_t colon = typed.find(':');
  Strings values;
  if (judgement && colon != std::string::npos) {
    const Field& grades = *find_field("standing_grade");
    for (const std::string& grade : values_of(grades))
      if (grade != "unknown") values.push_back(typed.substr(0, colon + 1) + grade);
    return values;
  }
  values = in_index;
  for (std::string& value : values_of(field)) values.push_back(std::move(value));
  if (judgement)
    for (std::string& name : judgement_names()) values.push_back(std::move(name));
  if (field.kind == FieldKind::kAuthority)
    for (std::string_view before : kBeforeAuthority) {
      if (!typed.starts_with(before)) continue;
      values.clear();
      for (const std::string& value : in_index) values.push_back(std::string(before) + value);
    }
  if (field.kind == FieldKind::kAuthority && typed.starts_with(kKindOf)) {
    values.clear();
    for (const std::string& kind : authority_kind_names())
      values.push_back(std::string(kKindOf) + kind);
  }
  return values;
}

Strings names_of_fields(const FieldsOption& option, bool is_first) {
  Strings names = is_first ? option.beside : Strings();
  for (const Field& field : fields())
    names.push_back(std::string(field.option) + (option.is_pair && is_first ? "," : ""));
  return names;
}

void add_begun(const std::string& lead, const std::string& begun, const Strings& values,
               Strings* words) {
  std::string key = search_form(begun);
  if (begun.ends_with(' ')) key += ' ';
  for (const std::string& value : values) {
    std::string word = lead + value;
    const bool known = std::ranges::find(*words, word) != words->end();
    if (!known && search_form(value).starts_with(key)) words->push_back(std::move(word));
  }
}

}  // namespace

const Strings& option_choices(std::string_view option) {
  static const std::vector<std::pair<std::string_view, Strings>> kChoices = {
      {"format", format_names()},
      {"sort", sort_order_names()},
      {"match", match_mode_names()},
      {"trend", {"year", "quarter"}},
      {"color", {"auto", "always", "never"}},
      {"links", {"auto", "always", "never"}},
      {"limit", {"all"}},
      {"passages", {"all"}},
      {"indexed-since", {"last-run", "yesterday", "today"}},
      {"new-since", {"last-run", "yesterday", "today"}},
  };
  static const Strings kNone;
  for (const auto& [name, choices] : kChoices)
    if (name == option) return choices;
  return kNone;
}

std::string_view field_in_index(std::string_view option) {
  if (std::ranges::find(kOfAuthority, option) != kOfAuthority.end()) return "authority";
  const Field* field = find_field(option);
  const bool open =
      field != nullptr && field->values.empty() && field->kind != FieldKind::kJudgement;
  return open ? field->name : std::string_view();
}

Strings completion_values(std::string_view option, const std::string& typed,
                          const Strings& in_index) {
  Strings words;
  add_begun("", typed, option_choices(option), &words);
  if (std::ranges::find(kOfAuthority, option) != kOfAuthority.end())
    add_begun("", typed, in_index, &words);
  const size_t comma = typed.rfind(',');
  const std::string lead = comma == std::string::npos ? "" : typed.substr(0, comma + 1);
  const std::string begun = typed.substr(lead.size());
  for (const FieldsOption& each : fields_options())
    if (each.option == option && !(each.is_pair && lead.find(',') != lead.rfind(',')))
      add_begun(lead, begun, names_of_fields(each, lead.empty()), &words);
  const Field* field = find_field(option);
  if (field == nullptr || field->option != option) return words;
  add_begun("", typed, values_of_filter(*field, typed, in_index), &words);
  if (!lead.empty()) add_begun(lead, begun, values_of_filter(*field, begun, in_index), &words);
  return words;
}

}  // namespace ofsearch
