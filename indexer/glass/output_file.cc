#include "indexer/glass/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace ofsearch::glass {

OutputFile::OutputFile(std::filesystem::path path)
    : path_(std::move(path)),
      fd_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
  if (fd_ < 0) error_ = errno;
}

OutputFile::~OutputFile() {
  if (fd_ >= 0) ::close(fd_);
}

void OutputFile::write(std::string_view bytes) {
  while (error_ == 0 && !bytes.empty()) {
    ssize_t n = ::write(fd_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0)
      error_ = errno;
    else
      bytes.remove_prefix(static_cast<size_t>(n));
  }
}

Result<void> OutputFile::close() {
  if (fd_ >= 0 && ::close(fd_) != 0 && error_ == 0) error_ = errno;
  fd_ = -1;
  if (error_ == 0) return {};
  return Error{ErrorCode::kUnreadable,
               fmt::format("cannot write {}: {}", path_.string(),
                           std::error_code(error_, std::generic_category()).message()),
               ""};
}

}  // namespace ofsearch::glass
