// Tells what the styles of a DOCX file say about structure.
#pragma once

#include <pugixml.hpp>

#include <map>
#include <string>

namespace ofsearch {

struct DocxStyle {
  int heading_level = 0;  // 0: no heading
  std::string num_id;     // the list that its paragraphs belong to; empty: none
  int num_level = 0;
  bool hidden = false;  // its text is not shown
  bool raised = false;  // its text is set raised: the numbers of footnotes
};

class DocxStyles {
 public:
  // Reads the <w:styles> part; an empty document knows no style.
  void load(const pugi::xml_document& styles);

  // Returns a style with what it inherits; an empty one for an unknown id.
  DocxStyle style(std::string id) const;

  // Returns the style of a paragraph by its <w:pPr>, its own settings over those of the style it
  // names.
  DocxStyle of_paragraph(const pugi::xml_node& properties) const;

  // Returns the style of a run by its <w:rPr>.
  DocxStyle of_run(const pugi::xml_node& properties) const;

 private:
  struct Entry {
    DocxStyle style;
    std::string based_on;
  };
  std::map<std::string, Entry> styles_;
};

}  // namespace ofsearch
