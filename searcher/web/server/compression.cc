#include "searcher/web/server/compression.h"

#include "common/text/characters.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace ofsearch::web {
namespace {

constexpr size_t kLeast = 2048;  // bytes; what is smaller fits into one or two packets anyway
// Higher levels take several times as long for a tenth less.
constexpr int kLevel = 4;
constexpr int kGzip = 16;  // added to the bits of the window, zlib.h

constexpr std::array<std::string_view, 4> kTexts = {
    "text/", "application/json", "application/problem+json", "application/atom+xml"};

bool is_text(std::string_view type) {
  return std::ranges::any_of(kTexts, [&](std::string_view text) { return type.starts_with(text); });
}

// Takes what stands before the next `sign` off the front of `rest`.
std::string_view take(std::string_view* rest, char sign) {
  const size_t end = std::min(rest->find(sign), rest->size());
  const std::string_view taken = trimmed(rest->substr(0, end));
  rest->remove_prefix(std::min(end + 1, rest->size()));
  return taken;
}

// "gzip;q=0" is refused; what is no number is taken for a wish.
bool is_wanted(std::string_view parameters) {
  while (!parameters.empty()) {
    std::string_view weight = take(&parameters, ';');
    if (!weight.starts_with("q=") && !weight.starts_with("Q=")) continue;
    weight.remove_prefix(2);
    return weight.empty() || weight.find_first_not_of("0.") != std::string_view::npos;
  }
  return true;
}

// Returns nothing if there is no memory for it.
std::optional<std::string> gzipped(const std::string& text) {
  z_stream stream{};
  constexpr int kMostMemory = 8;
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, MAX_WBITS + kGzip, kMostMemory,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    return std::nullopt;
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  // zlib reads only, but its interface is older than const.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return whole ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

bool takes_gzip(std::string_view accept_encoding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    std::string_view parameters = take(&accept_encoding, ',');
    const std::string name = to_ascii_lower(take(&parameters, ';'));
    if (name == "gzip" || name == "x-gzip") return is_wanted(parameters);
    if (name == "*") any = is_wanted(parameters);
  }
  return any;
}

void compress(const HttpRequest& request, HttpResponse* response) {
  constexpr size_t kMost = size_t{1} << 30;  // beyond, zlib wants it in pieces
  const size_t size = response->body.size();
  if (size < kLeast || size > kMost || !is_text(response->type)) return;
  if (!takes_gzip(request.header("accept-encoding"))) return;
  auto smaller = gzipped(response->body);
  if (!smaller || smaller->size() >= size) return;
  response->body = std::move(*smaller);
  response->headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace ofsearch::web
