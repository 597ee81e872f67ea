#include "common/field/authorities/short_compass.h"

#include "common/text/characters.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

struct ShortForm {
  std::string_view words;
  std::string_view short_form;
};
constexpr std::array kShortForms = {
    ShortForm{"North", "N"},       ShortForm{"North", "Nth"},     ShortForm{"South", "S"},
    ShortForm{"South", "Sth"},     ShortForm{"East", "E"},        ShortForm{"West", "W"},
    ShortForm{"Central", "C"},     ShortForm{"North East", "NE"}, ShortForm{"North West", "NW"},
    ShortForm{"South East", "SE"}, ShortForm{"South West", "SW"}};

// Every way to write `rest` behind `written`.
void write_on(const std::string& written, std::string_view rest, std::vector<std::string>* all) {
  const size_t space = rest.find(' ');
  if (space == std::string_view::npos) {
    all->push_back(written + std::string(rest));
    return;
  }
  for (const ShortForm& form : kShortForms)
    if (rest.starts_with(form.words) && rest.substr(form.words.size()).starts_with(' '))
      write_on(written + std::string(form.short_form) + ' ', rest.substr(form.words.size() + 1),
               all);
  write_on(written + std::string(rest.substr(0, space + 1)), rest.substr(space + 1), all);
}

}  // namespace

bool is_short_compass(std::string_view word) {
  return std::ranges::any_of(kShortForms, [word](const ShortForm& form) {
    return equal_ignoring_ascii_case(form.short_form, word);
  });
}

std::vector<std::string> short_forms(const std::vector<std::string>& names) {
  std::vector<std::string> found;
  for (const std::string& name : names) {
    std::vector<std::string> written;
    write_on("", name, &written);
    for (std::string& form : written)
      if (std::ranges::count(names, form) + std::ranges::count(found, form) == 0)
        found.push_back(std::move(form));
  }
  return found;
}

}  // namespace ofsearch
