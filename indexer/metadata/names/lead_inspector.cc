#include "indexer/metadata/names/lead_inspector.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/text/text.h"
#include "indexer/metadata/names/inspector_name.h"
#include "indexer/metadata/names/lead_team.h"
#include "indexer/metadata/names/told_lead.h"
#include "indexer/metadata/names/trust.h"
#include "indexer/metadata/view/misreadings.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

struct LabelRule {
  std::string_view name;
  std::string_view label;  // bare words with which a cell begins
};
constexpr std::array kLabels = {
    LabelRule{"lead-inspector", "lead inspector on site"},
    LabelRule{"lead-inspector", "lead inspector"},
    LabelRule{"lead-inspector", "ofsted lead inspector"},
    LabelRule{"reporting-inspector", "reporting inspector"},
    LabelRule{"lead-inspector", "lead inspectors"},
    LabelRule{"lead-inspector", "lead reviewer"},
};

// Bytes of `text` that hold the first `count` words.
size_t bytes_of_words(std::string_view text, size_t count) {
  size_t at = 0;
  for (size_t i = 0; i < count; ++i) {
    at = text.find_first_not_of(" \t", at);
    if (at == std::string_view::npos) return text.size();
    at = std::min(text.find_first_of(" \t:", at), text.size());
  }
  return at;
}

// The rest of a label's line, and of the next where a name is broken at its end: "Una Oth-".
std::string whole_rest(std::string_view rest, const Cell* next) {
  std::string text(rest);
  bool broken = text.ends_with('-') && next != nullptr && !next->text.empty() &&
                is_ascii_letter(next->text[0]) && !is_ascii_upper(next->text[0]);
  if (!broken) return text;
  text.pop_back();
  return text + next->text.substr(0, next->text.find(' '));
}

bool is_deputy(const std::vector<Cell>& cells, size_t i) {
  return i > 0 && (cells[i - 1].text.ends_with("Deputy") || cells[i - 1].text.ends_with("deputy"));
}

// "lead inspector Ada Brook, HMI": not a label, but the office of a name in the line before.
bool goes_on_with_office(const Cell& cell) {
  return cell.text.starts_with("lead ") && cell.text.find(':') == std::string::npos;
}

// "Lead inspector: NAME, office", the name in the same cell or the next.
std::optional<Reading> by_label(const std::vector<Cell>& cells) {
  for (size_t i = 0; i < cells.size(); ++i) {
    if (is_deputy(cells, i) || goes_on_with_office(cells[i])) continue;
    for (const LabelRule& rule : kLabels) {
      const Cell& cell = cells[i];
      if (!cell.words.starts_with(rule.label)) continue;
      size_t words = split_words(rule.label).size();
      std::string rest =
          whole_rest(std::string_view(cell.text).substr(bytes_of_words(cell.text, words)),
                     i + 1 < cells.size() ? &cells[i + 1] : nullptr);
      std::string name = clean_name(rest);
      std::string text = cell.text;
      if (name.empty() && trim_marks(rest).empty() && i + 1 < cells.size()) {
        name = clean_name(cells[i + 1].text);
        text += ' ' + cells[i + 1].text;
      }
      if (!name.empty()) return Reading{name, {excerpt(text), cell.page, std::string(rule.name)}};
    }
  }
  return std::nullopt;
}

// "... team consisted of: Lead inspector: NAME Deputy lead inspector: ..." in a text whose lines
// ran together.
std::optional<Reading> by_running_label(const std::string& text, int page) {
  static constexpr std::array<std::string_view, 4> kRunningLabels = {
      "Lead inspector on site:", "Lead inspector:", "Lead Inspector:", "Lead reviewer:"};
  constexpr size_t kNameAndOffice = 60;  // bytes
  for (std::string_view label : kRunningLabels) {
    size_t at = text.find(label);
    if (at == std::string::npos || at == 0) continue;  // by_label() reads what a line begins with
    std::string_view rest = std::string_view(text).substr(at + label.size());
    std::string name = clean_name(rest.substr(0, rest.find(' ', kNameAndOffice)));
    if (name.empty()) continue;
    size_t end = cut_at_character(text, at + label.size() + kNameAndOffice);
    return Reading{name, {excerpt(text.substr(at, end - at)), page, "lead-inspector"}};
  }
  return std::nullopt;
}

bool mentions_inspector(const Page& page) {
  return std::any_of(page.lines.begin(), page.lines.end(), [](const Line& line) {
    return line.text.find("nspector") != std::string::npos ||
           line.text.find("INSPECTOR") != std::string::npos ||
           line.text.find("HMI") != std::string::npos;
  });
}

std::vector<Cell> cells_of_page(const View& view, const Page& page) {
  std::vector<Cell> cells;
  int row = 0;
  for (const Line& line : page.lines) {
    ++row;
    if (line.text.size() < 200)
      for (Cell& cell : cells_of(line, page.number, row)) cells.push_back(std::move(cell));
  }
  if (view.document.has_layout) sort_by_place(&cells);
  return cells;
}

// "... Una Other, CQC" / "lead inspector Ada Brook, HMI": the words belong to the name before them.
bool is_office_of_name_before(const Page& page, size_t i) {
  if (i == 0 || page.lines[i].block != page.lines[i - 1].block) return false;
  const std::string& before = page.lines[i - 1].text;
  return before.ends_with(',') || before.ends_with("CQC") || before.ends_with("Ofsted") ||
         before.ends_with("HMI") || before.ends_with("Deputy") || before.ends_with("deputy");
}

// Lines without places, from the first to the last: a label may stand within one.
std::optional<Reading> by_lines(const View& view, const Page& page) {
  for (size_t i = 0; i < page.lines.size(); ++i) {
    if (is_office_of_name_before(page, i)) continue;
    if (auto reading = by_running_label(page.lines[i].text, page.number)) return reading;
    size_t end = std::min(i + 2, page.lines.size());
    if (end == i + 2 && is_office_of_name_before(page, i + 1)) --end;
    Page two;
    two.number = page.number;
    two.lines.assign(page.lines.begin() + static_cast<long>(i),
                     page.lines.begin() + static_cast<long>(end));
    if (auto reading = by_label(cells_of_page(view, two))) return reading;
  }
  return std::nullopt;
}

std::optional<Reading> on_page(const View& view, const Page& page) {
  std::vector<Cell> cells = cells_of_page(view, page);
  bool has_layout = view.document.has_layout;
  if (auto reading = has_layout ? by_label(cells) : by_lines(view, page)) return reading;
  if (auto reading = by_team_list(cells, has_layout)) return reading;
  if (has_layout) return std::nullopt;
  for (const Line& line : page.lines)
    if (auto reading = by_running_team(line.text, page.number)) return reading;
  return std::nullopt;
}

// Looks in paragraphs. If lines were broken anew, a label, a name or an office may stand in two of
// them.
std::optional<Reading> by_paragraphs(const View& view) {
  for (const Paragraph& paragraph : view.document.paragraphs) {
    if (!view.in_first_report(paragraph.page)) break;
    if (auto reading = by_running_label(paragraph.text, paragraph.page)) return reading;
    if (auto reading = by_running_team(paragraph.text, paragraph.page)) return reading;
  }
  return std::nullopt;
}

std::optional<Reading> printed_lead(const View& view) {
  if (auto reading = by_label(view.opening)) return reading;
  for (const Page& printed : view.document.pages) {
    if (!view.in_first_report(printed.number)) break;
    if (!mentions_inspector(printed)) continue;
    Page page = printed;
    for (Line& line : page.lines)
      line.text = without_misreadings(line.text, view.misread ? Misread::kAny : Misread::kAlike);
    if (auto reading = on_page(view, page)) return reading;
  }
  return view.document.has_layout || view.misread ? std::nullopt : by_paragraphs(view);
}

}  // namespace

std::optional<Reading> find_lead_inspector(const View& view) {
  std::optional<Reading> reading = printed_lead(view);
  if (!reading) reading = find_told_lead(view);
  if (!reading || !view.misread) return reading;
  reading->value = mended_surname(reading->value);
  return is_trusted_lead(view, *reading) ? reading : std::nullopt;
}

}  // namespace ofsearch
