// Serves HTTP: accepts connections, reads requests and writes answers, all in the thread that calls
// run(). A planner decides what an answer says; searches run on the threads of a SearchPool. Only
// the server's own files use Boost.Beast.
#pragma once

#include "common/system/result.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/search_pool.h"
#include "searcher/web/server/site.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <variant>

namespace ofsearch::web {

// The answer itself, or the search that gives it.
using Plan = std::variant<HttpResponse, SearchPool::Work>;

class Server {
 public:
  struct Options {
    std::string address = "127.0.0.1";
    uint16_t port = 8080;  // 0: any that is free
    int socket = -1;       // listen on this open one instead
    Site site;
    // Plans the answer of every request that can be read. It is called in the thread of run(), so
    // it must not search or wait.
    std::function<Plan(const HttpRequest&)> plan;
    // Returns the answer that refuses with `status` and a sentence.
    std::function<HttpResponse(const HttpRequest&, int status, const std::string& detail)> refuse;
  };

  // Binds and listens. Errors: kUsage if the address is not one, kRefused if it cannot be had.
  static Result<Server> listen(Options options, SearchPool* pool);
  ~Server();
  Server(Server&&) noexcept;

  std::string address() const;  // "127.0.0.1:8080"

  // Answers until SIGTERM or SIGINT, or stop() from any thread; then takes no new connections,
  // finishes the answers that were asked for, and returns.
  void run();
  void stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace ofsearch::web
