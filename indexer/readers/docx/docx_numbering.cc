#include "indexer/readers/docx/docx_numbering.h"

#include "common/text/characters.h"

#include <algorithm>

namespace ofsearch {
namespace {

// Returns the number at which a list begins to count: from 0 on, and far from where an int ends.
int start_of(const pugi::xml_node& node, int otherwise) {
  constexpr int kLargestStart = 1'000'000;
  int start = node.attribute("w:val").as_int(otherwise);
  return start >= 0 && start <= kLargestStart ? start : otherwise;
}

// "(10)", "10)" and "10" are all "10. "; what is no plain number stays as it is.
std::string plain_number(std::string label) {
  size_t begin = label.find_first_not_of(" (");
  size_t end = label.find_last_not_of(" .):");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return label;
  std::string number = label.substr(begin, end - begin + 1);
  bool plain = std::all_of(number.begin(), number.end(),
                           [](char c) { return is_ascii_digit(c) || c == '.'; });
  return plain ? number + "." : label;
}

}  // namespace

DocxNumbering::Level DocxNumbering::read_level(const pugi::xml_node& node) {
  Level level;
  level.format = format_of_name(node.child("w:numFmt").attribute("w:val").value());
  level.start = start_of(node.child("w:start"), 1);
  level.text = node.child("w:lvlText").attribute("w:val").value();
  return level;
}

void DocxNumbering::load(const pugi::xml_document& numbering) {
  pugi::xml_node root = numbering.child("w:numbering");
  auto read_levels = [](const pugi::xml_node& parent, const char* name, Definition* out) {
    for (pugi::xml_node node : parent.children(name)) {
      int level = node.attribute("w:ilvl").as_int(-1);
      if (level < 0 || level >= kLevels) continue;
      pugi::xml_node own = node.child("w:lvl") ? node.child("w:lvl") : node;
      auto& slot = out->levels[static_cast<size_t>(level)];
      if (own.child("w:numFmt")) slot = read_level(own);
      pugi::xml_node restart = node.child("w:startOverride");
      if (restart) slot.start = start_of(restart, slot.start);
    }
  };
  for (pugi::xml_node node : root.children("w:abstractNum"))
    read_levels(node, "w:lvl", &definitions_[node.attribute("w:abstractNumId").value()]);
  for (pugi::xml_node node : root.children("w:num")) {
    std::string id = node.attribute("w:numId").value();
    std::string abstract = node.child("w:abstractNumId").attribute("w:val").value();
    definition_of_num_[id] = abstract;
    if (!node.child("w:lvlOverride")) continue;
    // A list with a start of its own counts for itself; the others of one definition go on where
    // the last one stopped.
    Definition own = definitions_[abstract];
    read_levels(node, "w:lvlOverride", &own);
    definition_of_num_[id] = "num " + id;
    definitions_["num " + id] = std::move(own);
  }
}

void DocxNumbering::advance(Definition* list, int level) {
  auto at = static_cast<size_t>(level);
  for (size_t outer = 0; outer < at; ++outer)
    if (list->counts[outer] == kNotBegun) list->counts[outer] = list->levels[outer].start;
  int& count = list->counts[at];
  count = count == kNotBegun ? list->levels[at].start : count + 1;
  std::fill(list->counts.begin() + level + 1, list->counts.end(), kNotBegun);
}

std::string DocxNumbering::label_of(const Definition& list, int level) {
  const std::string& text = list.levels[static_cast<size_t>(level)].text;
  std::string label;
  for (size_t i = 0; i < text.size(); ++i) {
    bool place = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
    if (!place) {
      label.push_back(text[i]);
      continue;
    }
    auto of = static_cast<size_t>(text[++i] - '1');
    label += format_number(list.counts[of], list.levels[of].format);
  }
  return label;
}

std::string DocxNumbering::next_label(const std::string& num_id, int level) {
  auto definition = definition_of_num_.find(num_id);
  if (definition == definition_of_num_.end() || level < 0 || level >= kLevels) return {};
  Definition& list = definitions_[definition->second];
  advance(&list, level);
  if (list.levels[static_cast<size_t>(level)].format == NumberFormat::kBullet) return {};
  std::string label = plain_number(label_of(list, level));
  return label.empty() ? label : label + " ";
}

}  // namespace ofsearch
