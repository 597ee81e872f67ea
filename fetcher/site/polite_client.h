// Makes polite requests: one at a time, with a pause between two, only where robots.txt allows it.
// A request to a busy server is repeated later.
#pragma once

#include "common/system/result.h"
#include "fetcher/site/http.h"
#include "fetcher/site/robots.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace ofsearch {

// The network and the clock, which tests replace.
struct Surroundings {
  std::function<Result<HttpAnswer>(const HttpRequest&, bool* worth_retrying)> get;
  std::function<std::chrono::milliseconds()> now;       // since any moment; monotonic
  std::function<void(std::chrono::milliseconds)> wait;  // ends early when a signal comes
  std::function<double()> random;                       // from 0 up to 1
};

// Returns the system's clock, waits that a signal ends, and requests by `client`, which must
// outlive the result.
Surroundings real_surroundings(HttpClient* client);

class PoliteClient {
 public:
  struct Settings {
    int delay = 1;                     // seconds between two requests to a server, at least
    int retries = 4;                   // after the first try
    std::string agent;                 // the user agent in robots.txt
    std::vector<std::string> servers;  // allowed origins, also for redirections
  };

  PoliteClient(Settings settings, Surroundings surroundings);

  // Returns the answer after redirections: its status is 200, 206, 304, 404, 410 or 416. Errors
  // name the address: those of HttpClient::get(), an address that robots.txt forbids, a server that
  // is not allowed, any other status. `before_each_try`, if not empty, may change the request,
  // depending on what an earlier try has received.
  Result<HttpAnswer> get(HttpRequest request,
                         const std::function<void(HttpRequest*)>& before_each_try = {});

  uint64_t requests() const { return requests_; }

 private:
  Result<HttpAnswer> try_often(HttpRequest request,
                               const std::function<void(HttpRequest*)>& before_each_try);
  Result<HttpAnswer> send(const HttpRequest& request, bool* worth_retrying);
  Result<const Robots*> robots_of(const std::string& origin);
  Result<void> wait_until_due(const std::string& origin);
  Result<void> wait_before_retry(int retry, long asked_for, const std::string& address);
  Result<void> check_allowed(const std::string& address);

  Settings settings_;
  Surroundings surroundings_;
  std::map<std::string, Robots> robots_;                           // by origin
  std::map<std::string, std::chrono::milliseconds> last_request_;  // by origin
  uint64_t requests_ = 0;
};

}  // namespace ofsearch
