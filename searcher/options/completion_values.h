// Lists what may stand behind an option, for the completions of all shells and for the checks of
// options.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Returns the values of an option that takes one of a few, or has a few beside numbers or dates;
// empty for any other option. Options are named without dashes.
const std::vector<std::string>& option_choices(std::string_view option);

// Returns the field whose values in the index `option` takes; empty if it takes others.
std::string_view field_in_index(std::string_view option);

// Returns the words that may stand where `typed` was begun behind `option`, each as a whole. In a
// list with commas the last part is completed, and in "leaders:ina" the grade. Words that must go
// on end in ":" or ",". Case is ignored. `in_index` has the values of the field that
// field_in_index() names.
std::vector<std::string> completion_values(std::string_view option, const std::string& typed,
                                           const std::vector<std::string>& in_index);

}  // namespace ofsearch
