// Makes one request to a web server through libcurl, with limits on time and size. libcurl is used
// here and in address.cc only.
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
  uint64_t max_bytes = 0;                      // of the content, with `received`
  uint64_t received = 0;    // of the content by earlier requests, if the answer goes on
  std::string if_too_long;  // advice for content beyond max_bytes
  bool packed = false;      // accept compressed content

  // `take` gets the content of an answer with status 200 or 206 piece by piece, instead of
  // HttpAnswer::content. `begin` is called before, with status and headers. An error of either ends
  // the request. Both may be empty.
  std::function<Result<void>(int status, const std::map<std::string, std::string>& headers)> begin;
  std::function<Result<void>(std::string_view)> take;
};

struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case; the last one of a name
  std::string content;                         // empty if `take` got it
  long retry_after = 0;                        // seconds, of Retry-After; 0 if there is none
};

class HttpClient {
 public:
  struct Settings {
    std::string user_agent;
    int timeout = 30;  // seconds to connect, or without a byte; an answer may take 20 times that
  };

  explicit HttpClient(Settings settings);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  // Returns the answer, whatever its status; redirections are not followed. Errors name the
  // address: no connection, no answer in time, an answer that ends early or is too long
  // (kUnreadable), a signal to stop (kInterrupted), and those of `begin` and `take`.
  // `worth_retrying`, which may be null, is set to whether a busy server or network caused the
  // error.
  Result<HttpAnswer> get(const HttpRequest& request, bool* worth_retrying);

 private:
  struct Transfer;
  void set_up(Transfer* transfer);

  Settings settings_;
  std::unique_ptr<void, void (*)(void*)> handle_;
};

}  // namespace ofsearch
