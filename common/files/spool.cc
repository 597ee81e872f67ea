#include "common/files/spool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace ofsearch {
namespace {

std::string folder() {
  const char* named = std::getenv("TMPDIR");
  return named != nullptr && *named != '\0' ? named : "/tmp";
}

[[noreturn]] void fail(ErrorCode code, std::string_view doing, int number) {
  throw SpoolFault(
      {code,
       fmt::format("cannot {} a temporary file in {}: {}", doing, folder(), std::strerror(number)),
       "see that there is room, or name another folder in TMPDIR"});
}

std::unique_ptr<Descriptor> nameless_file() {
  std::string path = folder() + "/ofsearch-XXXXXX";
  auto file = std::make_unique<Descriptor>(::mkostemp(path.data(), O_CLOEXEC));
  if (file->get() < 0) fail(ErrorCode::kUnwritable, "make", errno);
  ::unlink(path.c_str());
  return file;
}

}  // namespace

uint64_t Spool::add(std::string_view bytes) {
  const uint64_t begin = size();
  latest_ += bytes;
  if (latest_.size() > most_in_memory_) write_out();
  return begin;
}

void Spool::write_out() {
  if (!file_) file_ = nameless_file();
  for (std::string_view rest = latest_; !rest.empty();) {
    const ssize_t count = ::pwrite(file_->get(), rest.data(), rest.size(),
                                   static_cast<off_t>(written_ + (latest_.size() - rest.size())));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail(ErrorCode::kUnwritable, "write", count == 0 ? ENOSPC : errno);
    rest.remove_prefix(static_cast<size_t>(count));
  }
  written_ += latest_.size();
  latest_.clear();
}

void Spool::read(uint64_t begin, char* bytes, size_t size) const {
  size_t done = 0;
  while (done < size && begin + done < written_) {
    const size_t most = std::min<uint64_t>(size - done, written_ - begin - done);
    const ssize_t count =
        ::pread(file_->get(), bytes + done, most, static_cast<off_t>(begin + done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail(ErrorCode::kUnreadable, "read", count == 0 ? EIO : errno);
    done += static_cast<size_t>(count);
  }
  if (done < size)
    latest_.copy(bytes + done, size - done, static_cast<size_t>(begin + done - written_));
}

}  // namespace ofsearch
