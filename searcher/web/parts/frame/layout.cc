#include "searcher/web/parts/frame/layout.h"

#include "common/system/version.h"
#include "searcher/web/parts/frame/template.h"
#include "searcher/web/server/assets.h"

#include <nlohmann/json.hpp>

namespace ofsearch::web {

Json page_view(const Site& site, const std::string& title) {
  Json view = Json::object();
  view["title"] = title;
  view["base"] = site.base_path;
  view["style"] = site.path(asset_link("site.css"));
  view["script"] = site.path(asset_link("site.js"));
  view["icon"] = site.path(asset_link("icon.svg"));
  view["version"] = kVersion;
  view["query"] = "";
  view["robots"] = true;
  view["feed"] = Json();
  return view;
}

HttpResponse html_page(std::string_view name, const Json& view) {
  return {200, "text/html; charset=utf-8", render(name, view), {}};
}

HttpResponse html_page(std::string_view name, Json view,
                       const std::vector<std::string>& missing_shards) {
  view["missing_shards"] = Json::array();
  for (const std::string& shard : missing_shards)
    view["missing_shards"].push_back({{"shard", shard}});
  return html_page(name, view);
}

}  // namespace ofsearch::web
