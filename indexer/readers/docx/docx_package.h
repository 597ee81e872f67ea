// Reads the parts of a DOCX file and how they refer to each other.
#pragma once

#include "indexer/readers/packed/archive.h"

#include <map>
#include <string>

namespace ofsearch {

struct DocxRelation {
  std::string type;    // the last word of its URI: "styles", "footnotes", "aFChunk"
  std::string target;  // a part of the archive; empty for what lies outside
};

// Returns the relations of the part called `name` by their ids; of the whole file for "". Empty
// where there are none.
std::map<std::string, DocxRelation> docx_relations(const Archive& archive, const std::string& name,
                                                   size_t max_bytes);

// Returns the name of the main part: what _rels/.rels says, else "word/document.xml".
std::string docx_main_part(const Archive& archive, size_t max_bytes);

}  // namespace ofsearch
