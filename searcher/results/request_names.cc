#include "searcher/results/request_names.h"

#include <array>
#include <utility>

namespace ofsearch {
namespace {

template <typename Value, size_t N>
using Names = std::array<std::pair<std::string_view, Value>, N>;

constexpr Names<MatchMode, 3> kModes = {
    {{"all", MatchMode::kAll}, {"most", MatchMode::kMost}, {"any", MatchMode::kAny}}};

constexpr Names<SortOrder, 4> kOrders = {{{"relevance", SortOrder::kRelevance},
                                          {"newest", SortOrder::kNewest},
                                          {"oldest", SortOrder::kOldest},
                                          {"authority", SortOrder::kAuthority}}};

template <typename Value, size_t N>
std::string_view name_in(const Names<Value, N>& names, Value wanted) {
  for (const auto& [name, value] : names)
    if (value == wanted) return name;
  return {};
}

template <typename Value, size_t N>
std::optional<Value> find_in(const Names<Value, N>& names, std::string_view wanted) {
  for (const auto& [name, value] : names)
    if (name == wanted) return value;
  return std::nullopt;
}

template <typename Value, size_t N>
std::vector<std::string> all_of(const Names<Value, N>& names) {
  std::vector<std::string> all;
  for (const auto& [name, value] : names) all.emplace_back(name);
  return all;
}

}  // namespace

std::string_view name_of(MatchMode mode) {
  return name_in(kModes, mode);
}

std::optional<MatchMode> find_match_mode(std::string_view name) {
  return find_in(kModes, name);
}

std::vector<std::string> match_mode_names() {
  return all_of(kModes);
}

std::string_view name_of(SortOrder order) {
  return name_in(kOrders, order);
}

std::optional<SortOrder> find_sort_order(std::string_view name) {
  return find_in(kOrders, name);
}

std::vector<std::string> sort_order_names() {
  return all_of(kOrders);
}

}  // namespace ofsearch
