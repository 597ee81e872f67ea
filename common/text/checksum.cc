#include "common/text/checksum.h"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>

namespace ofsearch {
namespace {

std::string checksum(std::string_view text) {
  uint32_t hash = 2166136261;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
  return fmt::format("{:08x}", hash);
}

}  // namespace

std::string with_checksum(std::string_view text) {
  return checksum(text).append(text);
}

std::string_view without_checksum(std::string_view checked) {
  constexpr size_t kSize = 8;
  if (checked.size() < kSize) return {};
  const std::string_view text = checked.substr(kSize);
  return checked.substr(0, kSize) == checksum(text) ? text : std::string_view();
}

}  // namespace ofsearch
