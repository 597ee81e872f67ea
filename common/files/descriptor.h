// Holds a file descriptor that closes itself.
#pragma once

#include <unistd.h>

#include <utility>

namespace ofsearch {

class Descriptor {
 public:
  // Owns `fd`; one below zero is of no file.
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

}  // namespace ofsearch
