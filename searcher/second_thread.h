// A thread that works beside the one that makes it, from the first moment.
#pragma once

#include <pthread.h>
#include <sched.h>

#include <chrono>
#include <future>
#include <thread>
#include <utility>

namespace ofsearch {

// The value of `future`. What is a moment away is waited for without sleep: to be woken takes a
// tenth of a millisecond and more, a tenth of a search's time.
template <typename Value>
Value get_soon(std::future<Value>* future) {
  constexpr std::chrono::microseconds kMoment{500}, kNow{0};
  auto end = std::chrono::steady_clock::now() + kMoment;
  while (future->wait_for(kNow) != std::future_status::ready &&
         std::chrono::steady_clock::now() < end)
    std::this_thread::yield();
  return future->get();
}

// The processors that the calling thread may run on, and those of them it does not run on now.
struct Processors {
  cpu_set_t all{}, others{};
  bool has_others = false;

  Processors();
};

// Waited for at the latest when it goes.
//
// Linux may leave a new thread waiting for the processor of its maker for milliseconds, though
// another is idle, or run it there first, and either is as long as a whole search takes. So it
// waits at a gate until it may only run elsewhere, and once it does, it may run anywhere.
template <typename Result>
class SecondThread {
 public:
  template <typename Function>
  explicit SecondThread(Function function)
      : task_(std::move(function)), result_(task_.get_future()), thread_([this] { run(); }) {
    if (processors_.has_others)
      ::pthread_setaffinity_np(thread_.native_handle(), sizeof(cpu_set_t), &processors_.others);
    gate_.set_value();
  }

  // What the function returned or threw. Once.
  Result get() { return get_soon(&result_); }

 private:
  void run() {
    gate_.get_future().wait();
    if (processors_.has_others) ::sched_setaffinity(0, sizeof(cpu_set_t), &processors_.all);
    task_();
  }

  Processors processors_;
  std::promise<void> gate_;
  std::packaged_task<Result()> task_;
  std::future<Result> result_;
  std::jthread thread_;
};

}  // namespace ofsearch
