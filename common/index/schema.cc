#include "common/index/schema.h"

#include "common/field/authorities.h"
#include "common/report/acronyms.h"
#include "common/report/values.h"
#include "common/text/text.h"

#include <algorithm>
#include <map>

namespace ofsearch {
namespace {

// Spellings that people type for a value of some field.
const std::map<std::string, std::string>& other_spellings() {
  static const std::map<std::string, std::string> kSpellings = {
      {"ri", "requires improvement"},
      {"requires-improvement", "requires improvement"},
      {"requires improvement to be good", "requires improvement"},
      {"requires-improvement-to-be-good", "requires improvement"},
      {"typically positive", "typically-positive"},
      {"widespread failings", "widespread-failings"},
  };
  return kSpellings;
}

std::vector<std::string> standing_grade_names() {
  std::vector<std::string> names = awarded_grade_names();
  names.emplace_back("unknown");
  return names;
}

const std::vector<Field>& table() {
  static const std::vector<Field> kFields = {
      {"authority",
       "authority",
       "authority",
       "XA",
       10,
       "NAME",
       "reports on this local authority",
       true,
       {}},
      {"year",
       "year",
       "year",
       "XY",
       11,
       "YEAR|FROM..TO",
       "reports of this year or these years",
       true,
       {}},
      {"visit_type", "type", "type", "XT", 12, "TYPE", "inspections and visits of this type", true,
       visit_type_names()},
      {"grade", "grade", "grade", "XG", 13, "GRADE|JUDGEMENT:GRADE",
       "reports that award this grade, overall or in one judgement", true, grade_names()},
      {"kind", "kind", "kind", "XK", 14, "KIND", "documents of this kind", false,
       document_kind_names()},
      {"region",
       "region",
       "region",
       "XR",
       15,
       "REGION",
       "authorities of this English region",
       false,
       {region_names().begin(), region_names().end()}},
      {"standing_grade", "standing-grade", "standing-grade", "XS", 16, "GRADE",
       "visits to authorities with this overall grade at the time", false, standing_grade_names()},
      {"send_outcome", "send-outcome", "send-outcome", "XO", 17, "OUTCOME",
       "area SEND inspections with this outcome", false, send_outcome_names()},
      {"focus", "focus", "focus", "XF", 18, "FOCUS", "focused and monitoring visits on this", false,
       focus_names()},
      {"lead_inspector",
       "inspector",
       "inspector",
       "XI",
       19,
       "NAME",
       "inspections led by this inspector",
       false,
       {}},
      {"judgements",
       "judgement",
       "judgement",
       "XJ",
       20,
       "JUDGEMENT:GRADE",
       "reports with this grade in one judgement",
       false,
       {}},
  };
  return kFields;
}

std::vector<std::string> one(const std::string& value) {
  return value.empty() ? std::vector<std::string>() : std::vector<std::string>{value};
}

std::vector<std::string> one(const std::optional<std::string>& value) {
  return value ? one(*value) : std::vector<std::string>();
}

using Getter = std::vector<std::string> (*)(const Metadata&);

const std::map<std::string_view, Getter>& getters() {
  static const std::map<std::string_view, Getter> kGetters = {
      {"authority", [](const Metadata& m) { return one(m.authority); }},
      {"year", [](const Metadata& m) { return one(m.year ? std::to_string(*m.year) : "unknown"); }},
      {"visit_type", [](const Metadata& m) { return one(m.visit_type); }},
      {"grade", [](const Metadata& m) { return one(m.grade); }},
      {"kind", [](const Metadata& m) { return one(m.kind); }},
      {"region", [](const Metadata& m) { return one(m.region); }},
      {"standing_grade", [](const Metadata& m) { return one(m.standing_grade); }},
      {"send_outcome", [](const Metadata& m) { return one(m.send_outcome); }},
      {"focus", [](const Metadata& m) { return one(m.focus); }},
      {"lead_inspector", [](const Metadata& m) { return one(m.lead_inspector); }},
      {"judgements",
       [](const Metadata& m) {
         std::vector<std::string> values;
         for (const auto& [judgement, grade] : m.judgements)
           values.push_back(judgement + ":" + grade);
         return values;
       }},
  };
  return kGetters;
}

constexpr size_t kLongestTerm = 245;  // bytes, Xapian's limit

std::optional<std::string> canonical_judgement(const std::string& typed) {
  size_t colon = typed.find(':');
  if (colon == std::string::npos) return std::nullopt;
  std::string judgement = typed.substr(0, colon);
  std::replace(judgement.begin(), judgement.end(), '-', '_');
  auto grade = canonical_value(*find_field("grade"), std::string_view(typed).substr(colon + 1));
  if (find_judgement(judgement) == nullptr || !grade) return std::nullopt;
  return judgement + ":" + *grade;
}

bool is_year(const std::string& text) {
  return text.size() == 4 && std::all_of(text.begin(), text.end(),
                                         [](unsigned char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

const std::vector<Field>& fields() {
  return table();
}

const Field* find_field(std::string_view name) {
  for (const Field& field : table())
    if (field.name == name || field.query_name == name || field.option == name) return &field;
  return nullptr;
}

std::vector<std::string> field_values(const Field& field, const Metadata& metadata) {
  return getters().at(field.name)(metadata);
}

std::string filter_term(const Field& field, std::string_view value) {
  std::string key = field.name == "authority" ? normalise_authority_name(value) : bare_words(value);
  if (field.name == "judgements") key = search_form(value);
  return prefixed_term(field.term_prefix, key);
}

std::string term_with(std::string_view prefix, std::string_view word) {
  std::string term(prefix);
  term += word;
  return term;
}

std::string prefixed_term(std::string_view prefix, std::string_view key) {
  std::string term = std::string(prefix) + ":" + std::string(key);
  if (term.size() > kLongestTerm) term.resize(kLongestTerm);
  return term;
}

std::string meaning_term(std::string_view long_form) {
  return prefixed_term(kMeaningPrefix, meaning_key(long_form));
}

std::optional<std::string> canonical_value(const Field& field, std::string_view typed) {
  std::string text = search_form(typed);
  if (text.empty()) return std::nullopt;
  if (field.name == "authority") {
    if (const Authority* authority = Authorities::builtin().find(typed)) return authority->name;
    return std::nullopt;
  }
  if (field.name == "judgements") return canonical_judgement(text);
  if (field.name == "year")
    return is_year(text) || text == "unknown" ? std::optional(text) : std::nullopt;
  if (auto it = other_spellings().find(text); it != other_spellings().end()) text = it->second;
  std::string words = bare_words(text);
  for (const std::string& value : field.values)
    if (bare_words(value) == words) return value;
  return std::nullopt;
}

std::vector<std::string> expanded_values(const Field& field, std::string_view typed) {
  std::optional<std::string> value = canonical_value(field, typed);
  if (!value) return {};
  if (field.name == "visit_type" && *value == "ilacs")
    return {"ilacs", "ilacs-standard", "ilacs-short"};
  return {*value};
}

std::string report_term(std::string_view passage_term) {
  if (passage_term.starts_with(kStemPrefix)) passage_term.remove_prefix(kStemPrefix.size());
  return term_with(kReportStemPrefix, passage_term);
}

std::string date_key(const Metadata& metadata) {
  const auto& date = metadata.inspection_end ? metadata.inspection_end : metadata.published;
  if (date) {
    std::string key = *date;
    std::erase(key, '-');
    return key;
  }
  return metadata.year ? std::to_string(*metadata.year) : std::string();
}

std::vector<std::pair<unsigned, std::string>> order_keys(const Report& report) {
  std::string date = date_key(report.metadata), reversed = date;
  for (char& digit : reversed) digit = static_cast<char>('0' + '9' - digit);
  // Of one year, the bare year is the earliest; a report without a date comes last either way.
  std::string newest = reversed + "~" + report.id;
  std::string oldest = (date.empty() ? "~" : date) + " " + report.id;
  // Values order bytes, so what parts name and date must come before any letter.
  return {{kAuthorityOrderSlot, search_form(report.metadata.authority) + '\n' + newest},
          {kNewestOrderSlot, newest},
          {kOldestOrderSlot, oldest}};
}

}  // namespace ofsearch
