#include "common/workers/worker_child.h"

#include "common/process/sandbox.h"
#include "common/process/stop.h"
#include "common/system/last_words.h"
#include "common/workers/worker_messages.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <new>

namespace ofsearch {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

// MuPDF and the C library write warnings about bad documents to standard error; a night's mail
// should hold this program's sentences only. The sanitizers' reports must come through.
void silence_standard_streams() {
  int null = ::open("/dev/null", O_RDWR);
  for (int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (stream == STDERR_FILENO && kSanitized) continue;
    if (null < 0 || ::dup2(null, stream) < 0) ::close(stream);
  }
  if (null > STDERR_FILENO) ::close(null);
}

// The lock on the index and the other children's connections are the parent's alone.
void close_all_but(int keep) {
  ::close_range(STDERR_FILENO + 1, static_cast<unsigned>(keep) - 1, 0);
  ::close_range(static_cast<unsigned>(keep) + 1, ~0U, 0);
}

// ---- Memory ---------------------------------------------------------------------------------

struct Memory {
  size_t limit = 0;
  int statm = -1;      // /proc/self/statm, opened before the process was confined
  bool noted = false;  // when operator new failed
  bool machine_is_short = false;
};

Memory memory;

// Returns the bytes that count against RLIMIT_DATA; 0 if it cannot be told.
size_t data_in_use() {
  char text[128];
  ssize_t size = ::pread(memory.statm, text, sizeof text - 1, 0);
  if (size <= 0) return 0;
  text[size] = '\0';
  size_t data = 0;
  if (std::sscanf(text, "%*u %*u %*u %*u %*u %zu", &data) != 1) return 0;
  return data * static_cast<size_t>(::sysconf(_SC_PAGESIZE));
}

// If the machine would give what the limit still leaves, then the limit it was.
bool machine_gives(size_t size) {
  void* all = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (all == MAP_FAILED) return false;
  ::munmap(all, size);
  return true;
}

void note_lack_of_memory() {
  constexpr size_t kSlack = 1 << 20;
  size_t used = data_in_use();
  memory.noted = true;
  memory.machine_is_short = memory.limit == 0 || (used + kSlack < memory.limit &&
                                                  !machine_gives(memory.limit - used - kSlack));
}

[[noreturn]] void new_failed() {
  note_lack_of_memory();
  throw std::bad_alloc();
}

Result<void> limit_resources(const WorkerLimits& limits) {
  rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  if (limits.memory_bytes == 0 || kSanitized) return {};
  memory.limit = limits.memory_bytes;
  memory.statm = ::open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  std::set_new_handler(new_failed);
  rlimit most{limits.memory_bytes, limits.memory_bytes};
  if (::setrlimit(RLIMIT_DATA, &most) == 0) return {};
  return Error{ErrorCode::kInternal,
               fmt::format("its memory cannot be limited: {}", std::strerror(errno)), ""};
}

// ---- Tasks ----------------------------------------------------------------------------------

Result<void> confine(const WorkerLimits& limits) {
  OF_CHECK(limit_resources(limits));
  if (!limits.sandbox) return {};
  return enter_sandbox({Calls::kOpenDescriptors, Calls::kMessages});
}

bool answer_one(int socket, const WorkerTask& task, const WorkerPool::Handler& handler) {
  std::string answer;
  memory.noted = false;
  try {
    answer = handler(task.request, task.fd);
    if (answer.size() <= kLongestAnswer) return send_answer(socket, AnswerStatus::kOk, answer);
  } catch (const std::bad_alloc&) {
    if (!memory.noted) note_lack_of_memory();
  }
  return send_answer(socket,
                     memory.noted && memory.machine_is_short ? AnswerStatus::kMachineShort
                                                             : AnswerStatus::kNoMemory,
                     "");
}

}  // namespace

// _exit: destructors and exit handlers belong to the parent.
void live_as_worker(int socket, pid_t parent, const WorkerLimits& limits,
                    const WorkerPool::Handler& handler) {
  restore_signals_in_child();
  forget_last_words();
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(kExitConnection);
  silence_standard_streams();
  close_all_but(socket);
  Result<void> confined = confine(limits);
  if (!confined) {
    send_answer(socket, AnswerStatus::kNotReady, confined.error().text());
    ::_exit(kExitConnection);
  }
  if (!send_answer(socket, AnswerStatus::kReady, "")) ::_exit(kExitConnection);
  WorkerTask task;
  while (receive_task(socket, &task)) {
    if (!answer_one(socket, task, handler)) ::_exit(kExitConnection);
    if (task.fd >= 0) ::close(task.fd);
  }
  ::_exit(errno == 0 ? 0 : kExitConnection);
}

}  // namespace ofsearch
