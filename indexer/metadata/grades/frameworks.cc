#include "indexer/metadata/grades/frameworks.h"

namespace ofsearch {
namespace {

// The rules of titles in order, the more particular ones first. Phrases are bare words.
constexpr std::array kTitleRules = {
    TitleRule{"area-send-monitoring", "send", "monitoring"},
    TitleRule{"area-send-monitoring", "special educational needs", "monitoring"},
    TitleRule{"area-send-monitoring", "send", "revisit"},
    TitleRule{"area-send-monitoring", "special educational needs", "revisit"},
    TitleRule{"area-send-monitoring", "local area", "revisit"},
    TitleRule{"area-send", "area send"},
    TitleRule{"area-send", "send inspection"},
    TitleRule{"area-send", "inspection", "special educational needs"},
    TitleRule{"jtai", "joint targeted area inspection"},
    TitleRule{"jtai", "joint targeted inspection"},
    TitleRule{"jtai", "jtai"},
    TitleRule{"other", "assurance visit"},
    TitleRule{"focused-visit", "focused visit"},
    TitleRule{"focused-visit", "focussed visit"},
    TitleRule{"focused-visit", "focus visit"},
    TitleRule{"monitoring-visit", "monitoring visit"},
    TitleRule{"slac", "safeguarding and looked after children"},
    TitleRule{"slac", "safeguarding and services for looked after children"},
    TitleRule{"slac", "safeguarding services and services for looked after children"},
    TitleRule{"sif", "services for children in need of help and protection"},
    TitleRule{"sif", "inspection of", "children looked after and care leavers"},
    TitleRule{"child-protection", "arrangements for the protection of children"},
    TitleRule{"child-protection", "local authority child protection"},
    TitleRule{"looked-after", "inspection of looked after children"},
    TitleRule{"looked-after", "services for looked after children"},
    TitleRule{"joint-area-review", "joint area review"},
    TitleRule{"joint-area-review", "progress made in the provision of safeguarding services"},
    TitleRule{"other", "contact referral and assessment"},
    TitleRule{"other", "annual performance assessment"},
    TitleRule{"other", "inspection of youth offending"},
    TitleRule{"other", "fostering"},
    TitleRule{"other", "adoption agency"},
    TitleRule{"other", "childrens home"},
    TitleRule{"lscb-review", "review", "safeguarding children board"},
    TitleRule{"lscb-review", "review", "safeguarding childrens board"},
    TitleRule{"lscb-review", "review", "safeguarding children boards"},
    TitleRule{"ilacs", "inspection of", "childrens services"},
    TitleRule{"ilacs", "inspection of", "childrens social care services"},
    TitleRule{"ilacs", "inspection of", "local authority childrens"},
    TitleRule{"ilacs", "inspection of", "childrens social care"},
    TitleRule{"ilacs", "inspection of", "childrens trust"},
    TitleRule{"ilacs", "inspection of", "children first"},
    TitleRule{"ilacs", "inspection of", "services for children and families"},
};

// Bare words of headings that only one framework has.
constexpr std::array kHeadingSigns = {
    HeadingSign{"ilacs", "impact of leaders on social work practice"},
    HeadingSign{"sif", "children looked after and achieving permanence"},
    HeadingSign{"child-protection", "arrangements for the protection of children"},
};

constexpr std::array kFrameworks = {
    Framework{"ilacs",
              true,
              false,
              {"leaders", "help_protection", "in_care", "care_leavers", "care_and_leavers", ""},
              "2026-04-01"},
    Framework{"sif",
              true,
              false,
              {"leaders", "help_protection", "looked_after", "adoption", "care_leavers", "lscb"}},
    Framework{"child-protection",
              true,
              true,
              {"leaders", "help_protection", "quality_of_practice", "", "", ""}},
    Framework{"looked-after", true, true, {"leaders", "", "", "", "", ""}},
    Framework{"slac", true, true, {"", "", "", "", "", ""}},
    Framework{"lscb-review", false, false, {"lscb", "", "", "", "", ""}},
};

// ILACS reports never print which they were; the days on site tell.
struct Length {
  std::string_view visit_type;
  int fewest, most;  // days on site
};
constexpr std::array kLengths = {Length{"ilacs-short", 1, 5}, Length{"ilacs-standard", 10, 12}};

}  // namespace

std::span<const TitleRule> title_rules() {
  return kTitleRules;
}

std::span<const HeadingSign> heading_signs() {
  return kHeadingSigns;
}

const Framework* framework_of(std::string_view visit_type) {
  if (visit_type.starts_with("ilacs")) visit_type = "ilacs";
  for (const Framework& row : kFrameworks)
    if (row.visit_type == visit_type) return &row;
  return nullptr;
}

std::string_view ilacs_by_days(int days) {
  for (const Length& row : kLengths)
    if (days >= row.fewest && days <= row.most) return row.visit_type;
  return "ilacs";
}

}  // namespace ofsearch
