// The messages between a worker process and its parent over a socket:
//   hello   from the child, once confined: an answer of status kReady, or kNotReady and the reason
//   task    u32 size, the request; with a file descriptor (SCM_RIGHTS) if the task has one
//   answer  u32 status, u64 size, the bytes (numbers in the byte order of the machine)
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ofsearch {

struct WorkerTask {
  std::string request;
  int fd = -1;  // for the handler to read; closed by the pool; -1 for none
};

enum class AnswerStatus : uint32_t { kOk, kNoMemory, kMachineShort, kReady, kNotReady };

struct AnswerHeader {
  AnswerStatus status = AnswerStatus::kOk;
  uint64_t size = 0;
} __attribute__((packed));

constexpr uint64_t kLongestAnswer = 128u << 20;  // bytes; a child that announces more is broken
constexpr uint32_t kLongestRequest = 1u << 20;

// Send and receive messages. Each returns false if the connection is lost. errno then says why; 0
// means that the other side closed it. With `may_wait` false, sending does not block: a full socket
// counts as a lost connection.
bool send_task(int socket, const WorkerTask& task, bool may_wait);
bool receive_task(int socket, WorkerTask* task);
// Receiving blocks as long as the socket does (SO_RCVTIMEO).
bool receive_answer(int socket, AnswerStatus* status, std::string* bytes);
bool send_answer(int socket, AnswerStatus status, std::string_view bytes);

}  // namespace ofsearch
