#include "fetcher/file_name.h"

#include "common/field/authorities/authorities.h"
#include "common/text/text.h"
#include "fetcher/site/address.h"

#include <fmt/format.h>

namespace ofsearch {
namespace {

constexpr size_t kLongest = 80;

std::string slug(std::string_view text) {
  std::string out;
  for (char c : search_form(text)) {
    bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain)
      out.push_back(c);
    else if (c != '\'' && !out.empty() && out.back() != '-')
      out.push_back('-');
    if (out.size() >= kLongest) break;
  }
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "unnamed" : out;
}

}  // namespace

std::string file_name_for(const FetchedReport& report, int nth) {
  return fmt::format("{}-{}/{}-{}-{}{}.pdf", slug(normalise_authority_name(report.authority)),
                     slug(report.provider), report.published.empty() ? "undated" : report.published,
                     slug(report.title), slug(trailing_number(report.address)),
                     nth > 1 ? fmt::format("-{}", nth) : "");
}

}  // namespace ofsearch
