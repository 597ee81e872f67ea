// Tells what the styles of an ODT file say about structure.
#pragma once

#include "indexer/readers/list_label.h"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <vector>

namespace ofsearch {

struct OdtStyle {
  int heading_level = 0;  // 0: no heading
  bool bold = false;
  bool raised = false;  // set raised: the numbers of footnotes
  bool hidden = false;  // not shown
};

struct OdtListLevel {
  NumberFormat format = NumberFormat::kBullet;
  int start = 1;
};

class OdtStyles {
 public:
  // Reads the styles of styles.xml or content.xml, those of the latter over the former.
  void load(const pugi::xml_document& part);

  // Returns the style of that name; an empty one for an unknown name.
  const OdtStyle& paragraph(const std::string& name) const;
  const OdtStyle& text(const std::string& name) const;
  OdtListLevel list_level(const std::string& list, size_t level) const;

 private:
  void add(const pugi::xml_node& node);
  void add_list(const pugi::xml_node& node);

  std::map<std::string, OdtStyle> paragraphs_, texts_;
  std::map<std::string, std::vector<OdtListLevel>> lists_;
};

}  // namespace ofsearch
