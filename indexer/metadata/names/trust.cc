#include "indexer/metadata/names/trust.h"

#include "common/field/authorities/authorities.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/view/damage.h"
#include "indexer/metadata/view/personal_names.h"

#include <algorithm>

namespace ofsearch {
namespace {

bool is_printed_twice(const View& view, std::string_view name) {
  size_t count = 0;
  for (const Page& page : view.document.pages)
    for (const Line& line : page.lines) count += contains(line.text, name);
  return count >= 2;
}

// A row that may be one more lead's: "Una Other, Ofsted HMI, Lcad inspector".
bool has_misread_label(const View& view) {
  for (const Page& page : view.document.pages)
    for (const Line& line : page.lines) {
      std::string printed = bare_words(line.text);
      std::vector<std::string_view> words = split_words(printed);
      for (size_t i = 0; i + 1 < words.size(); ++i) {
        bool lead = words[i] == "lead" && may_be_misread(words[i + 1], "inspector");
        bool inspector = may_be_misread(words[i], "lead") && words[i + 1] == "inspector";
        if ((lead && words[i + 1] != "inspectors") || inspector) return true;
      }
    }
  return false;
}

}  // namespace

bool is_trusted_lead(const View& view, const Reading& reading) {
  if (reading.evidence.rule == "team-list" && has_misread_label(view)) return false;
  std::string_view names = reading.value;
  for (std::string_view name : split(names, ';'))
    if (!is_of_common_names(name) && !is_printed_twice(view, trimmed(name))) return false;
  return true;
}

bool is_trusted_authority(std::string_view name) {
  const Authorities& table = Authorities::builtin();
  if (table.find(name) == nullptr) return false;
  std::string words = bare_words(name);
  return std::none_of(table.all().begin(), table.all().end(), [&](const Authority& other) {
    std::string longer = bare_words(other.name);
    return longer != words && has_phrase(longer, words);
  });
}

}  // namespace ofsearch
