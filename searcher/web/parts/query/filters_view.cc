#include "searcher/web/parts/query/filters_view.h"

#include "common/dates/typed_date.h"
#include "common/field/authorities/abolished.h"
#include "common/field/authorities/authorities.h"
#include "common/index/fields.h"
#include "common/text/counted.h"
#include "common/text/text.h"
#include "searcher/opened/facets.h"
#include "searcher/query/query_parser.h"
#include "searcher/web/parts/frame/words.h"
#include "searcher/web/parts/query/around.h"
#include "searcher/web/parts/query/filter_words.h"
#include "searcher/web/parts/query/request.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace ofsearch::web {
namespace {

// Values of a facet that are shown without asking for all of them.
constexpr size_t kFirstValues = 8;
constexpr size_t kFew = 10;  // so many are shown all

struct Choice {
  std::string label;
  size_t count = 0;
  bool selected = false;
  std::string link;
  bool abolished = false;
};

bool is_abolished(std::string_view name) {
  const Authority* authority = Authorities::builtin().find(name);
  return authority != nullptr && has_ended(*authority, current_date());
}

struct OtherChip {
  const char *name, *value, *field, *words;
};
constexpr std::array<OtherChip, 5> kOtherChips = {{
    {"literal", "1", "Words", "none is read as a filter"},
    {"exact", "1", "Words", "only as they are written"},
    {"match", "all", "Counted", "only reports that have all of the query"},
    {"match", "most", "Counted", "reports that have most of the query"},
    {"match", "any", "Counted", "reports that have any of the query"},
}};

Parameters first_page(const Parameters& parameters) {
  return parameters.without("offset");
}

bool is_alone(const Field& field, std::string_view typed, std::string_view value) {
  const std::vector<std::string> values = expanded_values(field, typed);
  if (!values.empty()) return values.size() == 1 && values.front() == value;
  return filter_term(field, typed) == filter_term(field, value);
}

// The other values of the facet that are chosen, as one filter has them; empty if they are too many
// to be written out.
std::string other_values(const Facet& facet, std::string_view value) {
  constexpr size_t kMost = 20;
  std::vector<std::string> others;
  for (const FacetValue& each : facet.values)
    if (each.selected && each.value != value)
      others.push_back(one_value(facet.name, each.value).typed);
  return others.size() > kMost ? "" : fmt::format("{}", fmt::join(others, ","));
}

// Returns the parameters without one value. A value that stands for several, such as "2018..2020",
// becomes the others that it stands for.
Parameters without_value(const Parameters& parameters, const Facet& facet, std::string_view value) {
  const Field& field = *find_field(facet.name);
  auto left = [&](auto goes) {
    std::vector<Parameters::Pair> pairs = parameters.all();
    std::erase_if(pairs, [&](const Parameters::Pair& pair) {
      return filter_field(pair.first, pair.second) == &field && goes(pair.second);
    });
    return Parameters(std::move(pairs));
  };
  const Parameters changed = left([&](const auto& typed) { return is_alone(field, typed, value); });
  if (changed.all().size() < parameters.all().size()) return changed;
  const Parameters none = left([](const auto&) { return true; });
  const std::string others = other_values(facet, value);
  return others.empty() ? none : none.with(field.option, others);
}

std::vector<Choice> choices_of(const Facet& facet, const ReadSearch& search, const Site& site) {
  const Field& field = *find_field(facet.name);
  const Parameters& base = search.for_change_of(field);
  std::vector<Choice> choices;
  for (const FacetValue& value : facet.values) {
    const OneValue one = one_value(facet.name, value.value);
    const Parameters changed = value.selected ? without_value(base, facet, value.value)
                                              : base.with(field.option, one.typed);
    choices.push_back({one.label, value.count, value.selected,
                       changed.link(site.path(changed.empty() ? "/" : "/search")),
                       facet.name == "authority" && is_abolished(value.value)});
  }
  return choices;
}

Json choice_view(const Choice& choice) {
  return {{"label", choice.label},
          {"count", with_commas(choice.count)},
          {"noun", choice.count == 1 ? "report" : "reports"},
          {"selected", choice.selected},
          {"link", choice.link}};
}

// The chosen ones and the most frequent ones first; all of them, by name, behind "show all".
Json values_view(const Facet& facet, std::vector<Choice> choices) {
  const Field* field = find_field(facet.name);
  const bool by_name = field != nullptr && field->order == ValueOrder::kByCount;
  Json first = Json::array(), rest = Json::array(), abolished = Json::array();
  std::vector<Choice> top = choices;
  std::stable_partition(top.begin(), top.end(), [](const Choice& c) { return c.selected; });
  const size_t shown = top.size() > kFew ? kFirstValues : top.size();
  for (size_t i = 0; i < top.size() && (i < shown || top[i].selected); ++i)
    first.push_back(choice_view(top[i]));
  if (top.size() > shown) {
    if (by_name)
      std::sort(choices.begin(), choices.end(),
                [](const Choice& a, const Choice& b) { return a.label < b.label; });
    for (const Choice& choice : choices)
      (choice.abolished ? abolished : rest).push_back(choice_view(choice));
  }
  return {{"first", first},
          {"all", rest},
          {"by_name", by_name},
          {"has_more", !rest.empty() || !abolished.empty()},
          {"total", choices.size()},
          {"abolished", abolished},
          {"has_abolished", !abolished.empty()}};
}

}  // namespace

const std::vector<std::string>& shown_facets() {
  static const std::vector<std::string> kShown = [] {
    std::vector<std::string> names;
    for (const char* name : {"authority", "region", "year", "visit_type", "grade", "topic", "kind",
                             "focus", "standing_grade", "finding"})
      if (find_field(name) != nullptr) names.emplace_back(name);
    return names;
  }();
  return kShown;
}

Json chips_view(const Parameters& parameters, const Site& site) {
  Json chips = Json::array();
  auto add = [&](const FilterWords& words, const Parameters& left) {
    chips.push_back({{"field", words.field},
                     {"value", words.value},
                     {"remove", left.link(site.path(left.empty() ? "/" : "/search"))}});
  };
  const Parameters all = first_page(parameters);
  for (const auto& [name, value] : all.all())
    if (selects(name) && name != "q") add(filter_words(name, value), all.without(name, value));
  const std::string query(all.value("q"));
  for (const QueryFilter& filter : parse_query(query).filters) {
    const std::string left = with_filter_value(query, filter, "");
    add(filter_words(filter.field, filter.value),
        left.empty() ? all.without("q") : all.set("q", left));
  }
  for (const auto& [name, value] : all.all())
    if (name == "without") add({"Not searched", value}, all.without(name, value));
  for (const auto& [name, value, field, words] : kOtherChips)
    if (all.has(name, value)) add({field, words}, all.without(name));
  return chips;
}

Json understood_view(const SearchResults& results, const ReadSearch& search, const Site& site) {
  Json chips = Json::array();
  for (const UnderstoodWords& given_up : results.understood) {
    const FilterWords words = filter_words(given_up.field, given_up.value);
    chips.push_back(
        {{"field", words.field},
         {"value", (given_up.excluded ? "not " : "") + words.value},
         {"words", given_up.words},
         {"remove", search.giving_up(given_up, results.understood).link(site.path("/search"))}});
  }
  return chips;
}

Json added_view(const SearchResults& results, const Parameters& parameters, const Site& site) {
  Json chips = Json::array();
  for (const AddedWords& added : results.added)
    for (const auto* list : {&added.words, &added.ranked})
      for (const std::string& words : *list)
        chips.push_back(
            {{"words", words},
             {"remove", first_page(parameters).with("without", words).link(site.path("/search"))}});
  return chips;
}

Json facets_view(const SearchResults& results, const Parameters& parameters,
                 const ReadSearch& search, const Site& site) {
  Json facets = Json::array();
  for (const Facet& facet : results.facets) {
    std::vector<Choice> choices = choices_of(facet, search, site);
    // In a group of authorities, those without a report are no choice of anybody's.
    const bool of_group =
        facet.name == "authority" && !group_label(parameters.value("authority")).empty();
    std::erase_if(choices,
                  [&](const Choice& c) { return c.count == 0 && (!c.selected || of_group); });
    bool chosen = std::any_of(choices.begin(), choices.end(),
                              [](const Choice& choice) { return choice.selected; });
    if (choices.size() < 2 && !chosen) continue;
    Json view = values_view(facet, std::move(choices));
    view["around"] = facet.name == "authority" ? around_view(parameters, site) : Json();
    view["name"] = facet.name;
    view["label"] = field_label(facet.name);
    view["open"] = chosen || facets.size() < 5;
    view["of_passages"] = counts_passages(facet.name);
    view["explained"] = facet.name == "visit_type" ? site.path("/help#visits") : "";
    facets.push_back(std::move(view));
  }
  return facets;
}

Json hidden_view(const Parameters& parameters, const std::vector<std::string>& without) {
  Json hidden = Json::array();
  for (const auto& [name, value] : parameters.all())
    if (name != "offset" && std::find(without.begin(), without.end(), name) == without.end())
      hidden.push_back({{"name", name}, {"value", value}});
  return hidden;
}

}  // namespace ofsearch::web
