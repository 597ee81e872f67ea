#include "fetcher/site/page_cache.h"

#include "common/files/file.h"
#include "common/system/hash.h"
#include "fetcher/site/html_tree.h"

#include <fmt/format.h>

namespace ofsearch {
namespace {

constexpr uint64_t kMostPageBytes = 16u << 20;

Error unreadable(std::string message, std::string hint = {}) {
  return {ErrorCode::kUnreadable, std::move(message), std::move(hint)};
}

// Takes the first line off `text`.
std::string take_line(std::string* text) {
  size_t end = text->find('\n');
  std::string line = text->substr(0, end);
  text->erase(0, end == std::string::npos ? end : end + 1);
  return line;
}

}  // namespace

std::filesystem::path PageCache::file_of(const std::string& address) const {
  return folder_ / sha256_hex(address).substr(0, 32);
}

// A file of three lines and the page: its address, its entity tag, its date. What cannot be read is
// fetched anew.
PageCache::Page PageCache::load(const std::string& address) const {
  auto text = read_file(file_of(address), kMostPageBytes + 4096);
  if (!text || take_line(&*text) != address) return {};
  Page page;
  page.etag = take_line(&*text);
  page.modified = take_line(&*text);
  page.content = std::move(*text);
  return page;
}

Result<void> PageCache::keep(const std::string& address, const Page& page) const {
  if (read_only_ || (page.etag.empty() && page.modified.empty())) return {};
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error)
    return Error{ErrorCode::kUnwritable,
                 fmt::format("cannot write {}: {}", folder_.string(), error.message()), ""};
  return write_file_atomically(file_of(address), fmt::format("{}\n{}\n{}\n{}", address, page.etag,
                                                             page.modified, page.content));
}

Result<std::string> PageCache::get(const std::string& address, PoliteClient* client) {
  Page before = load(address);
  HttpRequest request;
  request.address = address;
  request.max_bytes = kMostPageBytes;
  request.if_too_long = "look at it in a browser: no page of the site was that long";
  request.packed = true;
  if (!before.etag.empty()) request.headers["If-None-Match"] = before.etag;
  if (!before.modified.empty()) request.headers["If-Modified-Since"] = before.modified;
  HttpAnswer answer = OF_TRY(client->get(request));
  if (answer.status == 304 && !request.headers.empty()) return before.content;
  if (answer.status != 200)
    return unreadable(fmt::format("{}: the page is not there (status {})", address, answer.status));
  if (answer.content.find('<') == std::string::npos)
    return unreadable(fmt::format("{}: the answer is no web page", address));
  if (is_too_deep(answer.content))
    return unreadable(
        fmt::format("{}: the page's elements lie too deep inside each other", address));
  Page page{answer.headers["etag"], answer.headers["last-modified"], std::move(answer.content)};
  OF_CHECK(keep(address, page));
  return page.content;
}

}  // namespace ofsearch
