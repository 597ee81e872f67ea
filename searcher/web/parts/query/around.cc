#include "searcher/web/parts/query/around.h"

#include "common/field/authorities/authorities.h"
#include "common/field/authorities/authority_groups.h"
#include "common/field/authorities/neighbours.h"
#include "searcher/web/parts/frame/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace ofsearch::web {
std::string_view without_group(std::string_view value) {
  for (std::string_view begin : {kRegionOf, kNeighboursOf})
    if (value.starts_with(begin)) return value.substr(begin.size());
  return value;
}

std::string group_label(std::string_view value) {
  return capitalised(group_in_words(value));
}

Json around_view(const Parameters& parameters, const Site& site) {
  const auto all = parameters.all();
  auto is_authority = [](const auto& pair) { return pair.first == "authority"; };
  if (std::ranges::count_if(all, is_authority) != 1) return Json();
  const std::string chosen(parameters.value("authority"));
  const Authority* authority = Authorities::builtin().find(without_group(chosen));
  if (authority == nullptr) return Json();
  Json choices = Json::array();
  auto add = [&](const std::string& label, const std::string& value, bool selected) {
    choices.push_back(
        {{"label", label},
         {"link", parameters.without("offset").set("authority", value).link(site.path("/search"))},
         {"selected", selected}});
  };
  add(authority->name + " only", authority->name, group_label(chosen).empty());
  add(fmt::format("Its region, {}", authority->region), std::string(kRegionOf) + authority->name,
      chosen.starts_with(kRegionOf));
  const Result<Neighbours>& table = Neighbours::of_this_machine();
  const NeighbourSet* set = table ? table->find(authority->name) : nullptr;
  if (set != nullptr)
    add(fmt::format("Its statistical neighbours ({}, {})", set->source, set->date),
        std::string(kNeighboursOf) + authority->name, chosen.starts_with(kNeighboursOf));
  return {{"choices", choices},
          {"hint", set != nullptr
                       ? ""
                       : "Whoever runs this service has named no statistical neighbours for it."}};
}

}  // namespace ofsearch::web
