// Bytes that are put aside until they are read again.
#pragma once

#include "common/files/descriptor.h"
#include "common/system/error.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ofsearch {

// Is thrown if bytes cannot be put aside or read again, as on a full disk.
struct SpoolFault : std::runtime_error {
  explicit SpoolFault(Error fault) : std::runtime_error(fault.text()), error(std::move(fault)) {}
  Error error;
};

// Keeps bytes in memory while they are few. Then the first of them lie in a file without a name
// below $TMPDIR, which goes with the process. Not thread-safe.
class Spool {
 public:
  static constexpr size_t kAll = SIZE_MAX;     // no file, for who must not write any
  static constexpr size_t kSome = 512 * 1024;  // so that a small answer needs no file

  explicit Spool(size_t most_in_memory = kAll) : most_in_memory_(most_in_memory) {}

  size_t most_in_memory() const { return most_in_memory_; }

  // Returns where the bytes begin. Throws SpoolFault.
  uint64_t add(std::string_view bytes);
  // Reads `size` bytes of what was added, from `begin` on. Throws SpoolFault.
  void read(uint64_t begin, char* bytes, size_t size) const;
  std::string read(uint64_t begin, size_t size) const {
    std::string bytes(size, '\0');
    read(begin, bytes.data(), size);
    return bytes;
  }
  uint64_t size() const { return written_ + latest_.size(); }

  // Passes on all of it, a piece at a time.
  template <typename Function>
  void for_each_piece(Function function) const {
    constexpr uint64_t kPiece = 64 * 1024;
    for (uint64_t at = 0; at < size(); at += kPiece)
      function(read(at, static_cast<size_t>(std::min(kPiece, size() - at))));
  }

 private:
  void write_out();

  size_t most_in_memory_;
  std::unique_ptr<Descriptor> file_;
  uint64_t written_ = 0;  // bytes of the file
  std::string latest_;    // what follows them
};

}  // namespace ofsearch
