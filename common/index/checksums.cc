#include "common/index/checksums.h"

#include "common/files/file.h"
#include "common/system/hash.h"
#include "common/text/lines.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

// A file of this size is looked into whenever an index is opened.
constexpr uintmax_t kSmall = 4096;

struct Line {
  std::string hash;
  uintmax_t size = 0;
  fs::path file;
};

Error damaged(const fs::path& file, const char* what) {
  return {ErrorCode::kIndexDamaged, fmt::format("{} {}", file.string(), what), ""};
}

Error unreadable(const fs::path& file, const std::error_code& error) {
  return {ErrorCode::kUnreadable, fmt::format("cannot read {}: {}", file.string(), error.message()),
          ""};
}

// "HASH SIZE NAME"
std::optional<Line> line_from(std::string_view text, const fs::path& folder) {
  const size_t size = text.find(' '), name = text.find(' ', size + 1);
  if (size == std::string_view::npos || name == std::string_view::npos) return std::nullopt;
  Line line{std::string(text.substr(0, size)), 0, folder / text.substr(name + 1)};
  auto [end, error] = std::from_chars(text.data() + size + 1, text.data() + name, line.size);
  bool whole = error == std::errc() && end == text.data() + name && name + 1 < text.size();
  return whole ? std::optional(std::move(line)) : std::nullopt;
}

Result<std::vector<Line>> read_lines(const fs::path& folder) {
  const std::string text = OF_TRY(read_file(folder / kChecksumsName));
  std::vector<Line> lines;
  for (std::string_view line : split_lines(text)) {
    std::optional<Line> read = line_from(line, folder);
    if (!read) return damaged(folder / kChecksumsName, "is damaged");
    lines.push_back(std::move(*read));
  }
  if (lines.empty()) return damaged(folder / kChecksumsName, "is empty");
  return lines;
}

Result<void> verify_size(const Line& line) {
  std::error_code error;
  uintmax_t size = fs::file_size(line.file, error);
  if (error == std::errc::no_such_file_or_directory) return damaged(line.file, "is not there");
  if (error) return unreadable(line.file, error);
  if (size != line.size) return damaged(line.file, "has not the size that it was written with");
  return {};
}

Result<void> verify_content(const Line& line) {
  if (OF_TRY(sha256_of_file(line.file)) != line.hash)
    return damaged(line.file, "is not what was written");
  return {};
}

}  // namespace

Result<void> write_checksums(const fs::path& folder, const std::string& except) {
  std::set<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    const bool is_file = it->is_regular_file(error);
    if (error) return unreadable(it->path(), error);
    if (is_file && it->path().filename() != except) files.insert(it->path());
  }
  if (error) return unreadable(folder, error);
  std::string text;
  for (const fs::path& file : files) {
    std::string hash = OF_TRY(sha256_of_file(file));
    const uintmax_t size = fs::file_size(file, error);
    if (error) return unreadable(file, error);
    text += fmt::format("{} {} {}\n", hash, size, file.lexically_relative(folder).string());
  }
  return write_file_atomically(folder / kChecksumsName, text);
}

Result<void> verify_checksums(const fs::path& folder) {
  auto lines = read_lines(folder);
  if (!lines && lines.error().code == ErrorCode::kNotFound)
    return damaged(folder / kChecksumsName, "is not there");
  if (!lines) return lines.error();
  for (const Line& line : *lines) {
    OF_CHECK(verify_size(line));
    OF_CHECK(verify_content(line));
  }
  return {};
}

Result<void> verify_sizes(const fs::path& folder) {
  auto lines = read_lines(folder);
  if (!lines && lines.error().code == ErrorCode::kNotFound) return {};
  if (!lines) return lines.error();
  for (const Line& line : *lines) {
    OF_CHECK(verify_size(line));
    if (line.size <= kSmall) OF_CHECK(verify_content(line));
  }
  return {};
}

}  // namespace ofsearch
