#include "indexer/metadata/names/lead_inspector.h"

#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/names/trust.h"
#include "indexer/metadata/view/misreadings.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

// What may follow a name or stand between a name and "lead inspector", in lower case.
constexpr std::array<std::string_view, 18> kOffices = {
    "her majesty",    "his majesty",          "hmi",          "ofsted",     "cqc",
    "lead inspector", "regulatory",           "social care",  "senior her", "senior hmi",
    "senior his",     "additional inspector", "seconded",     "contracted", "inspector",
    "deputy",         "team inspector",       "report author"};
constexpr std::array<std::string_view, 9> kCourtesies = {"mr",   "mrs", "ms",   "miss",     "dr",
                                                         "prof", "sir", "dame", "professor"};

bool is_multibyte(char c) {
  return (c & 0x80) != 0;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kAround = " ,;:.-()\t*\\";
  size_t begin = text.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kAround) - begin + 1);
}

bool is_courtesy(std::string_view word) {
  std::string folded = bare_words(word);
  return std::find(kCourtesies.begin(), kCourtesies.end(), folded) != kCourtesies.end();
}

bool begins_office(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kBegin = {
      "Her", "His", "Senior", "Team", "Deputy", "Social", "Ofsted,", "Ofsted"};
  return std::find(kBegin.begin(), kBegin.end(), word) != kBegin.end();
}

// Two to four words with capitals: "Paula Thomson-Jones", "Jo van der Berg".
bool is_name(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kParticles = {"van", "der", "de",
                                                                 "la",  "von", "al"};
  static constexpr std::array<std::string_view, 7> kNoNames = {
      "Services", "Commission", "Council", "Board", "Partnership", "Inspectors", "Street"};
  std::vector<std::string_view> words = split_words(text);
  constexpr size_t kMostWords = 5;
  if (words.size() < 2 || words.size() > kMostWords) return false;
  for (std::string_view word : words) {
    bool particle = std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
    bool office = std::find(kNoNames.begin(), kNoNames.end(), word) != kNoNames.end();
    if (office || (!particle && !is_ascii_upper(word[0]) && !is_multibyte(word[0]))) return false;
    if (word.find_first_of("0123456789@:/\\[]") != std::string_view::npos) return false;
  }
  return true;
}

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
      if (name.empty() && trim(rest).empty() && i + 1 < cells.size()) {
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
    if (!name.empty())
      return Reading{
          name, {excerpt(text.substr(at, label.size() + kNameAndOffice)), page, "lead-inspector"}};
  }
  return std::nullopt;
}

// The name in a row of a joint inspection's team that says "NAME, Ofsted HMI, Lead inspector";
// empty if the row is of another inspectorate, or names none.
std::string ofsted_lead(const std::vector<Cell>& cells, size_t i, bool has_layout) {
  const Cell& cell = cells[i];
  size_t at = find_words(cell.words, "lead inspector");
  if (at == std::string::npos || cell.text.size() > 160) return {};
  std::string before = cell.words.substr(0, at);
  bool ofsted = has_words(before, "ofsted") || has_words(before, "hmi") ||
                has_words(before, "majestys inspector");
  bool cqc = has_words(before, "cqc") || has_words(before, "quality commission");
  if (!ofsted || cqc) return {};
  // The list's own heading may have run into its first line.
  std::string_view text = cell.text;
  if (text.starts_with("Ofsted ")) text.remove_prefix(7);
  std::string name = clean_name(text);
  const Cell* above = name.empty() ? cell_above(cells, i, has_layout) : nullptr;
  return above != nullptr ? clean_name(above->text) : name;
}

// The leads that the list of a joint inspection's team names; the partner inspectorate has one of
// its own in the same row or line.
std::optional<Reading> by_team_list(const std::vector<Cell>& cells, bool has_layout) {
  std::optional<Reading> found;
  for (size_t i = 0; i < cells.size(); ++i) {
    std::string name = ofsted_lead(cells, i, has_layout);
    if (name.empty()) continue;
    if (!found)
      found = Reading{name, {excerpt(cells[i].text), cells[i].page, "team-list"}};
    else if (!contains(found->value, name))
      found->value += "; " + name;
  }
  return found;
}

// The name that ends `text`, behind the last word that is none; empty if it cannot be told where it
// begins.
std::string name_at_end(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kNoNames = {
      "Ofsted",     "Commission", "HMI",  "CQC",        "Inspector",
      "Inspection", "Team",       "Lead", "Partnership"};
  constexpr size_t kLongestName = 4;  // words
  std::vector<std::string_view> words = split_words(text);
  size_t first = words.size();
  while (first > 0) {
    std::string_view word = words[first - 1];
    bool part = (is_ascii_upper(word[0]) || is_multibyte(word[0])) &&
                word.find_first_of("0123456789.:,") == word.npos &&
                std::find(kNoNames.begin(), kNoNames.end(), word) == kNoNames.end();
    if (!part) break;
    if (words.size() - --first > kLongestName) return {};
  }
  if (first == 0) return {};
  std::string name;
  for (; first < words.size(); ++first) name += std::string(words[first]) + ' ';
  return clean_name(name);
}

// Takes office and commas from the end of `text`; true if it was one of Ofsted's.
bool take_ofsted_office(std::string_view* text) {
  bool ofsted = false;
  for (bool taken = true; taken;) {
    taken = false;
    while (text->ends_with(' ') || text->ends_with(',')) text->remove_suffix(1);
    for (std::string_view office : {"Ofsted", "HMI"})
      if (text->ends_with(office)) text->remove_suffix(office.size()), ofsted = taken = true;
  }
  return ofsted;
}

// "... Commission NAME, Ofsted HMI Lead inspector NAME, CQC Lead inspector" in a text whose lines
// ran together.
std::optional<Reading> by_running_team(const std::string& text, int page) {
  constexpr size_t kLongLine = 200, kNameAndOffice = 80;  // bytes
  if (text.size() < kLongLine) return std::nullopt;
  std::optional<Reading> found;
  std::string folded;
  for (char c : text) folded.push_back(is_ascii_upper(c) ? static_cast<char>(c + 32) : c);
  for (size_t at = folded.find("lead inspector"); at != std::string::npos;
       at = folded.find("lead inspector", at + 1)) {
    size_t from = at > kNameAndOffice ? at - kNameAndOffice : 0;
    std::string_view before = std::string_view(text).substr(from, at - from);
    std::string name = take_ofsted_office(&before) ? name_at_end(before) : std::string();
    if (name.empty()) continue;
    if (!found)
      found = Reading{name, {excerpt(text.substr(from, at - from + 14)), page, "team-list"}};
    else if (!contains(found->value, name))
      found->value += "; " + name;
  }
  return found;
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

}  // namespace

std::string clean_name(std::string_view text) {
  text = trim(text);
  std::string folded;
  for (char c : text) folded.push_back(is_ascii_upper(c) ? static_cast<char>(c + 32) : c);
  size_t end = text.size();
  for (std::string_view office : kOffices) {
    size_t at = folded.find(office);
    while (at != std::string::npos && at > 0 && folded[at - 1] != ' ' && folded[at - 1] != ',')
      at = folded.find(office, at + 1);
    if (at != std::string::npos) end = std::min(end, at);
  }
  size_t comma = text.find_first_of(",;(|");
  if (comma != std::string_view::npos) end = std::min(end, comma);
  std::vector<std::string_view> words = split_words(trim(text.substr(0, end)));
  // Where a line ended in an office: "Una Other Her" / "Majesty's Inspector".
  while (!words.empty() && begins_office(words.back())) words.pop_back();
  std::string name;
  for (std::string_view word : words) {
    if (name.empty() && is_courtesy(word)) continue;
    if (!name.empty()) name.push_back(' ');
    name += word;
  }
  return is_name(name) ? mended_first_name(name) : std::string();
}

namespace {

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

// Where lines were broken anew a label, a name or an office may stand in two of them.
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
  if (!reading || !view.misread) return reading;
  reading->value = mended_surname(reading->value);
  return is_trusted_lead(view, *reading) ? reading : std::nullopt;
}

}  // namespace ofsearch
