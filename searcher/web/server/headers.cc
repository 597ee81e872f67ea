#include "searcher/web/server/headers.h"

#include "common/system/version.h"
#include "searcher/web/server/assets.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace ofsearch::web {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kCommon = {{
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
     "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"},
    {"X-Permitted-Cross-Domain-Policies", "none"},
    {"Cache-Control", "no-cache"},
}};

bool has(const HttpResponse& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [&](const auto& header) { return header.first == name; });
}

}  // namespace

void add_common_headers(const Site& site, HttpResponse* response) {
  for (const auto& [name, value] : kCommon)
    if (!has(*response, name)) response->headers.emplace_back(name, value);
  if (!has(*response, "Vary"))
    response->headers.emplace_back("Vary", site.auth_header.empty()
                                               ? "Accept-Encoding"
                                               : "Accept-Encoding, " + site.auth_header);
  if (response->status == 405) response->headers.emplace_back("Allow", "GET, HEAD");
  if (response->status == 503 || response->status == 429)
    response->headers.emplace_back("Retry-After", "2");
}

std::string http_date_now() {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr)));
}

std::string entity_tag(const std::string& generation) {
  return fmt::format("W/\"{}-{}-{}\"", generation, kVersion, assets_version());
}

bool has_current(const HttpRequest& request, const std::string& tag) {
  std::string_view known = request.header("if-none-match");
  return known == "*" || known.find(tag) != std::string_view::npos;
}

}  // namespace ofsearch::web
