#include "indexer/metadata/corrections.h"

#include "common/field/authorities.h"
#include "common/index/schema.h"
#include "common/report/date.h"
#include "common/report/values.h"
#include "common/system/csv.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"
#include "indexer/metadata/grades/frameworks.h"
#include "indexer/readers/charset.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

namespace ofsearch {
namespace {

constexpr std::string_view kTakeAway = "-";
constexpr std::string_view kRule = "correction", kSiteRule = "site";
constexpr std::string_view kSiteColumns[] = {"published", "url"};

// ---- Fields ----------------------------------------------------------------------------------

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

void set_authority(Metadata* m, const std::string& value) {
  m->authority = text_of(value, "unknown");
  std::optional<std::string_view> on;
  if (m->inspection_end) on = *m->inspection_end;
  const Authority* known = Authorities::builtin().find(m->authority, on);
  m->authority_code = known == nullptr ? std::string() : known->code;
  m->region = known == nullptr ? std::string() : known->region;
}

struct FieldRule {
  std::string_view name;
  Check check;
  Set set;
};

const std::vector<FieldRule>& field_rules() {
  static const std::vector<FieldRule> kRules = {
      {"kind", check_choice,
       [](Metadata* m, const std::string& v) { m->kind = text_of(v, "report"); }},
      {"title", check_text, [](Metadata* m, const std::string& v) { m->title = text_of(v, ""); }},
      {"authority", check_authority, set_authority},
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
       [](Metadata* m, const std::string& v) { m->grade = text_of(v, "none"); }},
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

bool is_key_column(std::string_view name) {
  return name == "path" || name == "sha256";
}

std::vector<std::string> column_names() {
  std::vector<std::string> names = {"path", "sha256"};
  for (const FieldRule& rule : field_rules()) names.emplace_back(rule.name);
  for (const Judgement& judgement : judgements()) names.emplace_back(judgement.name);
  return names;
}

std::optional<std::string> check_value(const std::string& column, const std::string& value) {
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

std::string bare_path(std::string path) {
  std::replace(path.begin(), path.end(), '\\', '/');
  while (path.starts_with("./")) path.erase(0, 2);
  return path;
}

void set_value(const std::string& field, const std::string& value, const Evidence& evidence,
               Metadata* metadata) {
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

// What follows from corrected dates.
void derive(const std::vector<std::pair<std::string, std::string>>& values,
            const Evidence& evidence, Metadata* metadata) {
  auto given = [&](std::string_view field) {
    return std::any_of(values.begin(), values.end(),
                       [&](const auto& value) { return value.first == field; });
  };
  if (!metadata->inspection_end) return;
  std::optional<Date> end = parse_iso_date(*metadata->inspection_end);
  if (given("inspection_end") && !given("year") && end) {
    metadata->year = end->year;
    metadata->evidence["year"] = evidence;
  }
  bool dates = given("inspection_start") || given("inspection_end");
  if (!dates || given("visit_type") || !metadata->visit_type.starts_with("ilacs")) return;
  std::optional<Date> start;
  if (metadata->inspection_start) start = parse_iso_date(*metadata->inspection_start);
  if (start && end) metadata->visit_type = ilacs_by_days(days_between(*start, *end) + 1);
}

}  // namespace

Result<Corrections> Corrections::parse(std::string_view csv, std::string_view file_name) {
  // Spreadsheets often save in windows-1252; other bytes than UTF-8 could not be written as JSON.
  std::vector<CsvRow> rows = OF_TRY(read_csv(decode(csv), file_name));
  Corrections out;
  if (rows.empty())
    return Error{ErrorCode::kUnreadable, fmt::format("{} has no header row", file_name),
                 "begin it with a row such as path,authority,grade"};
  std::vector<std::string> columns = rows.front().cells;
  for (std::string& column : columns) column = to_ascii_lower(trimmed(column));
  if (std::none_of(columns.begin(), columns.end(), is_key_column))
    return Error{
        ErrorCode::kUnreadable,
        fmt::format("{}:{}: no column \"path\" or \"sha256\" says which report a row is about",
                    file_name, rows.front().line),
        "add one"};
  auto warn = [&](size_t line, const std::string& message) {
    out.warnings_.push_back(fmt::format("{}:{}: {}", file_name, line, message));
  };
  auto warn_of_unknown = [&](size_t line, const std::string& authority) {
    if (Authorities::builtin().find(authority) != nullptr) return;
    const std::vector<std::string> meant = Authorities::builtin().nearest(authority, 1);
    warn(line, fmt::format(
                   "\"{}\" is not in the table of authorities{}; it is taken as written", authority,
                   meant.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", meant.front())));
  };
  std::set<std::string> known;
  for (std::string& column : columns) {
    if (!column.empty() && !known.insert(column).second) {
      warn(rows.front().line,
           fmt::format("there are two columns \"{}\"; the second is left out", column));
      column.clear();
      continue;
    }
    if (is_key_column(column) || find_rule(column) != nullptr || !judgement_key(column).empty())
      continue;
    std::vector<std::string> meant = nearest(column, column_names(), 1);
    warn(rows.front().line,
         fmt::format("no field is called \"{}\"{}; the column is left out", column,
                     meant.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", meant.front())));
    column.clear();
  }
  for (size_t r = 1; r < rows.size(); ++r) {
    Row row;
    row.line = rows[r].line;
    row.file = file_name;
    if (rows[r].cells.size() > columns.size())
      warn(row.line, fmt::format("the row has {} cells, the header {}", rows[r].cells.size(),
                                 columns.size()));
    for (size_t i = 0; i < columns.size() && i < rows[r].cells.size(); ++i) {
      const std::string& cell = rows[r].cells[i];
      if (columns[i].empty() || cell.empty()) continue;
      if (columns[i] == "path")
        row.path = bare_path(cell);
      else if (columns[i] == "sha256")
        row.sha256 = to_ascii_lower(cell);
      else if (std::optional<std::string> value = check_value(columns[i], cell)) {
        row.values.emplace_back(columns[i], *value);
        if (columns[i] == "authority" && cell != kTakeAway) warn_of_unknown(row.line, cell);
      } else
        warn(row.line, fmt::format("\"{}\" is no value of {}; it must be {}", cell, columns[i],
                                   allowed_values(columns[i])));
    }
    if (row.path.empty() && row.sha256.empty()) {
      warn(row.line, "the row names no report");
      continue;
    }
    out.rows_.push_back(std::move(row));
  }
  return out;
}

Result<Corrections> Corrections::parse_fetched(std::string_view csv, std::string_view file_name) {
  std::vector<CsvRow> rows = OF_TRY(read_csv(decode(csv), file_name));
  Corrections out;
  if (rows.empty()) return out;
  const std::vector<std::string>& columns = rows.front().cells;
  if (std::find(columns.begin(), columns.end(), "sha256") == columns.end())
    return Error{ErrorCode::kUnreadable,
                 fmt::format("{}:{}: no column \"sha256\" says which file a row is about",
                             file_name, rows.front().line),
                 "offetch writes this file; if it is another one, give it another name"};
  for (size_t r = 1; r < rows.size(); ++r) {
    Row row;
    row.line = rows[r].line;
    row.file = file_name;
    row.from_site = true;
    for (size_t i = 0; i < columns.size() && i < rows[r].cells.size(); ++i) {
      const std::string& cell = rows[r].cells[i];
      bool taken = std::find(std::begin(kSiteColumns), std::end(kSiteColumns), columns[i]) !=
                   std::end(kSiteColumns);
      if (columns[i] == "sha256") row.sha256 = to_ascii_lower(cell);
      if (!taken || cell.empty() || find_rule(columns[i]) == nullptr) continue;
      if (std::optional<std::string> value = check_value(columns[i], cell))
        row.values.emplace_back(columns[i], *value);
      else
        out.warnings_.push_back(
            fmt::format("{}:{}: \"{}\" is no value of {}", file_name, row.line, cell, columns[i]));
    }
    if (!row.sha256.empty() && !row.values.empty()) out.rows_.push_back(std::move(row));
  }
  return out;
}

void Corrections::put_below(Corrections weaker) {
  std::move(rows_.begin(), rows_.end(), std::back_inserter(weaker.rows_));
  std::move(warnings_.begin(), warnings_.end(), std::back_inserter(weaker.warnings_));
  *this = std::move(weaker);
}

void Corrections::apply(Report* report) {
  for (Row& row : rows_) {
    const bool has_path =
        std::any_of(report->paths.begin(), report->paths.end(),
                    [&](const std::string& each) { return row.path == bare_path(each); });
    if (row.sha256.empty() ? !has_path : row.sha256 != report->sha256) continue;
    row.matched = true;
    Evidence evidence{fmt::format("{}:{}", row.file, row.line), 0,
                      std::string(row.from_site ? kSiteRule : kRule)};
    for (const auto& [field, value] : row.values)
      set_value(field, value, evidence, &report->metadata);
    derive(row.values, evidence, &report->metadata);
    const Metadata& m = report->metadata;
    if (m.inspection_start && m.inspection_end && *m.inspection_end < *m.inspection_start)
      warnings_.push_back(fmt::format("{}:{}: the inspection ends on {}, before it starts on {}",
                                      row.file, row.line, *m.inspection_end, *m.inspection_start));
  }
}

std::vector<std::string> Corrections::unmatched() const {
  std::vector<std::string> out;
  for (const Row& row : rows_)
    if (!row.matched && !row.from_site)
      out.push_back(fmt::format("{}:{}: no report matches \"{}\"", row.file, row.line,
                                row.sha256.empty() ? row.path : row.sha256));
  return out;
}

}  // namespace ofsearch
