#include "searcher/web/server/assets.h"

#include <array>
#include <utility>

namespace ofsearch::web {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kServed = {{
    {"site.css", "text/css; charset=utf-8"},
    {"site.js", "text/javascript; charset=utf-8"},
    {"icon.svg", "image/svg+xml"},
}};

constexpr size_t kDigits = 12;

}  // namespace

const std::string& assets_version() {
  static const std::string kVersion(web_checksum("").substr(0, kDigits));
  return kVersion;
}

std::string_view asset_type(std::string_view name) {
  for (const auto& [served, type] : kServed)
    if (served == name) return type;
  return {};
}

std::string asset_link(std::string_view name) {
  return "/assets/" + std::string(name) +
         "?v=" + std::string(web_checksum(name).substr(0, kDigits));
}

}  // namespace ofsearch::web
