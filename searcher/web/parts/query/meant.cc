#include "searcher/web/parts/query/meant.h"

#include "common/index/fields.h"
#include "common/text/characters.h"
#include "searcher/query/meant_values.h"
#include "searcher/query/query_parser.h"
#include "searcher/web/parts/query/around.h"
#include "searcher/web/parts/query/filter_words.h"
#include "searcher/web/parts/query/same_search.h"

#include <fmt/format.h>

#include <functional>
#include <optional>

namespace ofsearch::web {
namespace {

using Values = std::vector<std::string>;

bool exists(const Field& field, std::string_view typed, Searcher* searcher) {
  SearchRequest request;
  request.filters = {{std::string(field.name), std::string(typed)}};
  request.limit = 0;
  auto results = searcher->search(request);
  return results || results.error().code != ErrorCode::kUsage;
}

Values values_of(const Field& field, Searcher* searcher) {
  SearchRequest request;
  request.facets = {std::string(field.name)};
  request.limit = 0;
  Values values;
  if (auto results = searcher->search(request))
    for (const Facet& facet : results->facets)
      for (const FacetValue& value : facet.values) values.push_back(value.value);
  return values;
}

// Returns the part of `typed`, which may be a list, that is no existing value; nothing if all
// exist.
std::optional<std::string_view> wrong_value(const Field& field, std::string_view typed,
                                            Searcher* searcher) {
  if (exists(field, typed, searcher)) return std::nullopt;
  for (std::string_view part : split(typed, ','))
    if (std::string_view value = trimmed(part); !exists(field, value, searcher))
      return without_group(value);
  return std::nullopt;
}

// `text` with `value` in place of `wrong`, a part of it.
std::string replaced(std::string_view text, std::string_view wrong, std::string_view value) {
  std::string out(text);
  return out.replace(static_cast<size_t>(wrong.data() - text.data()), wrong.size(), value);
}

// Adds what the search would be with each of the values that `typed` may mean. `with`: the search
// with another value in place of what was typed; with nothing, without the filter.
void add_meant(std::string_view name, std::string_view typed, const Site& site, Searcher* searcher,
               const std::function<Parameters(std::string_view)>& with, Links* links) {
  const Field* field = filter_field(name, typed);
  if (field == nullptr) return;
  const auto wrong = wrong_value(*field, typed, searcher);
  if (!wrong) return;
  for (const std::string& value :
       meant_values(*field, std::string(*wrong), values_of(*field, searcher))) {
    const std::string whole = replaced(typed, *wrong, value);
    const FilterWords words = filter_words(name, whole);
    links->emplace_back(fmt::format("{}: {}", words.field, words.value),
                        with(whole).link(site.path("/search")));
  }
  const Parameters rest = with("");
  if (!rest.empty())
    links->emplace_back("The same search without this filter", rest.link(site.path("/search")));
}

}  // namespace

Links meant_searches(const Error& error, const Parameters& parameters, const Site& site,
                     Searcher* searcher) {
  Links links;
  if (error.code != ErrorCode::kUsage) return links;
  const Parameters all = parameters.without("offset");
  for (const Parameters::Pair& filter : all.all()) {
    auto with = [&](std::string_view value) {
      const Parameters others = all.without(filter.first, filter.second);
      return value.empty() ? others : others.with(filter.first, value);
    };
    if (filter.first != "q") add_meant(filter.first, filter.second, site, searcher, with, &links);
  }
  const std::string query(all.value("q"));
  for (const QueryFilter& filter : parse_query(query).filters) {
    auto with = [&](std::string_view value) {
      const std::string left = with_filter_value(query, filter, value);
      return left.empty() ? all.without("q") : all.set("q", left);
    };
    add_meant(filter.field, filter.value, site, searcher, with, &links);
  }
  return links;
}

}  // namespace ofsearch::web
