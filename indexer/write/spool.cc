#include "indexer/write/spool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace ofsearch {
namespace {

Error failed(const char* what, const std::filesystem::path& file) {
  return {ErrorCode::kUnreadable,
          fmt::format("cannot {} {}: {}", what, file.string(), std::strerror(errno)), ""};
}

}  // namespace

Result<Spool> Spool::create(const std::filesystem::path& file) {
  Spool spool(::open(file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644), file);
  if (spool.fd_ < 0) return failed("create", file);
  return spool;
}

Result<Spool> Spool::open(const std::filesystem::path& file) {
  Spool spool(::open(file.c_str(), O_RDONLY | O_CLOEXEC), file);
  if (spool.fd_ < 0) return failed("open", file);
  return spool;
}

Result<Spool> Spool::anonymous() {
  std::error_code error;
  std::filesystem::path folder = std::filesystem::temp_directory_path(error);
  std::string name = (folder / "ofindex-XXXXXX").string();
  Spool spool(::mkostemp(name.data(), O_CLOEXEC), name);
  if (spool.fd_ < 0) return failed("create", name);
  ::unlink(name.c_str());
  return spool;
}

Spool::Spool(Spool&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), file_(std::move(other.file_)), end_(other.end_) {}

Spool::~Spool() {
  if (fd_ >= 0) ::close(fd_);
}

Result<SpoolPlace> Spool::append(std::string_view text) {
  for (size_t done = 0; done < text.size();) {
    ssize_t n =
        ::pwrite(fd_, text.data() + done, text.size() - done, static_cast<off_t>(end_ + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failed("write", file_);
    done += static_cast<size_t>(n);
  }
  SpoolPlace place{end_, text.size()};
  end_ += text.size();
  return place;
}

Result<std::string> Spool::read(const SpoolPlace& place) const {
  std::string text(place.size, '\0');
  for (size_t done = 0; done < text.size();) {
    ssize_t n = ::pread(fd_, text.data() + done, text.size() - done,
                        static_cast<off_t>(place.offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failed("read", file_);
    if (n == 0)
      return Error{ErrorCode::kInternal, fmt::format("{} is cut short", file_.string()), ""};
    done += static_cast<size_t>(n);
  }
  return text;
}

}  // namespace ofsearch
