#include "indexer/spool.h"

#include "indexer/document_worker.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
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

Spool::Spool(Spool&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), file_(std::move(other.file_)), end_(other.end_) {}

Spool::~Spool() {
  if (fd_ >= 0) ::close(fd_);
}

Result<SpoolEntry> Spool::append(const Json& head, std::string_view records) {
  std::string text = head.dump(-1, ' ', false, Json::error_handler_t::replace);
  SpoolEntry entry{end_, static_cast<uint32_t>(text.size()), static_cast<uint32_t>(records.size())};
  text += records;
  for (size_t done = 0; done < text.size();) {
    ssize_t n =
        ::pwrite(fd_, text.data() + done, text.size() - done, static_cast<off_t>(end_ + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failed("write", file_);
    done += static_cast<size_t>(n);
  }
  end_ += text.size();
  return entry;
}

Result<Report> Spool::read(const SpoolEntry& entry) const {
  std::string text(entry.head_size + entry.records_size, '\0');
  for (size_t done = 0; done < text.size();) {
    ssize_t n = ::pread(fd_, text.data() + done, text.size() - done,
                        static_cast<off_t>(entry.offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failed("read", file_);
    if (n == 0)
      return Error{ErrorCode::kInternal, fmt::format("{} is cut short", file_.string()), ""};
    done += static_cast<size_t>(n);
  }
  Json head = Json::parse(text.substr(0, entry.head_size), nullptr, false);
  return assemble_report(head, std::string_view(text).substr(entry.head_size));
}

}  // namespace ofsearch
