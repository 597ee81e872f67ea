// Reads XML parts of an archive, with one prefix for each namespace that readers know.
#pragma once

#include "indexer/readers/packed/archive.h"

#include <pugixml.hpp>

#include <string>

namespace ofsearch {

// Parses `xml`; false if it is not well-formed. Elements and attributes of the namespaces of DOCX
// ("w", "r", "mc", "m", "v", "wps", "o", "a"), ODT ("office", "text", "table", "style", "draw",
// "fo", "xlink") and of titles ("dc") get these prefixes, whatever a writer called them; those of
// other namespaces keep theirs. The spaces of text are kept: Word writes a lone space as a run of
// its own.
bool parse_xml(std::string_view xml, pugi::xml_document* out);

// Does parse_xml() for the part called `name`. Returns false if there is none or it is no XML.
bool load_part(const Archive& archive, const std::string& name, size_t max_bytes,
               pugi::xml_document* out);

bool is_element(const pugi::xml_node& node, const char* name);

}  // namespace ofsearch
