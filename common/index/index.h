// Opening an index for reading, and the one place where Xapian's exceptions become Results.
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

// --db's value, else $OFSEARCH_DB, else $XDG_DATA_HOME/ofsearch/index, else
// ~/.local/share/ofsearch/index; empty where HOME is not set.
std::filesystem::path index_path(const std::string& option);

// One part of an index: a database folder, or a server ("host:port") that serves one.
struct Shard {
  std::string name;  // as the stub has it, for messages
  bool remote = false;
  std::filesystem::path path;
  std::string host;
  unsigned port = 0;
};

// An index opened for reading: all shards as one database. For one thread.
struct Index {
  std::filesystem::path path;
  std::string stub;  // the stub's content when it was opened
  std::vector<Shard> shards;
  std::vector<std::string> missing_shards;  // names of those left out with `allow_partial`
  Xapian::Database database;
  std::vector<Xapian::Database> opened;  // those of `shards` that are not missing, in their order
  std::string phrases;  // the value of kPhrasesKey, where all shards have the same; else empty
  // While this lives, ofindex does not remove the files that `database` reads.
  std::shared_ptr<const void> hold;

  // Some shard that answers is behind a server.
  bool is_remote() const;
};

struct OpenOptions {
  bool allow_partial = false;  // do without shards that are down
  // How long a server may take for one answer. Connecting takes at most kLongestConnect of it.
  std::chrono::milliseconds answer_time{10000};
  std::vector<std::string> without;  // names of shards to leave out as if they were down
};

// Opens `path`: an index folder, a stub file or a plain database folder. Errors: kNotFound,
// kIndexDamaged,
// kIndexVersion (a shard written by another schema version, also with `allow_partial`); the hint
// names the command that mends it. A shard that is down is an error that
// names it, or with `allow_partial` is left out and listed. An index that is replaced meanwhile is
// opened as it is then.
Result<Index> open_index(const std::filesystem::path& path, const OpenOptions& options = {});

// True where the stub names other shards now than when `index` was opened.
bool is_replaced(const Index& index);

// The shards that the index at `path` has, without opening them.
Result<std::vector<Shard>> list_shards(const std::filesystem::path& path);

// The shard of `index` whose server an error of a search came from; nullptr if that cannot be told.
const Shard* shard_of(const Xapian::Error& error, const Index& index);

// What is done about a shard that is down.
std::string down_hint(const Index& index, const Shard& shard);

// What an exception of Xapian says, as an error that says `doing` (such as "search the index at
// /x").
Error xapian_error(const Xapian::Error& error, const std::string& doing);

// Calls `function` and returns what it returns as a Result; an exception of Xapian becomes the
// Error that `error_of` makes of it.
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

// The same with xapian_error().
template <typename Function>
auto xapian_try(const std::string& doing, Function function) {
  return xapian_result([&](const auto& error) { return xapian_error(error, doing); }, function);
}

}  // namespace ofsearch
