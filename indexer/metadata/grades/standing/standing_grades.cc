#include "indexer/metadata/grades/standing/standing_grades.h"

#include "common/report/grade_columns.h"
#include "indexer/metadata/grades/standing/standing_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

namespace ofsearch {
namespace {

constexpr std::string_view kDocumentEvidence = "standing_grade.document";
constexpr std::string_view kPartEvidence = "standing_grade.part";
constexpr std::string_view kWarningStart = "standing grade: ";

// A grade is given anew every three or four years; the longest break, from March 2020 on, made
// nearly all of them five at most. A grade in force is stated as a fact: after that it is likelier
// that the index lacks the inspection that gave it, so that none is stated, although a few next
// inspections came in the sixth year (kLongestBetween in common/report/grades_before.cc).
constexpr int kLongestInForce = 5;  // years

struct Graded {
  std::string end;  // ISO date of the inspection's end
  const Metadata* report = nullptr;
};

// The old and the new Dorset share a name but no code.
std::string series_key(const Metadata& report) {
  return report.authority_code.empty() ? report.authority : report.authority_code;
}

bool has_series(const Metadata& report) {
  return report.authority != "unknown";
}

// The day before which an inspection must have ended to be earlier than this visit.
std::optional<std::string> visit_day(const Metadata& report) {
  if (report.inspection_start) return report.inspection_start;
  if (report.inspection_end) return report.inspection_end;
  return report.published;
}

int year_of(const std::string& day) {
  return std::stoi(day.substr(0, 4));
}

// Whether a grade given at `end` may still be in force on `day`; ISO dates compare as text.
bool may_be_in_force(const std::string& end, const std::string& day) {
  return std::to_string(year_of(end) + kLongestInForce) + end.substr(4) >= day;
}

const Graded* latest_before(const std::vector<Graded>& series, const std::string& day) {
  const Graded* latest = nullptr;
  for (const Graded& graded : series)
    if (graded.end < day && (latest == nullptr || graded.end >= latest->end)) latest = &graded;
  return latest;
}

// The grade that the document recalls, taken back from its evidence.
struct Recalled {
  std::optional<std::string> grade;
  int year = 0;
  Evidence evidence;
};

Recalled document_words(Metadata* report) {
  auto kept = report->evidence.find(std::string(kDocumentEvidence));
  auto own = report->evidence.find("standing_grade");
  Recalled recalled;
  if (kept != report->evidence.end())
    recalled.evidence = kept->second;
  else if (own != report->evidence.end() && own->second.rule != "series")
    recalled.evidence = own->second;
  else
    return recalled;
  if (std::optional<RecalledGrade> read =
          recalled_grade(recalled.evidence.text, report->authority)) {
    recalled.grade = read->grade;
    recalled.year = read->year;
  } else {
    recalled.grade = report->standing_grade;
  }
  report->evidence[std::string(kDocumentEvidence)] = recalled.evidence;
  return recalled;
}

void set_from_document(const Recalled& recalled, Metadata* report) {
  report->standing_grade = recalled.grade;
  if (recalled.grade)
    report->evidence["standing_grade"] = recalled.evidence;
  else
    report->evidence.erase("standing_grade");
}

void set_from_series(const Graded& graded, Metadata* report) {
  report->standing_grade = graded.report->grade;
  report->evidence["standing_grade"] = {
      fmt::format("{}: {} ({}, inspection ended {})", graded.report->authority,
                  graded.report->grade, graded.report->visit_type, graded.end),
      0, "series"};
}

// Returns in words what the document recalls of the last inspection that `latest` did not give;
// empty if there is nothing. If there is something, the index lacks that inspection.
std::string contradiction(const Graded& latest, const Metadata& report) {
  const auto found = report.evidence.find(std::string(kPartEvidence));
  if (found == report.evidence.end()) return {};
  const std::optional<RecalledPart> part = recalled_part(found->second.text);
  if (!part) return {};
  const ColumnGrades given = column_grades(*latest.report);
  const auto same = given.find(part->column);
  const bool differs = same != given.end() && same->second.grade != part->grade;
  if (!differs && part->year <= year_of(latest.end)) return {};
  const auto column =
      std::ranges::find(grade_columns(), part->column, [](const GradeColumn& c) { return c.name; });
  return fmt::format("{} as {}{}", column->label, part->grade,
                     part->year > 0 ? fmt::format(" in {}", part->year) : "");
}

void set_unknown(Metadata* report) {
  report->standing_grade.reset();
  report->evidence.erase("standing_grade");
}

void fill(const std::vector<Graded>& series, Metadata* report) {
  auto own = report->evidence.find("standing_grade");
  if (own != report->evidence.end() && own->second.rule == "correction") return;
  std::erase_if(report->warnings,
                [](const std::string& warning) { return warning.starts_with(kWarningStart); });
  Recalled recalled = document_words(report);
  std::optional<std::string> day = visit_day(*report);
  const Graded* latest = day ? latest_before(series, *day) : nullptr;
  if (latest == nullptr || latest->report->grade == "unknown") {
    set_from_document(recalled, report);
    return;
  }
  if (!may_be_in_force(latest->end, *day)) {
    set_from_document(recalled, report);
    report->warnings.push_back(fmt::format(
        "{}the latest inspection before that the index has ended {}, too long ago to tell it",
        kWarningStart, latest->end));
    return;
  }
  if (latest->report->grade == "none") {
    recalled.year > year_of(latest->end) ? set_from_document(recalled, report)
                                         : set_unknown(report);
    return;
  }
  const bool disagree = recalled.grade && *recalled.grade != latest->report->grade;
  const bool later = recalled.year > year_of(latest->end);
  if (disagree)
    report->warnings.push_back(
        fmt::format("{}the document recalls {}, the report of the inspection that ended {} gives "
                    "{}; {} was taken",
                    kWarningStart, *recalled.grade, latest->end, latest->report->grade,
                    later ? "the document" : "the report"));
  if (disagree && later) return set_from_document(recalled, report);
  if (const std::string other = contradiction(*latest, *report); !other.empty() && !later) {
    report->warnings.push_back(
        fmt::format("{}the document recalls {}, which the inspection that ended {} did not give: a "
                    "later one is not in the index",
                    kWarningStart, other, latest->end));
    return set_unknown(report);
  }
  set_from_series(*latest, report);
}

}  // namespace

void fill_standing_grades(const std::vector<Metadata*>& reports) {
  std::map<std::string, std::vector<Graded>> series;
  for (const Metadata* report : reports)
    if ((report->grade != "none" || judges_all_services(*report)) && report->kind != "article" &&
        report->inspection_end && has_series(*report))
      series[series_key(*report)].push_back({*report->inspection_end, report});
  static const std::vector<Graded> kNone;
  for (Metadata* report : reports) {
    if (report->grade != "none") continue;
    auto found = series.find(series_key(*report));
    fill(found == series.end() ? kNone : found->second, report);
  }
}

}  // namespace ofsearch
