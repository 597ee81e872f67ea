#include "indexer/readers/docx/docx_styles.h"

#include "common/text/text.h"

#include <algorithm>
#include <string_view>

namespace ofsearch {
namespace {

constexpr int kDeepestHeading = 6;
constexpr int kNoLevel = -1;

// Word counts outline levels from 0; level 9 is body text.
int outline_level(const pugi::xml_node& properties) {
  pugi::xml_node outline = properties.child("w:outlineLvl");
  int level = outline ? outline.attribute("w:val").as_int() : -1;
  return level >= 0 && level < kDeepestHeading ? level + 1 : 0;
}

int heading_level_of(const pugi::xml_node& style) {
  std::string name = search_form(style.child("w:name").attribute("w:val").value());
  if (name == "title") return 1;
  // Word has nine levels of headings.
  bool heading =
      name.starts_with("heading ") && name.size() == 9 && name[8] >= '1' && name[8] <= '9';
  return heading ? std::min(name[8] - '0', kDeepestHeading) : outline_level(style.child("w:pPr"));
}

// A property such as <w:vanish/>: there and not said to be off.
bool is_on(const pugi::xml_node& property) {
  std::string_view value = property.attribute("w:val").value();
  return property && value != "0" && value != "false" && value != "off";
}

// Tells whether a run is not shown, or struck out: the writer took it back.
bool is_hidden(const pugi::xml_node& properties) {
  return is_on(properties.child("w:vanish")) || is_on(properties.child("w:strike")) ||
         is_on(properties.child("w:dstrike"));
}

bool is_raised(const pugi::xml_node& properties) {
  std::string_view align = properties.child("w:vertAlign").attribute("w:val").value();
  return align == "superscript";
}

}  // namespace

void DocxStyles::load(const pugi::xml_document& styles) {
  for (pugi::xml_node node : styles.child("w:styles").children("w:style")) {
    Entry entry;
    entry.style.heading_level = heading_level_of(node);
    pugi::xml_node list = node.child("w:pPr").child("w:numPr");
    entry.style.num_id = list.child("w:numId").attribute("w:val").value();
    // A style that says no list is one of the style that it is based on, perhaps at a level of its
    // own.
    entry.style.num_level =
        list.child("w:ilvl").attribute("w:val").as_int(list.child("w:numId") ? 0 : kNoLevel);
    entry.style.hidden = is_hidden(node.child("w:rPr"));
    entry.style.raised = is_raised(node.child("w:rPr"));
    entry.based_on = node.child("w:basedOn").attribute("w:val").value();
    styles_[node.attribute("w:styleId").value()] = std::move(entry);
  }
}

DocxStyle DocxStyles::style(std::string id) const {
  constexpr int kLongestChain = 20;  // a damaged file may go in circles
  DocxStyle out;
  out.num_level = kNoLevel;
  for (int i = 0; i < kLongestChain; ++i) {
    auto it = styles_.find(id);
    if (it == styles_.end()) break;
    const DocxStyle& style = it->second.style;
    if (out.heading_level == 0) out.heading_level = style.heading_level;
    if (out.num_id.empty()) {
      out.num_id = style.num_id;
      if (out.num_level == kNoLevel) out.num_level = style.num_level;
    }
    out.hidden = out.hidden || style.hidden;
    out.raised = out.raised || style.raised;
    id = it->second.based_on;
  }
  out.num_level = std::max(out.num_level, 0);
  return out;
}

DocxStyle DocxStyles::of_paragraph(const pugi::xml_node& properties) const {
  DocxStyle out = style(properties.child("w:pStyle").attribute("w:val").value());
  if (int level = outline_level(properties); level > 0) out.heading_level = level;
  if (pugi::xml_node list = properties.child("w:numPr")) {
    if (pugi::xml_node id = list.child("w:numId")) out.num_id = id.attribute("w:val").value();
    out.num_level = list.child("w:ilvl").attribute("w:val").as_int(out.num_level);
  }
  if (out.num_id == "0") out.num_id.clear();  // "no list"
  return out;
}

DocxStyle DocxStyles::of_run(const pugi::xml_node& properties) const {
  pugi::xml_node named = properties.child("w:rStyle");
  DocxStyle out = named ? style(named.attribute("w:val").value()) : DocxStyle();
  for (const char* name : {"w:vanish", "w:strike", "w:dstrike"})
    if (properties.child(name)) out.hidden = is_hidden(properties);
  if (properties.child("w:vertAlign")) out.raised = is_raised(properties);
  return out;
}

}  // namespace ofsearch
