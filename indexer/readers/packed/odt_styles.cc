#include "indexer/readers/packed/odt_styles.h"

#include "indexer/readers/packed/xml_part.h"

#include <algorithm>
#include <string_view>

namespace ofsearch {

void OdtStyles::load(const pugi::xml_document& part) {
  for (const char* group : {"office:styles", "office:automatic-styles"})
    for (pugi::xml_node node : part.document_element().child(group).children()) {
      if (is_element(node, "style:style")) add(node);
      if (is_element(node, "text:list-style")) add_list(node);
    }
}

void OdtStyles::add(const pugi::xml_node& node) {
  constexpr int kDeepestHeading = 6;
  std::string_view family = node.attribute("style:family").value();
  auto& styles = family == "text" ? texts_ : paragraphs_;
  if (family != "text" && family != "paragraph") return;
  std::string name = node.attribute("style:name").value();
  std::string parent = node.attribute("style:parent-style-name").value();
  OdtStyle style;
  if (auto known = styles.find(parent); known != styles.end()) style = known->second;
  if (name == "Title") style.heading_level = 1;
  // Headings made by the style alone; "" and 0 say that a style is none.
  if (pugi::xml_attribute level = node.attribute("style:default-outline-level"))
    style.heading_level = std::clamp(level.as_int(), 0, kDeepestHeading);
  pugi::xml_node properties = node.child("style:text-properties");
  if (pugi::xml_attribute weight = properties.attribute("fo:font-weight"))
    style.bold = std::string_view(weight.value()) == "bold" || weight.as_int() >= 600;
  std::string_view place = properties.attribute("style:text-position").value();
  if (!place.empty())
    style.raised = place.starts_with("super") || (place[0] >= '1' && place[0] <= '9');
  if (pugi::xml_attribute display = properties.attribute("text:display"))
    style.hidden = std::string_view(display.value()) == "none";
  const std::string_view line = properties.attribute("style:text-line-through-style").value();
  if (!line.empty() && line != "none") style.hidden = true;  // the writer took it back
  styles[name] = style;
}

void OdtStyles::add_list(const pugi::xml_node& node) {
  constexpr int kLevels = 10, kLargestStart = 1'000'000;
  std::vector<OdtListLevel> levels(kLevels);
  for (pugi::xml_node each : node.children("text:list-level-style-number")) {
    int at = each.attribute("text:level").as_int() - 1;
    std::string_view format = each.attribute("style:num-format").value();
    if (at < 0 || at >= kLevels || format.empty()) continue;
    auto& level = levels[static_cast<size_t>(at)];
    level.format = format_of_letter(format[0]);
    level.start = std::clamp(each.attribute("text:start-value").as_int(1), 0, kLargestStart);
  }
  lists_[node.attribute("style:name").value()] = std::move(levels);
}

const OdtStyle& OdtStyles::paragraph(const std::string& name) const {
  static const OdtStyle kNone;
  auto it = paragraphs_.find(name);
  return it == paragraphs_.end() ? kNone : it->second;
}

const OdtStyle& OdtStyles::text(const std::string& name) const {
  static const OdtStyle kNone;
  auto it = texts_.find(name);
  return it == texts_.end() ? kNone : it->second;
}

OdtListLevel OdtStyles::list_level(const std::string& list, size_t level) const {
  auto it = lists_.find(list);
  return it == lists_.end() || level >= it->second.size() ? OdtListLevel() : it->second[level];
}

}  // namespace ofsearch
