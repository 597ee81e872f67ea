// Terms that begin with a verb ("work with perpetrators", "leaving care"), and the other forms of
// it in which they are typed.
#pragma once

#include <string>
#include <string_view>

namespace ofsearch::thesaurus {

// The verb that the term of a key begins with, of those that are typed in other forms; empty where
// it begins with none. "Support worker" does not, "work with" and "leaving care" do.
std::string verb_of(std::string_view key);

// Whether `typed` is `verb` in another form: "working with" for "work with", "leave care" for
// "leaving care". Who is looked after is not who looks after: no form stands for one in "-ed". Both
// are folded.
bool is_form_of_verb(const std::string& typed, const std::string& verb);

}  // namespace ofsearch::thesaurus
