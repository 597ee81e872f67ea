#include "searcher/plan/lookup/told_apart.h"

#include "common/text/text.h"

#include <algorithm>
#include <string_view>

namespace ofsearch {
namespace {

// The forms of one meaning, and those that are as often of it as of another of the stem: who types
// these gets all.
struct Meaning {
  std::string_view own, shared;
};
constexpr Meaning kMeanings[] = {
    {"present", ""},                        // presenting needs
    {"presenting presents presented", ""},  // present
    {"managed manage manages managing", "management"},
    {"manager managers", "management"},
};

}  // namespace

std::vector<std::string> forms_of_its_own(const std::string& word) {
  for (const Meaning& meaning : kMeanings) {
    std::vector<std::string> forms;
    for (std::string_view text : {meaning.own, meaning.shared})
      for (std::string_view form : split_words(text)) forms.emplace_back(form);
    if (std::ranges::count(split_words(meaning.own), word) > 0) return forms;
  }
  return {};
}

}  // namespace ofsearch
