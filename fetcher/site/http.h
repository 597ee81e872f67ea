// One request to a web server through libcurl, with limits on time and size. libcurl is used here
// and in address.cc only.
#pragma once

#include "common/system/result.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace ofsearch {

struct HttpRequest {
  std::string address;
  std::map<std::string, std::string> headers;  // "If-None-Match": "..."
  uint64_t max_bytes = 0;                      // of the answer's content
  bool packed = false;                         // the server may compress what it sends

  // Takes the content of an answer with status 200 or 206 piece by piece, instead of
  // HttpAnswer::content; an error ends the request. Called after `begin`, which is told the status
  // and the headers.
  std::function<Result<void>(int status, const std::map<std::string, std::string>& headers)> begin;
  std::function<Result<void>(std::string_view)> take;
};

struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case, of the last of a name
  std::string content;                         // empty if the request's `take` had it
  long retry_after = 0;                        // seconds that the server asks for; 0 for none
};

class HttpClient {
 public:
  struct Settings {
    std::string user_agent;
    int timeout = 30;  // seconds without a byte, or to connect; an answer may take 20 of these
  };

  explicit HttpClient(Settings settings);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  // The answer, whatever its status; redirections are answers. Errors name the address: no
  // connection, no answer in time, an answer that ends early or is too long (kUnreadable), a signal
  // to stop (kInterrupted), and what `begin` and `take` return. `worth_retrying` is set for
  // what a busy server or network does; it may be null.
  Result<HttpAnswer> get(const HttpRequest& request, bool* worth_retrying);

 private:
  struct Transfer;
  void set_up(Transfer* transfer);

  Settings settings_;
  std::unique_ptr<void, void (*)(void*)> handle_;
};

}  // namespace ofsearch
