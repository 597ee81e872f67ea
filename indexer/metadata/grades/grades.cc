#include "indexer/metadata/grades/grades.h"

#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/grades/articles/article_grades.h"
#include "indexer/metadata/grades/frameworks.h"
#include "indexer/metadata/grades/judgement_sentences.h"
#include "indexer/metadata/grades/tables/judgement_table.h"
#include "indexer/metadata/grades/words/grade_words.h"
#include "indexer/metadata/grades/words/judgement_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace ofsearch {
namespace {

// Visits that values.h has no name for, and that award no grade.
bool is_ungraded_title(std::string_view title) {
  std::string words = bare_words(title);
  return has_phrase(words, "contact referral and assessment") ||
         has_phrase(words, "assurance visit");
}

bool fits(const Framework& framework, std::string_view grade) {
  if (grade == "adequate") return framework.before_2013;
  if (grade == "requires improvement") return !framework.before_2013;
  return true;
}

// Reports of 2009 to 2012 judge two services; each row belongs to one.
constexpr std::array<std::string_view, 2> kServices = {"safeguarding", "looked after"};

void rename_parts(std::vector<JudgementRow>* rows) {
  for (JudgementRow& row : *rows)
    if (!row.part.empty()) row.key += " " + row.part;
}

// Tells whether two readings are not the same printed words, read by two rules.
bool are_apart(const Evidence& one, const Evidence& other) {
  if (one.page != other.page) return true;
  const std::string a = bare_words(one.text), b = bare_words(other.text);
  return !has_phrase(a, b) && !has_phrase(b, a);
}

class GradeFinder {
 public:
  GradeFinder(const View& view, const Framework& framework, Metadata* metadata)
      : view_(view), framework_(framework), metadata_(*metadata) {}

  void run() {
    gather();
    for (std::string_view key : framework_.keys)
      if (!key.empty()) decide_judgement(std::string(key));
    if (framework_.overall)
      decide_overall();
    else
      metadata_.grade = "none";
  }

 private:
  void gather() {
    if (compares_two_years()) return;
    const Occasion occasion = occasion_of(metadata_);
    for (JudgementTable& table : find_judgement_tables(view_, occasion)) {
      for (std::string& warning : table.warnings) table_warnings_.push_back(std::move(warning));
      table_rows_ += table.rows.size();
      append(std::move(table.rows));
    }
    append(read_judgement_headings(view_, occasion));
    append(read_judgement_sentences(view_, occasion));
    drop_halves();
    if (framework_.visit_type == "slac") rename_parts(&rows_);
  }

  // "2024 grade", "2019 grade": no report, but a page about two of them, prints such columns.
  bool compares_two_years() const {
    std::set<std::string> years;
    for (const Cell& cell : view_.opening) {
      bool heading = cell.words.ends_with(" grade") || cell.words.ends_with(" judgement") ||
                     cell.words.ends_with(" rating");
      if (heading && cell.words.starts_with("20") && cell.words.find(' ') == 4)
        years.insert(cell.words.substr(0, 4));
    }
    return years.size() > 1;
  }

  // Drops halves of labels. If children in care and care leavers are judged together, a row of one
  // of them is half of a label whose first line could not be read.
  void drop_halves() {
    auto has = [&](std::string_view key) {
      return std::any_of(rows_.begin(), rows_.end(),
                         [&](const JudgementRow& row) { return row.key == key; });
    };
    const bool together = has("care_and_leavers") && !(has("in_care") && has("care_leavers"));
    std::erase_if(rows_, [&](const JudgementRow& row) {
      bool half = row.key == "care_leavers" || row.key == "in_care";
      bool cut = view_.misread && framework_.visit_type == "ilacs" &&
                 !contains(row.evidence.text, "experiences");
      return half && (together || cut);
    });
  }

  void append(std::vector<JudgementRow> rows) {
    for (JudgementRow& row : rows) rows_.push_back(std::move(row));
  }

  // All readings of one judgement: the value if they agree, "unknown" if not, nothing if there
  // are none.
  std::optional<Reading> decide(const std::string& key) {
    std::optional<Reading> found;
    std::set<std::string> values;
    bool named = false;
    for (const JudgementRow& row : rows_) {
      if (row.key != key || row.grade == kNotJudged) continue;
      named = true;
      if (row.grade.empty()) continue;
      if (!found) found = Reading{row.grade, row.evidence};
      values.insert(row.grade);
    }
    if (!found && !named) return std::nullopt;
    if (!found) return Reading{"unknown", {}};
    if (values.size() > 1) {
      warn_of_disagreement(key);
      return Reading{"unknown", {}};
    }
    if (!is_confirmed(key, found->value)) {
      metadata_.warnings.push_back(fmt::format(
          "{}: \"{}\" stands only once, on a page read off a picture, and may be misread", key,
          found->value));
      return Reading{"unknown", {}};
    }
    if (!fits(framework_, found->value)) {
      metadata_.warnings.push_back(
          fmt::format("{}: \"{}\" is no grade of this kind of inspection", key, found->value));
      return Reading{"unknown", {}};
    }
    return found;
  }

  // Two places of a document that was read off pictures say it, in words of their own, or one that
  // was not.
  bool is_confirmed(const std::string& key, const std::string& grade) const {
    const Evidence* first = nullptr;
    for (const JudgementRow& row : rows_) {
      if (row.key != key || row.grade != grade) continue;
      if (!view_.is_ocr(row.evidence.page)) return true;
      if (first == nullptr)
        first = &row.evidence;
      else if (are_apart(*first, row.evidence))
        return true;
    }
    return false;
  }

  void warn_of_disagreement(const std::string& key) {
    std::string readings;
    std::set<std::string> seen;
    for (const JudgementRow& row : rows_) {
      if (row.key != key || row.grade.empty() || !seen.insert(row.grade).second) continue;
      if (!readings.empty()) readings += "; ";
      readings += fmt::format("{} ({}, page {}: \"{}\")", row.grade, row.evidence.rule,
                              row.evidence.page, row.evidence.text);
    }
    metadata_.warnings.push_back(fmt::format("{}: readings disagree: {}", key, readings));
  }

  void decide_judgement(const std::string& key) {
    std::optional<Reading> reading = decide(key);
    if (!reading) return;
    if (reading->value == "unknown") unsure_ = true;
    metadata_.judgements[key] = reading->value;
    if (!reading->evidence.rule.empty())
      metadata_.evidence["judgements." + key] = reading->evidence;
  }

  void decide_overall() {
    std::optional<Reading> reading =
        framework_.visit_type == "slac" ? overall_of_parts() : decide(std::string(kOverall));
    if (reading) {
      metadata_.grade = reading->value;
      if (!reading->evidence.rule.empty()) metadata_.evidence["grade"] = reading->evidence;
      if (reading->value == "unknown") unsure_ = true;
    } else if (has_no_overall_row()) {
      metadata_.grade = "none";
      metadata_.evidence["grade"] = {"sub-judgements without an overall effectiveness",
                                     rows_.front().evidence.page, "no-overall-row"};
    } else {
      metadata_.warnings.push_back("no overall grade was found");
    }
    if (unsure_)
      for (std::string& warning : table_warnings_) metadata_.warnings.push_back(std::move(warning));
  }

  // Two services judged apart have one grade only where it is the same.
  std::optional<Reading> overall_of_parts() {
    std::optional<Reading> first;
    for (std::string_view service : kServices) {
      std::optional<Reading> reading = decide(fmt::format("{} {}", kOverall, service));
      if (!reading || reading->value == "unknown")
        return reading ? reading : decide(std::string(kOverall));
      if (!first) {
        first = reading;
      } else if (first->value != reading->value) {
        metadata_.warnings.push_back(
            fmt::format("no single overall grade: safeguarding {}, looked after children {}",
                        first->value, reading->value));
        return Reading{"unknown", {}};
      }
    }
    return first;
  }

  // The report shows its judgements, all of them graded, and no overall effectiveness, and it is
  // late enough for that.
  bool has_no_overall_row() const {
    if (framework_.last_overall.empty() || table_rows_ < 3 || unsure_) return false;
    if (!metadata_.inspection_end || *metadata_.inspection_end < framework_.last_overall)
      return false;
    if (metadata_.judgements.size() < 3) return false;
    return std::none_of(view_.opening.begin(), view_.opening.end(), [](const Cell& cell) {
      return without_numbers(cell.words).starts_with("overall effectiveness");
    });
  }

  const View& view_;
  const Framework& framework_;
  Metadata& metadata_;
  std::vector<JudgementRow> rows_;
  std::vector<std::string> table_warnings_;
  size_t table_rows_ = 0;
  bool unsure_ = false;
};

// Finds the grades that a document tells of as an article does. It leaves them out if one of them
// was read off a picture, since such a document tells of a grade in one place only.
void find_told_grades(const View& view, Metadata* metadata) {
  Metadata told = *metadata;
  find_article_grades(view, &told);
  bool misread = std::any_of(told.evidence.begin(), told.evidence.end(), [&](const auto& evidence) {
    bool grade = evidence.first == "grade" || evidence.first.starts_with("judgements.");
    return grade && view.is_ocr(evidence.second.page);
  });
  if (!misread) *metadata = std::move(told);
}

}  // namespace

void find_grades(const View& view, Metadata* metadata) {
  if (metadata->kind == "article" && !awards_no_grade(metadata->visit_type)) {
    find_told_grades(view, metadata);
    return;
  }
  if (const Framework* framework = framework_of(metadata->visit_type)) {
    GradeFinder(view, *framework, metadata).run();
    // A page that says of itself neither what it is may still tell of a grade as articles do.
    bool told =
        metadata->judgements.empty() && (metadata->grade == "unknown" || metadata->grade == "none");
    if (metadata->kind == "unknown" && told) find_told_grades(view, metadata);
    return;
  }
  if (metadata->kind == "unknown" && metadata->visit_type == "unknown") {
    find_told_grades(view, metadata);
    return;
  }
  if (awards_no_grade(metadata->visit_type) || is_ungraded_title(metadata->title)) {
    metadata->grade = "none";
    metadata->evidence["grade"] = metadata->evidence["visit_type"];
    metadata->evidence["grade"].rule = "ungraded-visit";
  }
}

}  // namespace ofsearch
