#include "common/index/stub.h"

#include "common/text/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

Error bad_stub(const fs::path& stub, int line) {
  const fs::path index = stub.filename() == kStubName ? stub.parent_path() : stub;
  return {ErrorCode::kIndexDamaged,
          fmt::format("{}:{}: not a line that names a database", stub.string(), line),
          "a line is \"auto FOLDER\" or \"remote HOST:PORT\"; if it was not written by hand, " +
              rebuild_hint(index)};
}

Error outside(const fs::path& stub, int line, const std::string& folder) {
  return {ErrorCode::kIndexDamaged,
          fmt::format("{}:{}: {} is not a folder of a database below that of the stub",
                      stub.string(), line, folder),
          "move or link it there"};
}

// A folder with a database in it, below that of the stub: not a stub again, nor what is elsewhere.
Result<Shard> parse_folder(const std::string& folder, const fs::path& stub, int line) {
  Shard shard;
  shard.name = folder;
  shard.path = stub.parent_path() / folder;
  fs::path below =
      shard.path.lexically_normal().lexically_relative(stub.parent_path().lexically_normal());
  std::error_code error;
  if (below.empty() || *below.begin() == ".." || *below.begin() == "." ||
      fs::is_regular_file(shard.path, error))
    return outside(stub, line, folder);
  return shard;
}

// "auto FOLDER", "glass FOLDER" or "remote HOST:PORT".
Result<Shard> parse_stub_line(const std::string& line, const fs::path& stub, int number) {
  size_t space = line.find(' ');
  if (space == std::string::npos) return bad_stub(stub, number);
  std::string type = line.substr(0, space), rest = line.substr(space + 1);
  if (type == "auto" || type == "glass") return parse_folder(rest, stub, number);
  size_t colon = rest.rfind(':');
  if (type != "remote" || colon == std::string::npos || colon == 0) return bad_stub(stub, number);
  unsigned port = 0;
  const char* end = rest.data() + rest.size();
  const auto [read, error] = std::from_chars(rest.data() + colon + 1, end, port);
  if (error != std::errc() || read != end || port == 0 || port > 65535)
    return bad_stub(stub, number);
  Shard shard;
  shard.name = rest;
  shard.remote = true;
  shard.host = rest.substr(0, colon);
  shard.port = port;
  return shard;
}

// Each report of a shard that is named twice would count twice.
bool is_among(const std::vector<Shard>& shards, const Shard& shard) {
  return std::any_of(shards.begin(), shards.end(), [&](const Shard& other) {
    return shard.name == other.name ||
           (!shard.remote && shard.path.lexically_normal() == other.path.lexically_normal());
  });
}

}  // namespace

Result<std::vector<Shard>> parse_stub(const std::string& text, const fs::path& stub,
                                      const fs::path& index) {
  std::vector<Shard> shards;
  int number = 0;
  for (std::string_view line : split_lines(text)) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    Shard shard = OF_TRY(parse_stub_line(std::string(line), stub, number));
    if (is_among(shards, shard))
      return Error{ErrorCode::kIndexDamaged,
                   fmt::format("{}:{}: {} stands there twice", stub.string(), number, shard.name),
                   "leave one of the two lines out"};
    shards.push_back(std::move(shard));
  }
  if (shards.empty())
    return Error{ErrorCode::kIndexDamaged, fmt::format("{} names no database", stub.string()),
                 rebuild_hint(index)};
  return shards;
}

}  // namespace ofsearch
