#include "common/text/file_address.h"

#include <algorithm>

namespace ofsearch {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~").find(c) != std::string_view::npos;
}

}  // namespace

std::string percent_escaped(std::string_view text, std::string_view kept) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (is_unreserved(c) || kept.find(c) != std::string_view::npos)
      out.push_back(c);
    else
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

std::string file_address(std::string_view path, int page) {
  std::string address = "file://" + percent_escaped(path, "/");
  if (page > 0) address += "#page=" + std::to_string(page);
  return address;
}

bool is_web_address(std::string_view text) {
  if (!text.starts_with("https://") && !text.starts_with("http://")) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_unreserved(c) ||
           std::string_view(":/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
  });
}

}  // namespace ofsearch
