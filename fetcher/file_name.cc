#include "fetcher/file_name.h"

#include "common/field/authorities/authorities.h"
#include "common/files/slug.h"
#include "fetcher/site/address.h"

#include <fmt/format.h>

namespace ofsearch {
namespace {

constexpr size_t kLongest = 80;

std::string part(std::string_view text) {
  const std::string name = slug(text, kLongest);
  return name.empty() ? "unnamed" : name;
}

}  // namespace

std::string file_name_for(const FetchedReport& report, int nth) {
  return fmt::format("{}-{}/{}-{}-{}{}.pdf", part(normalise_authority_name(report.authority)),
                     part(report.provider), report.published.empty() ? "undated" : report.published,
                     part(report.title), part(trailing_number(report.address)),
                     nth > 1 ? fmt::format("-{}", nth) : "");
}

}  // namespace ofsearch
