// Forms of a word to which a stemmer gives different stems: irregular plurals and verbs ("child",
// "children"), and spellings ("organise", "organize"). These are tables; a new family is a row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Returns the head word of the family of `word`, both in search form ("children": "child"); `word`
// itself if it is in no family.
std::string family_head(std::string_view word);

// Every form in the tables of irregular words, with the head of its family.
struct IrregularForm {
  std::string_view form, head;
};
const std::vector<IrregularForm>& irregular_forms();

}  // namespace ofsearch
