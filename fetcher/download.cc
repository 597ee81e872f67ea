#include "fetcher/download.h"

#include "common/files/file.h"
#include "fetcher/site/pages.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

using Headers = std::map<std::string, std::string>;

Error unreadable(std::string message, std::string hint = {}) {
  return {ErrorCode::kUnreadable, std::move(message), std::move(hint)};
}

std::string header(const Headers& headers, const char* name) {
  auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

// The file that is being fetched, with what the server called the state that it is of:
// "PARTIAL.state".
class Partial {
 public:
  explicit Partial(fs::path path) : path_(std::move(path)), state_(path_.string() + ".state") {}
  ~Partial() { close(); }
  Partial(const Partial&) = delete;
  Partial& operator=(const Partial&) = delete;

  uint64_t size() const {
    std::error_code error;
    uintmax_t size = fs::file_size(path_, error);
    return error ? 0 : size;
  }

  // Returns what identifies the state exactly; empty if the server gave nothing of the kind.
  std::string state() const { return read_file(state_, 4096) ? *read_file(state_, 4096) : ""; }

  void drop() {
    close();
    ::unlink(path_.c_str());
    ::unlink(state_.c_str());
  }

  // Opens the file. Content is appended from here on to what is there, or to nothing.
  Result<void> open(bool anew, const std::string& state) {
    if (anew) OF_CHECK(write_file_atomically(state_, state));
    close();
    fd_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | (anew ? O_TRUNC : 0),
                 0644);
    return fd_ < 0 ? failure() : Result<void>();
  }

  Result<void> append(std::string_view piece) {
    while (!piece.empty()) {
      ssize_t n = ::write(fd_, piece.data(), piece.size());
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return failure();
      piece.remove_prefix(static_cast<size_t>(n));
    }
    return {};
  }

  Result<void> finish() {
    bool synced = fd_ < 0 || ::fsync(fd_) == 0;
    Result<void> result = synced ? Result<void>() : failure();
    close();
    ::unlink(state_.c_str());
    return result;
  }

 private:
  Error failure() const {
    return {ErrorCode::kUnwritable,
            fmt::format("cannot write {}: {}", path_.string(), std::strerror(errno)),
            "make room, or choose another folder"};
  }

  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

  fs::path path_, state_;
  int fd_ = -1;
};

// A weak tag ("W/...") may stand for two files; a date is good to a second, which must do.
std::string exact_state(const Headers& headers) {
  std::string etag = header(headers, "etag");
  return !etag.empty() && !etag.starts_with("W/") ? etag : header(headers, "last-modified");
}

// Only what is asked for may be appended: "bytes 1000-1999/2000".
bool begins_at(const std::string& content_range, uint64_t size) {
  return content_range.starts_with(fmt::format("bytes {}-", size));
}

// Returns what is at `path` if it is no PDF; nothing if it is one.
Result<Download::Outcome> look_at(const fs::path& path, const std::string& address) {
  constexpr size_t kHead = 1024;       // within which readers look for the sign
  constexpr size_t kPage = 256 << 10;  // of a page that says something
  std::string content = OF_TRY(read_file(path));
  if (content.substr(0, kHead).find("%PDF-") != std::string::npos) return Download::kComplete;
  content.resize(std::min(content.size(), kPage));
  if (content.empty()) return unreadable(fmt::format("{}: the file is empty", address));
  bool page = content.substr(0, kHead).find('<') != std::string::npos;
  if (page && says_not_found(content)) return Download::kNotFound;
  if (page)
    return unreadable(fmt::format("{}: instead of a PDF there is a web page, \"{}\"", address,
                                  title_of(content)));
  return unreadable(fmt::format("{}: the file is no PDF", address));
}

}  // namespace

Result<Download> download(const DownloadRequest& wanted, PoliteClient* client) {
  Partial partial(wanted.partial);
  Download result;
  HttpRequest request;
  request.address = wanted.address;
  request.max_bytes = wanted.max_bytes;
  request.if_too_long = "look at it in a browser; if it is right, allow more with --max-size";
  auto prepare = [&](HttpRequest* next) {
    uint64_t size = partial.size();
    std::string state = partial.state();
    bool go_on = size > 0 && !state.empty() && size < wanted.max_bytes;
    next->headers.clear();
    next->received = go_on ? size : 0;
    if (go_on) {
      next->headers["Range"] = fmt::format("bytes={}-", size);
      next->headers["If-Range"] = state;
      return;
    }
    if (!wanted.etag.empty()) next->headers["If-None-Match"] = wanted.etag;
    if (!wanted.modified.empty()) next->headers["If-Modified-Since"] = wanted.modified;
  };
  request.begin = [&](int status, const Headers& headers) -> Result<void> {
    bool goes_on = status == 206;
    if (goes_on && !begins_at(header(headers, "content-range"), partial.size())) {
      partial.drop();
      return unreadable(
          fmt::format("{}: the server sends another part than was asked for", wanted.address),
          "run again");
    }
    return partial.open(!goes_on, exact_state(headers));
  };
  request.take = [&](std::string_view piece) {
    result.bytes += piece.size();
    return partial.append(piece);
  };
  auto answer = client->get(request, prepare);
  // The folder has all of the file, or more: it is fetched from the beginning again.
  if (answer && answer->status == 416) {
    partial.drop();
    answer = client->get(request, prepare);
  }
  if (!answer) return answer.error();
  if (answer->status == 304) {
    result.outcome = Download::kUnchanged;
    return result;
  }
  if (answer->status == 404 || answer->status == 410) {
    partial.drop();
    result.outcome = Download::kNotFound;
    return result;
  }
  if (answer->status == 416)
    return unreadable(fmt::format("{}: the server sends no part of the file", wanted.address));
  OF_CHECK(partial.finish());
  result.etag = answer->headers["etag"];
  result.modified = answer->headers["last-modified"];
  auto outcome = look_at(wanted.partial, wanted.address);
  if (!outcome || *outcome != Download::kComplete) partial.drop();
  result.outcome = OF_TRY(outcome);
  return result;
}

}  // namespace ofsearch
