#include "searcher/web/parts/frame/layout.h"

#include "common/dates/days_in_words.h"
#include "common/system/version.h"
#include "searcher/web/parts/frame/template.h"
#include "searcher/web/server/assets.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ctime>

namespace ofsearch::web {
namespace {

std::string today() {
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr)));
}

}  // namespace

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
  view["today"] = day_in_words(today());
  view["entered"] = "";
  return view;
}

HttpResponse html_page(std::string_view name, const Json& view) {
  return {200, "text/html; charset=utf-8", render(name, view), {}};
}

}  // namespace ofsearch::web
