#include "searcher/query/grade_changes.h"

#include "common/index/schema.h"
#include "common/report/grades_before.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/lines.h"
#include "common/text/text.h"

#include <algorithm>
#include <map>
#include <utility>

namespace ofsearch {
namespace {

constexpr std::string_view kTo = " to ";
constexpr std::pair<int, std::string_view> kDirections[] = {{1, "better than before"},
                                                            {-1, "worse than before"}};

// "20210513" as "2021-05-13"; a bare year stays.
std::string iso_day(const std::string& key) {
  constexpr size_t kYear = 4, kMonth = 6, kDay = 8;
  if (key.size() < kDay) return key;
  return key.substr(0, kYear) + "-" + key.substr(kYear, kMonth - kYear) + "-" + key.substr(kMonth);
}

std::optional<std::string> awarded_grade(std::string_view typed) {
  const auto value = canonical_value(*find_field("grade"), typed);
  const bool is_awarded = value && find_grade(*value) != nullptr && find_grade(*value)->rank > 0;
  return is_awarded ? value : std::nullopt;
}

// "requires improvement to be good to outstanding" is from the first, which has a "to" itself.
std::optional<GradeChange> read_change(std::string_view typed) {
  const std::string words = bare_words(typed);
  for (const auto& [direction, name] : kDirections)
    if (words == name || words == name.substr(0, name.find(' ')))
      return GradeChange{{}, {}, {}, direction};
  for (size_t at = words.find(kTo); at != std::string::npos; at = words.find(kTo, at + 1)) {
    const auto before = awarded_grade(words.substr(0, at));
    const auto now = awarded_grade(words.substr(at + kTo.size()));
    if (before && now) return GradeChange{{}, *before, *now, 0};
  }
  return std::nullopt;
}

// Reports by number of their document, in order, with the value of `slot`. Read as keys of a sorted
// list: one round trip to a server.
std::vector<std::pair<Xapian::docid, std::string>> values_of_reports(
    const Xapian::Database& database, unsigned slot) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(std::string(kReportTerm)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(slot, false);
  const Xapian::MSet all = enquire.get_mset(0, database.get_doccount());
  std::vector<std::pair<Xapian::docid, std::string>> values;
  for (auto it = all.begin(); it != all.end(); ++it) values.emplace_back(*it, it.get_sort_key());
  return values;
}

struct Inspected {
  std::string id;
  Metadata metadata;  // only what grades are compared by
};

// The oldest first.
std::vector<Inspected> read_reports(const Xapian::Database& database) {
  std::map<Xapian::docid, size_t> places;
  std::vector<Inspected> reports;
  for (const auto& [number, key] : values_of_reports(database, kOldestOrderSlot)) {
    const size_t blank = key.find(' ');
    Inspected report{key.substr(blank + 1), {}};
    const std::string day = iso_day(key.substr(0, blank));
    if (!day.empty() && day != "~") report.metadata.inspection_end = day;
    places[number] = reports.size();
    reports.push_back(std::move(report));
  }
  const auto take = [&](const char* field, auto&& set) {
    for (auto& [number, value] : values_of_reports(database, find_field(field)->slot))
      if (!value.empty()) set(&reports[places.at(number)].metadata, value);
  };
  take("authority", [](Metadata* m, const std::string& value) { m->authority = value; });
  take("visit_type", [](Metadata* m, const std::string& value) { m->visit_type = value; });
  take("kind", [](Metadata* m, const std::string& value) { m->kind = value; });
  take("grade", [](Metadata* m, const std::string& value) { m->grade = value; });
  take("standing_grade", [](Metadata* m, const std::string& value) { m->standing_grade = value; });
  take("judgements", [](Metadata* m, const std::string& value) {
    for (std::string_view each : split_lines(value))
      if (const size_t colon = each.find(':'); colon != std::string_view::npos)
        m->judgements.emplace(each.substr(0, colon), each.substr(colon + 1));
  });
  return reports;
}

std::vector<GradeChange> changes_in(const ColumnGrades& grades) {
  std::vector<GradeChange> changes;
  for (const GradeColumn& column : grade_columns()) {
    const auto it = grades.find(column.name);
    if (it == grades.end() || it->second.before.empty()) continue;
    const ColumnGrade& grade = it->second;
    if (column.name == kOverallColumn) {
      changes.push_back({{}, grade.before, grade.grade, 0});
      continue;
    }
    // By today's name of the judgement, and by the one that the report has for it.
    changes.push_back({std::string(column.judgements.front()), grade.before, grade.grade, 0});
    if (grade.judged_as != column.judgements.front())
      changes.push_back({std::string(grade.judged_as), grade.before, grade.grade, 0});
  }
  return changes;
}

}  // namespace

std::optional<GradeChange> grade_change(const Field& field, std::string_view typed) {
  const bool is_judgement = field.kind == FieldKind::kJudgement;
  if (!is_judgement && field.with_colon.empty()) return std::nullopt;
  if (!is_judgement) return read_change(typed);
  const size_t colon = typed.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string judgement = search_form(std::string(typed.substr(0, colon)));
  std::ranges::replace(judgement, '-', '_');
  auto change = read_change(typed.substr(colon + 1));
  if (!change || find_judgement(judgement) == nullptr) return std::nullopt;
  change->judgement = std::move(judgement);
  return change;
}

std::string value_of(const GradeChange& change) {
  const std::string judgement = change.judgement.empty() ? "" : change.judgement + ":";
  for (const auto& [direction, name] : kDirections)
    if (change.direction == direction) return judgement + std::string(name);
  return judgement + change.before + std::string(kTo) + change.now;
}

bool is_among(const GradeChange& change, const GradeChange& wanted) {
  if (change.judgement != wanted.judgement) return false;
  if (wanted.direction != 0) return compare_grades(change.before, change.now) == wanted.direction;
  return change.before == wanted.before && change.now == wanted.now;
}

std::vector<ChangesOfReport> changes_of_grades(const Xapian::Database& database) {
  std::map<std::string, GradesBefore> of_authorities;
  std::vector<ChangesOfReport> all;
  for (Inspected& report : read_reports(database)) {
    if (report.metadata.authority == "unknown") continue;
    ColumnGrades grades = column_grades(report.metadata);
    of_authorities[report.metadata.authority].take(report.metadata, &grades);
    std::vector<GradeChange> changes = changes_in(grades);
    if (!changes.empty()) all.push_back({std::move(report.id), std::move(changes)});
  }
  return all;
}

}  // namespace ofsearch
