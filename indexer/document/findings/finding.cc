#include "indexer/document/findings/finding.h"

#include "common/report/count_sentences.h"
#include "common/report/sections.h"
#include "common/report/values.h"
#include "common/system/embedded_table.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/document/findings/method_sentences.h"
#include "indexer/document/findings/plain_statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace ofsearch {
namespace {

constexpr std::string_view kHeader = "feature\tstrength\tweakness";

double likelihood(double log_odds) {
  return 1 / (1 + std::exp(-log_odds));
}

std::optional<double> number(std::string_view text) {
  double value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

constexpr double kMixedGrades = 0.3;  // a mean up to it, either way
constexpr int kWordsPerGrade = 40;    // more than that around them, and it is a text with grades

// Tells whether a text says what the grades mean, as reports of 2009 to 2012 print it; it names
// each of them.
bool is_key_to_grades(const std::string& text) {
  return contains(text, "A service that") && contains(text, "minimum requirements");
}

// The mean of the grades in a table of them; nothing where the text is no such table.
std::optional<double> mean_grade(const std::string& text, const std::vector<FindingUnit>& units) {
  double sum = 0;
  int grades = 0, words = 0;
  for (const FindingUnit& unit : units) {
    words += unit.words;
    for (std::string_view grade : unit.grades) {
      const Grade* row = find_grade(grade);
      sum += row == nullptr ? 0 : row->praise;
      ++grades;
    }
  }
  if (grades == 0 || words > grades * kWordsPerGrade) return std::nullopt;
  std::string bare = bare_words(text);
  if (grades == 1 && !contains(bare, "judgement grade")) return std::nullopt;
  return sum / grades;
}

// The outcome of an area SEND inspection, in the framework's words (2023).
std::optional<double> send_outcome(const std::string& text) {
  // Most texts hold none of their words; asking first is cheaper than folding them all.
  if (!contains(text, "experiences and outcomes") && !contains(text, "systemic failings"))
    return std::nullopt;
  std::string bare = bare_words(text);
  for (const PrintedOutcome& outcome : printed_send_outcomes())
    if (contains(bare, outcome.words)) return outcome.praise;
  return std::nullopt;
}

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (size_t begin = 0; begin <= line.size();) {
    size_t end = std::min(line.find('\t', begin), line.size());
    cells.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

}  // namespace

// The settings in a model file.
struct FindingModel::SettingName {
  std::string_view name;
  Pair Settings::*member;
};

const std::vector<FindingModel::SettingName>& FindingModel::setting_names() {
  static const std::vector<SettingName> names = {
      {"=constant", &Settings::constant},
      {"=floor", &Settings::floor},
      {"=weight", &Settings::weight},
      {"=mixed", &Settings::mixed},
      {"=least", &Settings::least},
      {"=section outstanding", &Settings::outstanding},
      {"=section good", &Settings::good},
      {"=section requires improvement", &Settings::requires_improvement},
      {"=section inadequate", &Settings::inadequate},
  };
  return names;
}

Result<void> FindingModel::read_line(std::string_view line, std::vector<std::string_view>* seen) {
  std::vector<std::string_view> cells = cells_of(line);
  if (cells.size() != 3) return Error{ErrorCode::kUnreadable, "expected three columns", ""};
  auto strength = number(cells[1]), weakness = number(cells[2]);
  if (!strength || !weakness)
    return Error{ErrorCode::kUnreadable, fmt::format("no number beside \"{}\"", cells[0]), ""};
  Pair pair{*strength, *weakness};
  if (!cells[0].starts_with('=')) {
    if (!weights_.emplace(cells[0], pair).second)
      return Error{ErrorCode::kUnreadable, fmt::format("\"{}\" is there twice", cells[0]), ""};
    return {};
  }
  for (const SettingName& setting : setting_names()) {
    if (setting.name != cells[0]) continue;
    settings_.*setting.member = pair;
    seen->push_back(setting.name);
    return {};
  }
  return Error{ErrorCode::kUnreadable, fmt::format("no setting is called \"{}\"", cells[0]), ""};
}

Result<FindingModel> FindingModel::parse(std::string_view tsv, std::string_view file_name) {
  FindingModel model;
  std::vector<std::string_view> seen;
  int number = 0;
  for (size_t begin = 0; begin < tsv.size();) {
    size_t end = std::min(tsv.find('\n', begin), tsv.size());
    std::string_view line = tsv.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.empty() || line.starts_with('#') || line == kHeader) continue;
    auto read = model.read_line(line, &seen);
    if (!read)
      return Error{ErrorCode::kUnreadable,
                   fmt::format("{}, line {}: {}", file_name, number, read.error().message),
                   "train the model again with scripts/train-findings"};
  }
  for (const SettingName& setting : setting_names())
    if (std::find(seen.begin(), seen.end(), setting.name) == seen.end())
      return Error{ErrorCode::kUnreadable,
                   fmt::format("{} has no setting \"{}\"", file_name, setting.name),
                   "train the model again with scripts/train-findings"};
  return model;
}

const FindingModel& FindingModel::builtin() {
  static const auto model = embedded_table<FindingModel>("finding-model.tsv");
  return model;
}

FindingModel::Pair FindingModel::judge(const FindingUnit& unit, const Pair& lean) const {
  if (unit.criticises || unit.statement == PlainStatement::kCriticism) return {0, 1};
  if (unit.statement == PlainStatement::kPraise) return {1, 0};
  Pair odds{settings_.constant.strength + lean.strength,
            settings_.constant.weakness + lean.weakness};
  for (const std::string& feature : unit.features) {
    auto found = weights_.find(feature);
    if (found == weights_.end()) continue;
    odds.strength += found->second.strength;
    odds.weakness += found->second.weakness;
  }
  const Pair likely{likelihood(odds.strength), likelihood(odds.weakness)};
  const double most = std::max(likely.strength, likely.weakness);
  if (unit.statement == PlainStatement::kNoPraise) return {0, most};
  if (unit.statement == PlainStatement::kNoCriticism) return {most, 0};
  return likely;
}

namespace {

// Headings that say what their text finds, in bare words, and the grade whose lean that is.
struct TellingHeading {
  std::string_view words;
  std::string_view grade;
};
constexpr std::array kTellingHeadings = {
    TellingHeading{"doing that is effective", "outstanding"},
    TellingHeading{"is working well", "outstanding"},
    TellingHeading{"doing well", "outstanding"},
    TellingHeading{"key strengths", "outstanding"},
    TellingHeading{"do better", "inadequate"},
    TellingHeading{"key weaknesses", "inadequate"},
};

// "... are not always kept. (Recommendation)"
bool leads_to_recommendation(std::string_view text) {
  constexpr size_t kLongestMark = 30;  // bytes
  size_t at = text.rfind('(');
  if (at == std::string_view::npos || text.size() - at > kLongestMark) return false;
  return bare_words(text.substr(at)).starts_with("recommendation");
}

// Sentences that only say what inspectors looked at, or count, or recall, find nothing.
void leave_out_method_and_counts(std::string_view text, const Sentences& sentences,
                                 std::vector<FindingUnit>* units) {
  bool method = false;
  for (auto [begin, end] : sentences) {
    const std::string_view sentence = text.substr(begin, end - begin);
    method = tells_method(sentence) || (method && goes_on_with_method(sentence));
    if (!method && !tells_count(sentence) && !tells_past(sentence)) continue;
    std::erase_if(*units, [b = begin, e = end](const FindingUnit& unit) {
      return unit.begin >= b && unit.begin < e;
    });
  }
}

// Settles units that are praise or criticism whatever their words.
void settle_plain_statements(std::string_view text, std::vector<FindingUnit>* units) {
  for (FindingUnit& unit : *units)
    unit.statement = plain_statement(text.substr(unit.begin, unit.end - unit.begin));
}

}  // namespace

FindingModel::Pair FindingModel::lean_of(const Passage& passage) const {
  std::string_view grade = passage.section_grade;
  if (grade.empty()) {
    std::string heading = bare_words(passage.section);
    for (const TellingHeading& row : kTellingHeadings)
      if (heading.find(row.words) != std::string::npos) grade = row.grade;
  }
  if (grade == "outstanding") return settings_.outstanding;
  if (grade == "good") return settings_.good;
  if (grade == "requires improvement") return settings_.requires_improvement;
  if (grade == "inadequate") return settings_.inadequate;
  return {};
}

bool FindingModel::surely_praises(const FindingUnit& unit) const {
  constexpr double kSurely = 0.8;
  const Pair likely = judge(unit);
  return likely.strength >= kSurely && likely.weakness <= 1 - kSurely;
}

// Makes the unit that a recommendation stands behind a criticism, though sentences of praise may
// stand between. The mark may be a unit of its own.
void FindingModel::criticise_last(const Sentences& sentences,
                                  std::vector<FindingUnit>* units) const {
  FindingUnit* last = nullptr;  // that says something
  for (FindingUnit& unit : *units) {
    if (unit.words <= 1) continue;
    const bool same_sentence = last != nullptr && std::ranges::any_of(sentences, [&](auto range) {
                                 return range.first <= last->begin && unit.begin < range.second;
                               });
    if (last == nullptr || same_sentence || !surely_praises(unit)) last = &unit;
  }
  if (last != nullptr) last->criticises = true;
  if (!units->empty() && units->back().words <= 1) units->back().criticises = true;
}

std::vector<FindingUnit> FindingModel::units_of(const Passage& passage) const {
  const Sentences sentences = sentences_of(passage);
  std::vector<FindingUnit> units = finding_units(
      passage.text, sentences,
      [&](std::string_view feature) { return weights_.find(feature) != weights_.end(); });
  leave_out_method_and_counts(passage.text, sentences, &units);
  settle_plain_statements(passage.text, &units);
  if (leads_to_recommendation(passage.text)) criticise_last(sentences, &units);
  return units;
}

FindingModel::Findings FindingModel::find(const Passage& passage) const {
  Findings found;
  if (passage.section_kind == SectionKind::kBoilerplate || is_boilerplate(passage.text))
    return found;
  const bool recommends = passage.section_kind == SectionKind::kRecommendations;
  const std::vector<FindingUnit> units =
      recommends ? std::vector<FindingUnit>() : units_of(passage);
  const Pair lean = lean_of(passage);
  for (auto [begin, end] : sentences_of(passage)) {
    std::vector<FindingUnit> own;
    for (const FindingUnit& unit : units)
      if (unit.begin >= begin && unit.begin < end) own.push_back(unit);
    found.sentences.push_back({begin, end, recommends ? -1 : weigh(own, lean).score});
  }
  found.passage = judge_passage(passage, units);
  return found;
}

FindingModel::Verdict FindingModel::judge_passage(const Passage& passage,
                                                  const std::vector<FindingUnit>& units) const {
  if (is_key_to_grades(passage.text)) return {};
  if (passage.section_kind == SectionKind::kRecommendations) return {Finding::kWeakness, -1};
  auto graded = send_outcome(passage.text);
  if (!graded) graded = mean_grade(passage.text, units);
  if (!graded) return weigh(units, lean_of(passage));
  if (*graded > kMixedGrades) return {Finding::kStrength, *graded};
  return {*graded < -kMixedGrades ? Finding::kWeakness : Finding::kMixed, *graded};
}

FindingModel::Verdict FindingModel::weigh(const std::vector<FindingUnit>& units,
                                          const Pair& lean) const {
  double strength = 0, weakness = 0, total = 0;
  auto above = [](double likelihood, double floor) {
    return std::max(0.0, likelihood - floor) / (1 - floor);
  };
  for (const FindingUnit& unit : units) {
    // A long sentence says more than a short one, but not in proportion.
    double length = std::sqrt(unit.words + unit.names + unit.numbers);
    Pair judged = judge(unit, lean);
    strength +=
        length * settings_.weight.strength * above(judged.strength, settings_.floor.strength);
    weakness +=
        length * settings_.weight.weakness * above(judged.weakness, settings_.floor.weakness);
    total += length;
  }
  const bool known = std::ranges::any_of(units, [](const FindingUnit& unit) {
    return unit.criticises || unit.statement != PlainStatement::kNone || !unit.features.empty() ||
           !unit.grades.empty();
  });
  // A text without any word that the model knows would only tell the model's own bias.
  if (total == 0 || !known) return {};
  return decide(strength / total, weakness / total);
}

FindingModel::Verdict FindingModel::decide(double strength, double weakness) const {
  double both = strength + weakness;
  if (both <= 0) return {};
  double balance = (strength - weakness) / both;  // -1 to 1
  Verdict verdict{Finding::kNeutral, balance * std::min(1.0, both)};
  if (strength < settings_.least.strength && weakness < settings_.least.weakness) return verdict;
  if (balance > settings_.mixed.strength)
    verdict.finding = Finding::kStrength;
  else
    verdict.finding = -balance > settings_.mixed.weakness ? Finding::kWeakness : Finding::kMixed;
  return verdict;
}

}  // namespace ofsearch
