#include "indexer/workers/document_reading.h"

#include "common/report/prepare_text.h"
#include "common/system/cores.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>

namespace ofsearch {
namespace {

constexpr size_t kDocumentsPerChild = 500;  // what a parser leaks ends with its process
constexpr size_t kWindowPerJob = 64;

WorkerLimits worker_limits(const ReadingLimits& limits) {
  WorkerLimits out;
  out.memory_bytes = limits.memory_mb << 20;
  constexpr int kSeconds = 60, kSecondsWithOcr = 600;
  const int usual = limits.ocr == nullptr ? kSeconds : kSecondsWithOcr;
  const int seconds = limits.seconds > 0 ? limits.seconds : usual;
  out.cpu_seconds = seconds;
  // A process that waits for a disk or for its turn is not hanging.
  out.wall_seconds = 30 + 5.0 * seconds;
  out.sandbox = limits.sandbox;
  out.tasks_per_child = kDocumentsPerChild;
  out.retry_crashes = true;
  return out;
}

// The time of change of a file that was changed within the last tick of its clock says nothing:
// it may change again and keep it. Some file systems count whole seconds.
int64_t trustworthy_mtime(const struct stat& status) {
  constexpr int64_t kSecond = 1'000'000'000, kTick = 20'000'000;
  timespec time{};
  ::clock_gettime(CLOCK_REALTIME, &time);
  int64_t mtime = status.st_mtim.tv_sec * kSecond + status.st_mtim.tv_nsec;
  int64_t age = time.tv_sec * kSecond + time.tv_nsec - mtime;
  int64_t grain = status.st_mtim.tv_nsec == 0 ? 2 * kSecond : kTick;
  return age >= 0 && age < grain ? 0 : mtime;
}

DocumentAnswer failed(std::string reason, bool transient) {
  DocumentAnswer answer;
  answer.error = std::move(reason);
  answer.transient = transient;
  return answer;
}

class Reading {
 public:
  using Take = std::function<Result<void>(size_t, ReadDocument)>;

  Reading(const std::vector<DocumentToRead>& files, const Take& take)
      : files_(files), take_(take), states_(files.size()) {}

  Result<void> run(WorkerPool* pool, size_t window) {
    std::vector<size_t> all(files_.size());
    for (size_t i = 0; i < all.size(); ++i) all[i] = i;
    OF_CHECK(round(pool, all, window, true));
    std::vector<size_t> again = std::move(again_);
    return round(pool, again, window, false);
  }

 private:
  Result<void> round(WorkerPool* pool, const std::vector<size_t>& numbers, size_t window,
                     bool first) {
    error_ = {};
    auto make = [&](size_t i) { return task(numbers[i], first); };
    auto take = [&](size_t i, const WorkerOutcome& outcome) {
      return settle(numbers[i], decode_document_answer(outcome), first);
    };
    OF_CHECK(pool->run(numbers.size(), make, take, window));
    return error_;
  }

  std::optional<WorkerTask> task(size_t number, bool first) {
    const DocumentToRead& file = files_[number];
    int fd = ::open(file.file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat status {};
    if (fd < 0 || ::fstat(fd, &status) != 0)
      return skip(number, failed(fmt::format("cannot open it: {}", std::strerror(errno)), true),
                  first);
    states_[number] = {static_cast<uint64_t>(status.st_size), trustworthy_mtime(status)};
    return WorkerTask{file.path, fd};
  }

  std::optional<WorkerTask> skip(size_t number, DocumentAnswer answer, bool first) {
    auto result = settle(number, std::move(answer), first);
    if (!result && error_) error_ = result;
    return std::nullopt;
  }

  Result<void> settle(size_t number, DocumentAnswer answer, bool first) {
    if (first && answer.kind == DocumentAnswer::kFailed && answer.transient) {
      again_.push_back(number);
      return {};
    }
    return take_(number, {std::move(answer), states_[number]});
  }

  const std::vector<DocumentToRead>& files_;
  const Take& take_;
  std::vector<std::optional<ReadDocument::State>> states_;
  std::vector<size_t> again_;
  Result<void> error_;
};

}  // namespace

Result<void> read_documents(const std::vector<DocumentToRead>& files, int jobs,
                            const ReadingLimits& limits, const KnownReadings& known,
                            const std::function<Result<void>(size_t, ReadDocument)>& take) {
  if (jobs == 0) jobs = core_count();
  prepare_text();
  jobs = std::clamp(jobs, 1, static_cast<int>(std::max<size_t>(files.size(), 1)));
  WorkerPool pool(jobs, worker_limits(limits), [&](std::string_view request, int fd) {
    return handle_document(known, limits.ocr, request, fd);
  });
  return Reading(files, take).run(&pool, kWindowPerJob * static_cast<size_t>(jobs));
}

}  // namespace ofsearch
