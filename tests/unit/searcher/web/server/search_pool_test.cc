#include "searcher/web/server/search_pool.h"

#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <future>
#include <memory>

namespace ofsearch::web {
namespace {

// Whether a job's searches, each of which may take long, are stopped.
bool is_stopped(std::chrono::seconds for_an_answer) {
  const test::SampleIndex sample;
  Limits limits;
  limits.search_time = for_an_answer;
  std::promise<bool> stopped;  // outlives the threads
  auto pool = SearchPool::open(sample.path(), {}, 1, limits);
  REQUIRE(pool);
  SearchPool::Job job;
  job.work = [&](Searcher* searcher) {
    SearchRequest request;
    request.query = "children";
    request.time_limit = std::chrono::minutes(1);
    auto results = searcher->search(request);
    stopped.set_value(!results && results.error().code == ErrorCode::kInterrupted);
    return HttpResponse();
  };
  job.done = [](const HttpResponse&) {};
  job.abandoned = std::make_shared<std::atomic<bool>>(false);
  REQUIRE((*pool)->submit(std::move(job)) == SearchPool::Admission::kTaken);
  return stopped.get_future().get();
}

TEST_CASE("No search of an answer goes on when the answer's time is over") {
  CHECK(is_stopped(std::chrono::seconds(0)));
  CHECK_FALSE(is_stopped(std::chrono::seconds(60)));
}

}  // namespace
}  // namespace ofsearch::web
