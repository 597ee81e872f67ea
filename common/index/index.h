// Opens an index for reading. It is the one place where Xapian's exceptions become Results.
#pragma once

#include "common/system/result.h"

#include <xapian.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {

// The stub file inside an index folder that names the generation in use.
inline constexpr const char* kStubName = "XAPIANDB";

// Returns the path of the index: `option` (the value of --db) if not empty, else $OFSEARCH_DB, else
// $XDG_DATA_HOME/ofsearch/index, else ~/.local/share/ofsearch/index. It is empty if HOME is not set
// either.
std::filesystem::path index_path(const std::string& option);

// One part of an index: a database folder, or a server ("host:port") that serves one.
struct Shard {
  std::string name;  // as in the stub, for messages
  bool remote = false;
  std::filesystem::path path;
  std::string host;
  unsigned port = 0;
};

// An index opened for reading: all shards as one database. Not thread-safe.
struct Index {
  std::filesystem::path path;
  std::string stub;  // the stub's content when it was opened
  std::vector<Shard> shards;
  std::vector<std::string> missing_shards;  // names of those left out with `allow_partial`
  Xapian::Database database;
  std::vector<Xapian::Database> opened;  // the shards that are not missing, in their order
  std::string phrases;  // the value of kPhrasesKey, if all shards have the same; else empty
  // A shared lock: while it is held, ofindex does not remove the files that `database` reads.
  std::shared_ptr<const void> hold;

  // Tells whether any shard that is not missing is behind a server.
  bool is_remote() const;
};

struct OpenOptions {
  bool allow_partial = false;  // leave out shards that are down
  // How long a server may take for one answer. Connecting may take at most 3 seconds of it.
  std::chrono::milliseconds answer_time{10000};
  std::vector<std::string> without;  // names of shards to treat as down
};

// Opens `path`: an index folder, a stub file or a plain database folder. Errors:
// kNotFound, kIndexDamaged, kIndexVersion (a shard of another schema version, also
// with `allow_partial`); the hint names the command that repairs the index. A shard
// that is down is an error that names it; with `allow_partial` it is left out and
// listed in `missing_shards`. If the index is replaced during the call, the new one is
// opened.
Result<Index> open_index(const std::filesystem::path& path, const OpenOptions& options = {});

// Throws a DatabaseOpeningError if `shard`, written by ofindex, lacks a table that it must have:
// Xapian takes one that it cannot open for one that is empty, and would neither say so nor keep it.
void require_tables(const Xapian::Database& shard);

// Tells whether the stub has changed since `index` was opened.
bool is_replaced(const Index& index);

// Returns the shards that the index at `path` has, without opening them.
Result<std::vector<Shard>> list_shards(const std::filesystem::path& path);

// Returns the shard of `index` whose server caused an error of a search; nullptr if it is not
// known.
const Shard* shard_of(const Xapian::Error& error, const Index& index);

// Returns the hint of an error about an index that cannot be mended.
std::string rebuild_hint(const std::filesystem::path& path);

// Returns the hint of an error about a shard that is down.
std::string down_hint(const Index& index, const Shard& shard);

// Returns an exception of Xapian as an Error: "cannot DOING: ...". `doing` is, for example, "search
// the index at /x".
Error xapian_error(const Xapian::Error& error, const std::string& doing);

// Completes the command that xapian_error() names, which knows no index.
void name_index(const std::filesystem::path& path, Error* error);

// Calls `function` and returns its value as a Result. If it throws a Xapian::Error, returns
// error_of(exception), which is an Error.
template <typename ErrorOf, typename Function>
auto xapian_result(ErrorOf error_of, Function function) -> Result<decltype(function())> {
  try {
    if constexpr (std::is_void_v<decltype(function())>) {
      function();
      return {};
    } else {
      return function();
    }
  } catch (const Xapian::Error& error) {
    return error_of(error);
  }
}

// Does the same; the Error is made by xapian_error().
template <typename Function>
auto xapian_try(const std::string& doing, Function function) {
  return xapian_result([&](const auto& error) { return xapian_error(error, doing); }, function);
}

}  // namespace ofsearch
