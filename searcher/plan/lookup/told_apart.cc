#include "searcher/plan/lookup/told_apart.h"

#include "common/text/text.h"

#include <algorithm>
#include <string_view>

namespace ofsearch {
namespace {

// A row a meaning, in all its forms; behind it what has the same stem.
constexpr std::string_view kForms[] = {
    "present",                          // presenting needs
    "presenting presents presented",    // present
    "managed manage manages managing",  // managers, management
    "manager managers management",      // managed
};

}  // namespace

std::vector<std::string> forms_of_its_own(const std::string& word) {
  for (std::string_view row : kForms) {
    const std::vector<std::string_view> forms = split_words(row);
    if (std::ranges::count(forms, word) > 0) return {forms.begin(), forms.end()};
  }
  return {};
}

}  // namespace ofsearch
