// A file of texts, each found again by its place: where reports wait between being read and being
// written, since all of them together may not fit into memory.
#pragma once

#include "common/system/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace ofsearch {

struct SpoolPlace {
  uint64_t offset = 0;
  size_t size = 0;
};

class Spool {
 public:
  static Result<Spool> create(const std::filesystem::path& file);
  static Result<Spool> open(const std::filesystem::path& file);  // for reading
  // Without a name, in the folder for temporary files; gone when it is closed.
  static Result<Spool> anonymous();

  Spool(Spool&& other) noexcept;
  Spool& operator=(Spool&&) = delete;
  ~Spool();

  Result<SpoolPlace> append(std::string_view text);
  Result<std::string> read(const SpoolPlace& place) const;

 private:
  Spool(int fd, std::filesystem::path file) : fd_(fd), file_(std::move(file)) {}

  int fd_;
  std::filesystem::path file_;
  uint64_t end_ = 0;
};

}  // namespace ofsearch
