// A thread that works beside the one that makes it, from the first moment.
#pragma once

#include <future>
#include <thread>
#include <utility>

namespace ofsearch {

// Lets `thread` run on another processor than the calling thread does, where there is one it may
// use. Linux may leave a new thread waiting for the processor of its maker for milliseconds, though
// another is idle: as long as a whole search takes.
void move_away(std::thread::native_handle_type thread);

// Waited for at the latest when it goes.
template <typename Result>
class SecondThread {
 public:
  template <typename Function>
  explicit SecondThread(Function function)
      : SecondThread(std::packaged_task<Result()>(std::move(function))) {}

  // What the function returned or threw. Once.
  Result get() { return result_.get(); }

 private:
  explicit SecondThread(std::packaged_task<Result()> task)
      : result_(task.get_future()), thread_(std::move(task)) {
    move_away(thread_.native_handle());
  }

  std::future<Result> result_;
  std::jthread thread_;
};

}  // namespace ofsearch
