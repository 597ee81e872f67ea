#include "searcher/drawing/drawing_room.h"

#include "common/files/file.h"
#include "common/system/hash.h"
#include "common/workers/worker_process.h"
#include "searcher/drawing/drawing_messages.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <mutex>
#include <optional>
#include <string>

namespace ofsearch {
namespace {

constexpr size_t kLargestDocument = 256u << 20;
constexpr int kTickMilliseconds = 100;
constexpr std::chrono::seconds kPatience{4};  // while others have their pages drawn
constexpr std::chrono::seconds kRetry{1};     // at most as long after the beginning
constexpr time_t kSecondsToWait = 10;  // for the keeper; longer than retry and child may take

WorkerLimits limits_of_a_page() {
  WorkerLimits limits;
  limits.memory_bytes = 1u << 30;
  limits.cpu_seconds = 5;
  limits.wall_seconds = 8;
  limits.sandbox = true;
  return limits;
}

// Runs in the child.
std::string answer_task(std::string_view bytes, int fd) {
  PictureRequest request = decode_request(bytes);
  ::lseek(fd, 0, SEEK_SET);  // the place in the file is shared with who opened it
  auto pdf = read_open_file(fd, "the document", kLargestDocument);
  if (!pdf) return encode_picture(pdf.error());
  if (sha256_hex(*pdf) != request.sha256)
    return encode_picture(
        Error{ErrorCode::kUnreadable, "the document has changed since it was indexed", ""});
  return encode_picture(draw_page(*pdf, request));
}

// ---- The keeper -----------------------------------------------------------------------------

struct Answer {
  AnswerStatus status = AnswerStatus::kOk;
  std::string bytes;
};

// The document is not to blame.
bool is_ended_from_outside(const WorkerOutcome& outcome) {
  return outcome.kind == WorkerOutcome::kKilled || outcome.kind == WorkerOutcome::kMachineShort;
}

Answer answer_of(const WorkerOutcome& outcome) {
  if (outcome.kind == WorkerOutcome::kAnswered) return {AnswerStatus::kOk, outcome.answer};
  if (is_ended_from_outside(outcome))
    return {AnswerStatus::kNotReady, "what draws the page " + outcome.reason};
  return {AnswerStatus::kOk,
          encode_picture(Error{ErrorCode::kUnreadable,
                               "the page cannot be drawn: what draws it " + outcome.reason, ""})};
}

// A child that was started ahead may have died meanwhile.
Result<void> give(WorkerProcess* child, const WorkerTask& task) {
  if (child->is_running() && child->give(task)) return {};
  child->end();
  OF_CHECK(child->start());
  if (child->give(task)) return {};
  return Error{ErrorCode::kInternal, "what draws pages cannot be talked to", ""};
}

WorkerOutcome outcome_of(WorkerProcess* child) {
  while (true) {
    if (auto outcome = child->outcome()) return std::move(*outcome);
    pollfd waiting{child->socket(), POLLIN, 0};
    ::poll(&waiting, 1, kTickMilliseconds);
  }
}

// Once more in another child if the first was ended from outside.
Answer draw_in_child(WorkerProcess* child, const WorkerTask& task) {
  const auto begin = std::chrono::steady_clock::now();
  for (bool again = false;; again = true) {
    if (auto given = give(child, task); !given)
      return {AnswerStatus::kNotReady, given.error().message};
    const WorkerOutcome outcome = outcome_of(child);
    const bool late = std::chrono::steady_clock::now() - begin > kRetry;
    if (again || late || !is_ended_from_outside(outcome)) return answer_of(outcome);
    child->end();
  }
}

// Ends when the other side of `socket` is closed, so that answers in flight are finished.
[[noreturn]] void keep(int socket) {
  for (int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, SIG_IGN);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::close_range(STDERR_FILENO + 1, static_cast<unsigned>(socket) - 1, 0);
  ::close_range(static_cast<unsigned>(socket) + 1, ~0U, 0);
  const WorkerLimits limits = limits_of_a_page();
  const WorkerPool::Handler handler = answer_task;
  WorkerProcess child(limits, handler);
  WorkerTask task;
  while (receive_task(socket, &task)) {
    Answer answer = draw_in_child(&child, task);
    if (task.fd >= 0) ::close(task.fd);
    if (!send_answer(socket, answer.status, answer.bytes)) break;
    child.end();
    [[maybe_unused]] auto started = child.start();  // ahead; else with the next task
  }
  child.end();
  ::_exit(0);
}

}  // namespace

// ---- The side of the server -----------------------------------------------------------------

struct DrawingRoom::State {
  std::timed_mutex mutex;
  int socket = -1;
  pid_t keeper = -1;

  void leave() {
    if (socket >= 0) ::close(socket);
    socket = -1;
  }

  ~State() {
    leave();
    if (keeper > 0) ::waitpid(keeper, nullptr, 0);
  }
};

DrawingRoom::DrawingRoom(std::unique_ptr<State> state) : state_(std::move(state)) {}
DrawingRoom::~DrawingRoom() = default;
DrawingRoom::DrawingRoom(DrawingRoom&&) noexcept = default;

Result<DrawingRoom> DrawingRoom::open() {
  auto failed = [](const char* what) {
    return Error{
        ErrorCode::kRefused,
        std::string("cannot start what draws pages: ") + what + ": " + std::strerror(errno), ""};
  };
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return failed("socketpair");
  auto state = std::make_unique<State>();
  pid_t pid = ::fork();
  if (pid == 0) keep(ends[1]);
  ::close(ends[1]);
  state->socket = ends[0];
  if (pid < 0) return failed("fork");
  state->keeper = pid;
  timeval wait{kSecondsToWait, 0};
  ::setsockopt(state->socket, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
  return DrawingRoom(std::move(state));
}

Result<Picture> DrawingRoom::draw(int fd, const PictureRequest& request) {
  std::unique_lock lock(state_->mutex, kPatience);
  if (!lock) return Error{ErrorCode::kRefused, "too many pages are being drawn", ""};
  AnswerStatus status = AnswerStatus::kOk;
  std::string bytes;
  bool answered = state_->socket >= 0 &&
                  send_task(state_->socket, {encode_request(request), fd}, true) &&
                  receive_answer(state_->socket, &status, &bytes);
  // An answer that comes too late would be taken for the next one.
  if (!answered) state_->leave();
  if (!answered) return Error{ErrorCode::kRefused, "what draws pages has ended", ""};
  if (status != AnswerStatus::kOk) return Error{ErrorCode::kRefused, bytes, ""};
  return decode_picture(bytes);
}

}  // namespace ofsearch
