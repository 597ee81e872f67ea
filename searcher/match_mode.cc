#include "searcher/match_mode.h"

#include <array>
#include <utility>

namespace ofsearch {
namespace {

constexpr std::array<std::pair<std::string_view, MatchMode>, 3> kModes = {
    {{"all", MatchMode::kAll}, {"most", MatchMode::kMost}, {"any", MatchMode::kAny}}};

}  // namespace

std::string_view name_of(MatchMode mode) {
  for (const auto& [name, named] : kModes)
    if (named == mode) return name;
  return {};
}

std::optional<MatchMode> find_match_mode(std::string_view name) {
  for (const auto& [known, mode] : kModes)
    if (known == name) return mode;
  return std::nullopt;
}

}  // namespace ofsearch
