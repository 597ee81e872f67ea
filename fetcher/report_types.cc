#include "fetcher/report_types.h"

#include "common/text/text.h"

#include <algorithm>

namespace ofsearch {
namespace {

// The first row decides whose word sequences are all in the title.
struct TypeRule {
  std::string_view type;
  std::vector<std::string_view> all_of;
};

const std::vector<TypeRule>& type_rules() {
  static const std::vector<TypeRule> kRules = {
      {"area-send-monitoring", {"send", "monitoring"}},
      {"area-send-monitoring", {"special educational needs", "monitoring"}},
      {"area-send-monitoring", {"send", "revisit"}},
      {"area-send", {"send"}},
      {"area-send", {"special educational needs"}},
      {"jtai", {"jtai"}},
      {"jtai", {"joint area child protection"}},
      {"jtai", {"joint targeted area"}},
      {"focused-visit", {"focused visit"}},
      {"focused-visit", {"focus visit"}},
      {"monitoring-visit", {"monitoring"}},
      {"inspection", {"children s services", "inspection"}},
      {"inspection", {"childrens services", "inspection"}},
      {"inspection", {"children s social care", "inspection"}},
      {"inspection", {"local authority", "inspection"}},
      {"inspection", {"ilacs"}},
      {"inspection", {"safeguarding", "inspection"}},
      {"inspection", {"child protection", "inspection"}},
      {"inspection", {"looked after children", "inspection"}},
      {"inspection", {"joint area review"}},
  };
  return kRules;
}

constexpr std::string_view kOther = "other";

}  // namespace

std::vector<std::string> report_type_names() {
  std::vector<std::string> names;
  for (const TypeRule& rule : type_rules())
    if (std::find(names.begin(), names.end(), rule.type) == names.end())
      names.emplace_back(rule.type);
  names.emplace_back(kOther);
  return names;
}

std::string report_type(std::string_view title) {
  std::string words = search_form(title);
  for (char& c : words)
    if (c == '\'') c = ' ';
  words = bare_words(words);
  for (const TypeRule& rule : type_rules())
    if (std::all_of(rule.all_of.begin(), rule.all_of.end(),
                    [&](std::string_view part) { return has_phrase(words, part); }))
      return std::string(rule.type);
  return std::string(kOther);
}

}  // namespace ofsearch
