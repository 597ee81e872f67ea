#include "common/workers/worker_messages.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace ofsearch {
namespace {

// A call that is interrupted for ever is broken.
constexpr int kMostInterruptions = 1000;

// Calls `call(at, size)` until all of `size` bytes are through.
template <typename Call>
bool whole(size_t size, const Call& call) {
  int interruptions = 0;
  for (size_t done = 0; done < size;) {
    errno = 0;
    ssize_t n = call(done, size - done);
    if (n < 0 && errno == EINTR && ++interruptions < kMostInterruptions) continue;
    if (n <= 0) return false;
    done += std::min(static_cast<size_t>(n), size - done);
  }
  return true;
}

bool send_all(int fd, const void* data, size_t size, int flags) {
  const char* bytes = static_cast<const char*>(data);
  return whole(size, [&](size_t at, size_t left) {
    return ::send(fd, bytes + at, left, MSG_NOSIGNAL | flags);
  });
}

bool receive_all(int fd, void* data, size_t size) {
  char* bytes = static_cast<char*>(data);
  return whole(size, [&](size_t at, size_t left) { return ::recv(fd, bytes + at, left, 0); });
}

union DescriptorMessage {
  char bytes[CMSG_SPACE(sizeof(int))];
  cmsghdr align;
};

}  // namespace

bool send_task(int socket, const WorkerTask& task, bool may_wait) {
  auto size = static_cast<uint32_t>(task.request.size());
  int flags = may_wait ? 0 : MSG_DONTWAIT;
  iovec part{&size, sizeof size};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  DescriptorMessage control{};
  if (task.fd >= 0) {
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof control.bytes;
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &task.fd, sizeof(int));
  }
  bool begun = whole(sizeof size, [&](size_t at, size_t) {
    errno = 0;
    return at == 0 ? ::sendmsg(socket, &message, MSG_NOSIGNAL | flags) : -1;
  });
  return begun && send_all(socket, task.request.data(), task.request.size(), flags);
}

bool receive_task(int socket, WorkerTask* task) {
  uint32_t size = 0;
  iovec part{&size, sizeof size};
  DescriptorMessage control{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.bytes;
  message.msg_controllen = sizeof control.bytes;
  bool begun = whole(sizeof size, [&](size_t at, size_t) {
    return at == 0 ? ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC) : -1;
  });
  if (!begun || size > kLongestRequest) return false;
  task->fd = -1;
  if (cmsghdr* header = CMSG_FIRSTHDR(&message);
      header != nullptr && header->cmsg_type == SCM_RIGHTS)
    std::memcpy(&task->fd, CMSG_DATA(header), sizeof(int));
  task->request.resize(size);
  return receive_all(socket, task->request.data(), size);
}

bool receive_answer(int socket, AnswerStatus* status, std::string* bytes) {
  AnswerHeader header;
  if (!receive_all(socket, &header, sizeof header) || header.size > kLongestAnswer) return false;
  *status = header.status;
  bytes->resize(header.size);
  return receive_all(socket, bytes->data(), bytes->size());
}

bool send_answer(int socket, AnswerStatus status, std::string_view bytes) {
  AnswerHeader header{status, bytes.size()};
  return send_all(socket, &header, sizeof header, 0) &&
         send_all(socket, bytes.data(), bytes.size(), 0);
}

}  // namespace ofsearch
