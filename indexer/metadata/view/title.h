// Finds the document's own title.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// A line or heading that names an inspection: "Focused visit to Loamshire".
struct InspectionName {
  std::string text;
  std::string continued;  // `text` with the paragraph behind it, for a title broken into two
  Evidence evidence;
};

// Returns the names that the opening has, in order. Rules about what a document is look here first.
std::vector<InspectionName> inspection_names(const View& view);

// Returns the line that begins a letter: "Dear Ms Brook"; one that addresses many ("Dear all") only
// if there is no other. Null if there is none.
const Cell* find_salutation(const View& view);

// Tells whether a salutation addresses many. A message to staff or partners about an inspection is
// no letter of the inspectorate's.
bool addresses_many(const Cell& salutation);

// Returns what a letter is about: the inspection's name, else the heading behind "Dear ...".
std::optional<Reading> find_letter_title(const View& view);

// Returns the document's own title by its kind: the first inspection's name, with the council's
// name before it where that stands on a line of its own; a letter's subject; the headline of
// anything else; at last the file's own title. It is empty if there is none.
std::optional<Reading> find_title(const View& view, std::string_view kind);

}  // namespace ofsearch
