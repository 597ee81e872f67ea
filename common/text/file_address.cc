#include "common/text/file_address.h"

namespace ofsearch {
namespace {

// RFC 3986: "unreserved", and "/" between the parts of a path.
bool stays(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string file_address(std::string_view path, int page) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string address = "file://";
  for (char c : path) {
    auto byte = static_cast<unsigned char>(c);
    if (stays(c))
      address.push_back(c);
    else
      address += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  if (page > 0) address += "#page=" + std::to_string(page);
  return address;
}

}  // namespace ofsearch
