// Forms of one word that a stemmer does not bring together: irregular plurals and verbs ("child",
// "children"), and spellings ("organise", "organize"). Tables; a new family is a row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// The word that speaks for the family of `word`, in search form ("children": "child"); `word`
// itself if it has none.
std::string family_head(std::string_view word);

// Every form that the tables of irregular words name, with its head.
struct IrregularForm {
  std::string_view form, head;
};
const std::vector<IrregularForm>& irregular_forms();

}  // namespace ofsearch
