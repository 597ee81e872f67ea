// Runs the threads that search, each with a Searcher of its own, and the queue in front of them.
#pragma once

#include "common/system/result.h"
#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/limits.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace ofsearch::web {

// A pool of threads. One search of a client runs at a time. So a client that types quickly, or asks
// for much, leaves the other threads to others. A client without a name may run as many as there
// are threads.
class SearchPool {
 public:
  using Work = std::function<HttpResponse(Searcher*)>;
  using Done = std::function<void(HttpResponse)>;  // called by a thread of the pool

  struct Job {
    std::string client;
    Work work;
    Done done;
    std::shared_ptr<std::atomic<bool>> abandoned;  // set: nobody waits for the answer any more
  };

  enum class Admission { kTaken, kFull, kTooManyOfClient };

  // Opens the index once a thread. Errors as Searcher::open().
  static Result<std::unique_ptr<SearchPool>> open(const std::filesystem::path& index,
                                                  const Searcher::Options& options, size_t threads,
                                                  const Limits& limits);
  ~SearchPool();  // waits for the searches that run; drops those that wait

  Admission submit(Job job);

  // Ends the threads once the queue is empty. Nothing is taken afterwards.
  void stop();

 private:
  struct State;
  explicit SearchPool(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace ofsearch::web
