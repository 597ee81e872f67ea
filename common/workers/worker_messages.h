// What a worker process and its parent say to each other over a socket:
//   hello   of the child, when it is confined: an answer of status kReady, or kNotReady and why
//   task    u32 size, the request; with a descriptor beside it where the task has one
//   answer  u32 status, u64 size, the bytes
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

constexpr uint64_t kLongestAnswer = 128u << 20;  // a child that claims more is broken
constexpr uint32_t kLongestRequest = 1u << 20;

// Each is false when the connection is lost; errno says why, 0 that the other side closed it.
// Sending never waits where `may_wait` is false: what does not fit is a lost connection.
bool send_task(int socket, const WorkerTask& task, bool may_wait);
bool receive_task(int socket, WorkerTask* task);
// Receiving waits as long as the socket does (SO_RCVTIMEO).
bool receive_answer(int socket, AnswerStatus* status, std::string* bytes);
bool send_answer(int socket, AnswerStatus status, std::string_view bytes);

}  // namespace ofsearch
