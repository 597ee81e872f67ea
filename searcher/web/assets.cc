#include "searcher/web/assets.h"

#include "common/system/hash.h"

#include <array>
#include <utility>

namespace ofsearch::web {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kServed = {{
    {"site.css", "text/css; charset=utf-8"},
    {"site.js", "text/javascript; charset=utf-8"},
    {"icon.svg", "image/svg+xml"},
}};

constexpr std::array<std::string_view, 9> kTemplates = {
    "head.mustache",    "foot.mustache",   "start.mustache",
    "search.mustache",  "report.mustache", "help.mustache",
    "problem.mustache", "about.mustache",  "accessibility.mustache"};

constexpr size_t kDigits = 12;

std::string version_of_all() {
  std::string checksums;
  for (const auto& [name, type] : kServed) checksums += web_checksum(name);
  for (std::string_view name : kTemplates) checksums += web_checksum(name);
  return sha256_hex(checksums).substr(0, kDigits);
}

}  // namespace

const std::string& assets_version() {
  static const std::string kVersion = version_of_all();
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
