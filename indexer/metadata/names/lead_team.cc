#include "indexer/metadata/names/lead_team.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/text/text.h"
#include "indexer/metadata/names/inspector_name.h"

namespace ofsearch {
namespace {

// The name in a row of a joint inspection's team that says "NAME, Ofsted HMI, Lead inspector";
// empty if the row is of another inspectorate, or names none.
std::string ofsted_lead(const std::vector<Cell>& cells, size_t i, bool has_layout) {
  const Cell& cell = cells[i];
  size_t at = find_phrase(cell.words, "lead inspector");
  if (at == std::string::npos || cell.text.size() > 160) return {};
  std::string before = cell.words.substr(0, at);
  bool ofsted = has_phrase(before, "ofsted") || has_phrase(before, "hmi") ||
                has_phrase(before, "majestys inspector");
  bool cqc = has_phrase(before, "cqc") || has_phrase(before, "quality commission");
  if (!ofsted || cqc) return {};
  // The list's own heading may have run into its first line.
  std::string_view text = cell.text;
  if (text.starts_with("Ofsted ")) text.remove_prefix(7);
  std::string name = clean_name(text);
  const Cell* above = name.empty() ? cell_above(cells, i, has_layout) : nullptr;
  return above != nullptr ? clean_name(above->text) : name;
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

}  // namespace

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

std::optional<Reading> by_running_team(const std::string& text, int page) {
  constexpr size_t kLongLine = 200, kNameAndOffice = 80;  // bytes
  if (text.size() < kLongLine) return std::nullopt;
  std::optional<Reading> found;
  const std::string folded = to_ascii_lower(text);
  for (size_t at = folded.find("lead inspector"); at != std::string::npos;
       at = folded.find("lead inspector", at + 1)) {
    size_t from = cut_at_character(text, at > kNameAndOffice ? at - kNameAndOffice : 0);
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

}  // namespace ofsearch
