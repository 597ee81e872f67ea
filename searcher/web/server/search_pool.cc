#include "searcher/web/server/search_pool.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <list>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

namespace ofsearch::web {

struct SearchPool::State {
  Limits limits;
  std::mutex mutex;
  std::condition_variable changed;
  std::list<Job> queue;
  std::set<std::string> running;  // clients of which a search runs
  bool stopping = false;
  std::vector<std::thread> threads;

  // The first job whose client has none running. With the mutex held.
  std::optional<Job> take() {
    auto next = std::find_if(queue.begin(), queue.end(), [&](const Job& job) {
      return job.client.empty() || running.count(job.client) == 0;
    });
    if (next == queue.end()) return std::nullopt;
    Job job = std::move(*next);
    queue.erase(next);
    if (!job.client.empty()) running.insert(job.client);
    return job;
  }

  std::optional<Job> wait_for_job() {
    std::unique_lock lock(mutex);
    std::optional<Job> job;
    changed.wait(lock, [&] { return (job = take()) || (stopping && queue.empty()); });
    return job;
  }

  void finish(const Job& job) {
    std::lock_guard lock(mutex);
    running.erase(job.client);
    changed.notify_all();
  }

  static HttpResponse answer(const Job& job, Searcher* searcher) {
    try {
      return job.work(searcher);
    } catch (const std::exception&) {
      HttpResponse response;
      response.status = 500;
      response.body = "an unexpected error\n";
      return response;
    }
  }

  void work(Searcher searcher) {
    while (std::optional<Job> job = wait_for_job()) {
      if (!*job->abandoned) {
        searcher.finish_by(std::chrono::steady_clock::now() + limits.search_time);
        HttpResponse response = answer(*job, &searcher);
        if (!*job->abandoned) job->done(std::move(response));
      }
      finish(*job);
    }
  }
};

SearchPool::SearchPool(std::unique_ptr<State> state) : state_(std::move(state)) {}

Result<std::unique_ptr<SearchPool>> SearchPool::open(const std::filesystem::path& index,
                                                     const Searcher::Options& options,
                                                     size_t threads, const Limits& limits) {
  std::vector<Searcher> searchers;
  for (size_t i = 0; i < threads; ++i) searchers.push_back(OF_TRY(Searcher::open(index, options)));
  std::unique_ptr<SearchPool> pool(new SearchPool(std::make_unique<State>()));
  pool->state_->limits = limits;
  for (Searcher& searcher : searchers)
    pool->state_->threads.emplace_back(
        [state = pool->state_.get(), own = std::move(searcher)]() mutable {
          state->work(std::move(own));
        });
  return pool;
}

void SearchPool::stop() {
  std::lock_guard lock(state_->mutex);
  state_->stopping = true;
  state_->changed.notify_all();
}

SearchPool::~SearchPool() {
  {
    std::lock_guard lock(state_->mutex);
    state_->stopping = true;
    state_->queue.clear();
    state_->changed.notify_all();
  }
  for (std::thread& thread : state_->threads) thread.join();
}

SearchPool::Admission SearchPool::submit(Job job) {
  std::lock_guard lock(state_->mutex);
  std::list<Job>& queue = state_->queue;
  std::erase_if(queue, [](const Job& waiting) { return waiting.abandoned->load(); });
  if (state_->stopping || queue.size() >= state_->limits.waiting) return Admission::kFull;
  auto of_client = std::count_if(queue.begin(), queue.end(),
                                 [&](const Job& waiting) { return waiting.client == job.client; });
  if (!job.client.empty() && static_cast<size_t>(of_client) >= state_->limits.waiting_of_client)
    return Admission::kTooManyOfClient;
  queue.push_back(std::move(job));
  state_->changed.notify_one();
  return Admission::kTaken;
}

}  // namespace ofsearch::web
