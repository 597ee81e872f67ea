#include "fetcher/site/http.h"

#include "common/process/stop.h"
#include "common/text/characters.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <optional>
#include <utility>

namespace ofsearch {
namespace {

constexpr size_t kMostHeaderBytes = 256 << 10;
constexpr long kLeastBytesASecond = 32;
constexpr int kTimeoutsAnAnswer = 20;

void clean_up(void* handle) {
  curl_easy_cleanup(handle);
}

CURL* new_handle() {
  static const CURLcode kReady = curl_global_init(CURL_GLOBAL_DEFAULT);
  return kReady == CURLE_OK ? curl_easy_init() : nullptr;
}

Error unreadable(std::string message, std::string hint = {}) {
  return {ErrorCode::kUnreadable, std::move(message), std::move(hint)};
}

struct Reason {
  CURLcode code;
  const char* text;
  bool worth_retrying;
};
constexpr Reason kReasons[] = {
    {CURLE_COULDNT_RESOLVE_HOST, "no such server is known", true},
    {CURLE_COULDNT_RESOLVE_PROXY, "no such proxy is known", true},
    {CURLE_COULDNT_CONNECT, "the server takes no connection", true},
    {CURLE_OPERATION_TIMEDOUT, "the server does not answer in time", true},
    {CURLE_PARTIAL_FILE, "the answer ended early", true},
    {CURLE_GOT_NOTHING, "the server closed the connection without an answer", true},
    {CURLE_SEND_ERROR, "the connection broke", true},
    {CURLE_RECV_ERROR, "the connection broke", true},
    {CURLE_HTTP2_STREAM, "the connection broke", true},
    {CURLE_BAD_CONTENT_ENCODING, "the answer is packed wrongly", true},
    {CURLE_WEIRD_SERVER_REPLY, "what answers is no web server", false},
    {CURLE_UNSUPPORTED_PROTOCOL, "what answers is no web server", false},
    {CURLE_PEER_FAILED_VERIFICATION, "the server's certificate is not to be trusted", false},
    {CURLE_SSL_CONNECT_ERROR, "no secure connection could be made", false},
};

}  // namespace

struct HttpClient::Transfer {
  const HttpRequest* request = nullptr;
  CURL* handle = nullptr;
  HttpAnswer answer;
  uint64_t bytes = 0;
  size_t header_bytes = 0;
  bool begun = false;
  std::optional<Error> error;  // of our own, which ended the transfer

  size_t fail(Error why) {
    error = std::move(why);
    return 0;
  }

  void take_status() {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
  }

  size_t take_header(std::string_view line) {
    header_bytes += line.size();
    if (header_bytes > kMostHeaderBytes)
      return fail(
          unreadable(fmt::format("{}: the answer's headers have no end", request->address)));
    if (line.starts_with("HTTP/")) answer.headers.clear();
    if (size_t colon = line.find(':'); colon != std::string_view::npos)
      answer.headers[to_ascii_lower(line.substr(0, colon))] = trimmed(line.substr(colon + 1));
    return line.size();
  }

  Error too_long() const {
    const bool in_mb = request->max_bytes >= (1 << 20);
    return unreadable(
        fmt::format("{}: the answer is longer than the {} {} allowed", request->address,
                    request->max_bytes >> (in_mb ? 20 : 10), in_mb ? "MB" : "kB"),
        request->if_too_long);
  }

  size_t take_content(std::string_view piece) {
    take_status();
    bytes += piece.size();
    const uint64_t before = answer.status == 206 ? request->received : 0;
    if (before + bytes > request->max_bytes) return fail(too_long());
    bool to_sink = request->take && (answer.status == 200 || answer.status == 206);
    if (!to_sink) {
      answer.content += piece;
      return piece.size();
    }
    if (!std::exchange(begun, true) && request->begin)
      if (auto ready = request->begin(answer.status, answer.headers); !ready)
        return fail(ready.error());
    if (auto taken = request->take(piece); !taken) return fail(taken.error());
    return piece.size();
  }

  static size_t on_header(char* data, size_t size, size_t count, void* self) {
    return static_cast<Transfer*>(self)->take_header({data, size * count});
  }
  static size_t on_content(char* data, size_t size, size_t count, void* self) {
    return static_cast<Transfer*>(self)->take_content({data, size * count});
  }
  static int on_progress(void*, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return check_stop() ? 0 : 1;
  }
};

HttpClient::HttpClient(Settings settings)
    : settings_(std::move(settings)), handle_(new_handle(), clean_up) {}

HttpClient::~HttpClient() = default;

void HttpClient::set_up(Transfer* transfer) {
  CURL* handle = handle_.get();
  transfer->handle = handle;
  curl_easy_reset(handle);  // connections stay open
  curl_easy_setopt(handle, CURLOPT_URL, transfer->request->address.c_str());
  curl_easy_setopt(handle, CURLOPT_USERAGENT, settings_.user_agent.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_HTTP09_ALLOWED, 0L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(settings_.timeout));
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(settings_.timeout));
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, kLeastBytesASecond);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT,
                   static_cast<long>(settings_.timeout) * kTimeoutsAnAnswer);
  if (transfer->request->packed) curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, Transfer::on_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, transfer);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, Transfer::on_content);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, transfer);
  curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, Transfer::on_progress);
}

Result<HttpAnswer> HttpClient::get(const HttpRequest& request, bool* worth_retrying) {
  bool ignored = false;
  bool& again = worth_retrying != nullptr ? *worth_retrying : ignored;
  again = false;
  if (!handle_) return Error{ErrorCode::kInternal, "libcurl cannot be started", ""};
  Transfer transfer;
  transfer.request = &request;
  set_up(&transfer);
  curl_slist* lines = nullptr;
  for (const auto& [name, value] : request.headers)
    lines = curl_slist_append(lines, fmt::format("{}: {}", name, value).c_str());
  curl_easy_setopt(handle_.get(), CURLOPT_HTTPHEADER, lines);
  CURLcode code = curl_easy_perform(handle_.get());
  curl_slist_free_all(lines);
  if (transfer.error) return *transfer.error;
  if (code == CURLE_ABORTED_BY_CALLBACK) return check_stop().error();
  transfer.take_status();
  if (code != CURLE_OK) {
    for (const Reason& reason : kReasons)
      if (reason.code == code) {
        again = reason.worth_retrying;
        return unreadable(fmt::format("{}: {}", request.address, reason.text));
      }
    return unreadable(fmt::format("{}: {}", request.address, curl_easy_strerror(code)));
  }
  // An answer without content has begun too.
  if (request.begin && !transfer.begun &&
      (transfer.answer.status == 200 || transfer.answer.status == 206))
    OF_CHECK(request.begin(transfer.answer.status, transfer.answer.headers));
  curl_off_t seconds = 0;
  curl_easy_getinfo(handle_.get(), CURLINFO_RETRY_AFTER, &seconds);
  transfer.answer.retry_after = static_cast<long>(seconds);
  return std::move(transfer.answer);
}

}  // namespace ofsearch
