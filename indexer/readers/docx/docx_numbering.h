// Makes the numbers that Word prints before the paragraphs of a numbered list: the document names a
// list and a level, word/numbering.xml says how they are counted and written.
#pragma once

#include "indexer/readers/list_label.h"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <vector>

namespace ofsearch {

class DocxNumbering {
 public:
  // Reads the <w:numbering> part; an empty document knows no list.
  void load(const pugi::xml_document& numbering);

  // Returns the label of the next paragraph of list `num_id` at `level` (from 0), as printed, with
  // one space behind it: "10. ", "2.1. ", "(a) ". A label that is a plain number, however it is
  // written ("10", "10)", "(10)"), comes as "10. ". It is empty for a bullet and an unknown list.
  std::string next_label(const std::string& num_id, int level);

 private:
  static constexpr int kLevels = 9;

  struct Level {
    NumberFormat format = NumberFormat::kBullet;
    int start = 1;
    std::string text;  // "%1.%2." with the numbers of levels 1 and 2
  };
  struct Definition {
    std::vector<Level> levels = std::vector<Level>(kLevels);
    std::vector<int> counts = std::vector<int>(kLevels, kNotBegun);
  };
  static constexpr int kNotBegun = -1;

  static Level read_level(const pugi::xml_node& node);
  static void advance(Definition* list, int level);
  static std::string label_of(const Definition& list, int level);

  std::map<std::string, Definition> definitions_;         // by what counts together
  std::map<std::string, std::string> definition_of_num_;  // list to definition
};

}  // namespace ofsearch
