#include "fetcher/site/address.h"

#include "common/text/characters.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace ofsearch {
namespace {

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

Url empty_url() {
  return {curl_url(), curl_url_cleanup};
}

std::string part_of(const Url& url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, 0) != CURLUE_OK || text == nullptr) return {};
  std::string out = text;
  curl_free(text);
  return out;
}

bool is_web(const Url& url) {
  std::string scheme = part_of(url, CURLUPART_SCHEME);
  return (scheme == "http" || scheme == "https") && !part_of(url, CURLUPART_HOST).empty();
}

Url parsed(const std::string& address) {
  Url url = empty_url();
  if (!url || curl_url_set(url.get(), CURLUPART_URL, address.c_str(), 0) != CURLUE_OK ||
      !is_web(url))
    return {nullptr, curl_url_cleanup};
  return url;
}

Error no_address(const std::string& text) {
  return {ErrorCode::kUnreadable, "\"" + text + "\" is no http or https address", ""};
}

}  // namespace

Result<std::string> base_address(const std::string& address) {
  Url url = parsed(address);
  if (!url || !part_of(url, CURLUPART_USER).empty() || !part_of(url, CURLUPART_PASSWORD).empty())
    return Error{ErrorCode::kUsage, no_address(address).message, ""};
  curl_url_set(url.get(), CURLUPART_QUERY, nullptr, 0);
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  std::string out = part_of(url, CURLUPART_URL);
  while (out.ends_with('/')) out.pop_back();
  return out;
}

Result<std::string> resolve(const std::string& base, const std::string& reference) {
  Url url = parsed(base);
  std::string written = reference;
  written.erase(0, std::min(written.find_first_not_of(" \t\r\n"), written.size()));
  while (!written.empty() && std::string_view(" \t\r\n").find(written.back()) != std::string::npos)
    written.pop_back();
  // A blank inside an address is written as browsers write it.
  if (!url || written.empty() ||
      curl_url_set(url.get(), CURLUPART_URL, written.c_str(), CURLU_URLENCODE) != CURLUE_OK ||
      !is_web(url))
    return no_address(reference);
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  return part_of(url, CURLUPART_URL);
}

std::string origin_of(const std::string& address) {
  Url url = parsed(address);
  if (!url) return {};
  std::string port = part_of(url, CURLUPART_PORT);
  return part_of(url, CURLUPART_SCHEME) + "://" + part_of(url, CURLUPART_HOST) +
         (port.empty() ? "" : ":" + port);
}

std::string path_of(const std::string& address) {
  Url url = parsed(address);
  if (!url) return "/";
  std::string query = part_of(url, CURLUPART_QUERY);
  return part_of(url, CURLUPART_PATH) + (query.empty() ? "" : "?" + query);
}

bool is_loopback(const std::string& address) {
  Url url = parsed(address);
  if (!url) return false;
  std::string host = part_of(url, CURLUPART_HOST);
  bool number =
      std::all_of(host.begin(), host.end(), [](char c) { return c == '.' || is_ascii_digit(c); });
  return host == "localhost" || host == "[::1]" || (number && host.starts_with("127."));
}

std::string trailing_number(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  while (address.ends_with('/')) address.remove_suffix(1);
  std::string_view last = address.substr(address.rfind('/') + 1);
  if (address.find('/') == std::string_view::npos || last.empty() ||
      !std::all_of(last.begin(), last.end(), is_ascii_digit))
    return {};
  return std::string(last);
}

}  // namespace ofsearch
