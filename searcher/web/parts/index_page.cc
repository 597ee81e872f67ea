#include "searcher/web/parts/index_page.h"

#include "common/dates/days_in_words.h"
#include "searcher/web/parts/frame/layout.h"

#include <nlohmann/json.hpp>

#include <string>

namespace ofsearch::web {

HttpResponse index_page(std::string_view name, Json view, Searcher* searcher) {
  constexpr size_t kDayLength = 10;  // of "2022-09-20"
  view["missing_shards"] = Json::array();
  for (const std::string& shard : searcher->missing_shards())
    view["missing_shards"].push_back({{"shard", shard}});
  // It may open a newer index, so that it comes last.
  const auto entered = searcher->latest_entry();
  if (entered && !entered->empty()) view["entered"] = day_in_words(entered->substr(0, kDayLength));
  return html_page(name, view);
}

}  // namespace ofsearch::web
