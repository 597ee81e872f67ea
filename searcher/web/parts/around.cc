#include "searcher/web/parts/around.h"

#include "common/field/authorities.h"
#include "common/field/neighbours.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace ofsearch::web {
namespace {

constexpr std::string_view kRegion = "region-of:", kNeighbours = "neighbours-of:";
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kGroups = {
    {{kRegion, "The region of {}"}, {kNeighbours, "Statistical neighbours of {}"}}};

std::string_view without_group(std::string_view value) {
  for (const auto& [begin, label] : kGroups)
    if (value.starts_with(begin)) return value.substr(begin.size());
  return value;
}

}  // namespace

std::string group_label(std::string_view value) {
  for (const auto& [begin, label] : kGroups)
    if (value.starts_with(begin))
      return fmt::format(fmt::runtime(label), value.substr(begin.size()));
  return {};
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
  add(fmt::format("Its region, {}", authority->region), std::string(kRegion) + authority->name,
      chosen.starts_with(kRegion));
  const Result<Neighbours>& table = Neighbours::of_this_machine();
  const NeighbourSet* set = table ? table->find(authority->name) : nullptr;
  if (set != nullptr)
    add(fmt::format("Its statistical neighbours ({}, {})", set->source, set->date),
        std::string(kNeighbours) + authority->name, chosen.starts_with(kNeighbours));
  return {{"choices", choices},
          {"hint", set != nullptr
                       ? ""
                       : "Whoever runs this service has named no statistical neighbours for it."}};
}

}  // namespace ofsearch::web
