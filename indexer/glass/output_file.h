// A file that is written from its first byte to its last.
#pragma once

#include "common/result.h"

#include <filesystem>
#include <string_view>

namespace ofsearch::glass {

class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // Nothing more is written after a failure, which close() tells.
  void write(std::string_view bytes);

  // kUnreadable, with the file and the reason, if anything could not be written.
  Result<void> close();

 private:
  std::filesystem::path path_;
  int fd_ = -1;
  int error_ = 0;  // errno of the first call that failed
};

}  // namespace ofsearch::glass
