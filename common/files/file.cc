#include "common/files/file.h"

#include "common/files/descriptor.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace ofsearch {
namespace {

Error system_error(const char* what, const std::filesystem::path& path,
                   ErrorCode fault = ErrorCode::kUnreadable) {
  int number = errno;
  ErrorCode code = number == ENOENT ? ErrorCode::kNotFound : fault;
  return {code, fmt::format("cannot {} {}: {}", what, path.string(), std::strerror(number)), ""};
}

Error changed_meanwhile(const std::filesystem::path& path) {
  return {ErrorCode::kUnreadable, fmt::format("{} changed while it was read", path.string()),
          "run again when it is complete"};
}

// fstat(2) by its own number: newfstatat, which the C library makes of it, can name files, and
// sandboxes refuse it.
int status_of(int fd, struct stat* status) {
#if defined(__x86_64__) || defined(__aarch64__)
  return static_cast<int>(::syscall(SYS_fstat, fd, status));
#else
  return ::fstat(fd, status);
#endif
}

Error write_error(const char* what, const std::filesystem::path& path) {
  return system_error(what, path, ErrorCode::kUnwritable);
}

Result<void> write_all(int fd, std::string_view content, const std::filesystem::path& path) {
  while (!content.empty()) {
    ssize_t n = ::write(fd, content.data(), content.size());
    if (n < 0 && errno == EINTR) continue;
    if (n == 0) errno = ENOSPC;
    if (n <= 0) return write_error("write", path);
    content.remove_prefix(static_cast<size_t>(n));
  }
  return {};
}

Result<void> write_new(const std::filesystem::path& path, std::string_view content, bool sync) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0) return write_error("create", path);
  OF_CHECK(write_all(file.get(), content, path));
  if (sync && ::fsync(file.get()) != 0) return write_error("sync", path);
  return {};
}

// The file behind links, as they stay.
std::filesystem::path behind_links(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_symlink(path, error)) return path;
  std::filesystem::path target = std::filesystem::canonical(path, error);
  return error ? path : target;
}

// Neither a file nor nothing: a device, a pipe.
bool is_no_file(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

Result<void> replace(const std::filesystem::path& path, std::string_view content, bool sync) {
  if (is_no_file(path)) return write_new(path, content, false);
  const std::filesystem::path target = behind_links(path);
  std::filesystem::path temporary = target;
  temporary += fmt::format(".{}.tmp", ::getpid());
  Result<void> result = write_new(temporary, content, sync);
  if (result && ::rename(temporary.c_str(), target.c_str()) != 0)
    result = write_error("replace", path);
  if (!result) ::unlink(temporary.c_str());
  return result;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, size_t max_bytes) {
  // Non-blocking, so that a named pipe does not hold up the run before fstat() tells.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return system_error("open", path);
  return read_open_file(file.get(), path, max_bytes);
}

Result<std::string> read_open_file(int fd, const std::filesystem::path& path, size_t max_bytes,
                                   const ReadCall& read) {
  struct stat status {};
  if (status_of(fd, &status) != 0) return system_error("read", path);
  if (!S_ISREG(status.st_mode))
    return Error{ErrorCode::kUnreadable, fmt::format("{} is not a regular file", path.string()),
                 ""};
  auto size = static_cast<size_t>(status.st_size);
  if (size > max_bytes)
    return Error{ErrorCode::kUnreadable,
                 fmt::format("{} has {} MB, more than the {} MB allowed", path.string(), size >> 20,
                             max_bytes >> 20),
                 "split it"};
  std::string content(size, '\0');
  size_t done = 0;
  while (done < size) {
    ssize_t n = read(fd, content.data() + done, size - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return system_error("read", path);
    if (n == 0) return changed_meanwhile(path);
    done += static_cast<size_t>(n);
  }
  struct stat after {};
  if (status_of(fd, &after) != 0) return system_error("read", path);
  if (after.st_size != status.st_size || after.st_mtim.tv_sec != status.st_mtim.tv_sec ||
      after.st_mtim.tv_nsec != status.st_mtim.tv_nsec)
    return changed_meanwhile(path);
  return content;
}

Result<void> replace_file(const std::filesystem::path& path, std::string_view content) {
  return replace(path, content, false);
}

Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view content) {
  OF_CHECK(replace(path, content, true));
  Descriptor folder(::open(path.parent_path().empty() ? "." : path.parent_path().c_str(),
                           O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.get() >= 0) ::fsync(folder.get());
  return {};
}

}  // namespace ofsearch
