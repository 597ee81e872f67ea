#include "common/index/index.h"

#include "common/files/file.h"
#include "common/index/checksums.h"
#include "common/index/schema.h"
#include "common/index/stub.h"
#include "common/text/lists.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string_view>
#include <system_error>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCheckHint = "check it with: ofindex --check";

Error no_index(const fs::path& path) {
  return {ErrorCode::kNotFound, fmt::format("there is no index at {}", path.string()),
          fmt::format("build one with: ofindex --db {} FOLDER", path.string())};
}

struct Located {
  std::string stub;
  std::vector<Shard> shards;
};

Result<Located> locate(const fs::path& path) {
  if (path.empty())
    return Error{ErrorCode::kNotFound, "no index is named, and HOME is not set",
                 "name one with --db"};
  std::error_code error;
  fs::path stub = fs::is_directory(path, error) ? path / kStubName : path;
  if (fs::is_regular_file(stub, error)) {
    std::string text = OF_TRY(read_file(stub));
    std::vector<Shard> shards = OF_TRY(parse_stub(text, stub, path));
    return Located{text, shards};
  }
  if (fs::exists(path / "iamglass", error)) {
    Shard shard;
    shard.name = path.string();
    shard.path = path;
    return Located{"", {shard}};
  }
  if (error == std::errc::permission_denied)
    return Error{ErrorCode::kUnreadable,
                 fmt::format("cannot look into {}: {}", path.string(), error.message()),
                 "see that you may read it"};
  return no_index(path);
}

constexpr std::chrono::milliseconds kLongestConnect{3000};

// Xapian trusts its files, and some damage ends the process that opens them.
Result<void> check_files(const fs::path& path, const Located& located) {
  std::set<fs::path> folders;
  if (!located.stub.empty())
    for (const Shard& shard : located.shards)
      if (!shard.remote) folders.insert(shard.path.parent_path());
  for (const fs::path& folder : folders)
    if (auto sound = verify_sizes(folder); !sound) {
      Error error = sound.error();
      error.hint = rebuild_hint(path);
      return error;
    }
  return {};
}

Xapian::Database open_shard(const Shard& shard, std::chrono::milliseconds answer_time) {
  auto timeout = static_cast<unsigned>(answer_time.count());
  auto connect = static_cast<unsigned>(std::min(answer_time, kLongestConnect).count());
  // A folder can hold a stub too, which may name anything: only a database is opened.
  if (!shard.remote) return Xapian::Database(shard.path.string(), Xapian::DB_BACKEND_GLASS);
  return Xapian::Remote::open(shard.host, shard.port, timeout, connect);
}

// Nothing, or why this database is not one of ours.
Result<void> check_version(const std::string& version, const Shard& shard, const fs::path& path) {
  if (shard.remote && version != std::to_string(kSchemaVersion))
    return Error{ErrorCode::kIndexVersion,
                 version.empty()
                     ? fmt::format("shard {} of the index at {} was not written by ofindex",
                                   shard.name, path.string())
                     : fmt::format("shard {} of the index at {} has schema version {}, this "
                                   "program needs {}",
                                   shard.name, path.string(), version, kSchemaVersion),
                 "serve what this version's ofindex --rebuild has built"};
  if (version == std::to_string(kSchemaVersion)) return {};
  if (version.empty())
    return Error{ErrorCode::kIndexVersion,
                 fmt::format("the database at {} was not written by ofindex", path.string()),
                 fmt::format("build an index with: ofindex --db {} FOLDER", path.string())};
  return Error{ErrorCode::kIndexVersion,
               fmt::format("the index at {} has schema version {}, this program needs {}",
                           path.string(), version, kSchemaVersion),
               rebuild_hint(path)};
}

// A shard that answers and is ours; `phrases` receives the value of its kPhrasesKey.
Result<Xapian::Database> open_checked(const Shard& shard, const fs::path& path,
                                      std::chrono::milliseconds answer_time, std::string* phrases) {
  std::string version;
  auto database =
      xapian_try(fmt::format("open the index at {}, shard {}", path.string(), shard.name), [&] {
        Xapian::Database opened = open_shard(shard, answer_time);
        version = opened.get_metadata(std::string(kVersionKey));
        *phrases = opened.get_metadata(std::string(kPhrasesKey));
        if (!shard.remote && version == std::to_string(kSchemaVersion)) require_tables(opened);
        return opened;
      });
  if (database) OF_CHECK(check_version(version, shard, path));
  return database;
}

Result<Index> open_located(const fs::path& path, const Located& located,
                           const OpenOptions& options) {
  Index index;
  index.path = path;
  index.stub = located.stub;
  index.shards = located.shards;
  std::set<std::string> phrases;
  for (const Shard& shard : index.shards) {
    if (is_one_of(shard.name, options.without)) {
      index.missing_shards.push_back(shard.name);
      continue;
    }
    std::string marked;
    auto database = open_checked(shard, path, options.answer_time, &marked);
    bool down = !database && database.error().code != ErrorCode::kIndexVersion;
    if (down && options.allow_partial) {
      index.missing_shards.push_back(shard.name);
      continue;
    }
    if (!database) {
      Error error = database.error();
      if (down) error.hint = down_hint(index, shard);
      return error;
    }
    index.database.add_database(*database);
    index.opened.push_back(*database);
    phrases.insert(marked);
  }
  index.phrases = phrases.size() == 1 ? *phrases.begin() : "";
  if (index.missing_shards.size() == index.shards.size())
    return Error{ErrorCode::kIndexDamaged,
                 fmt::format("no shard of the index at {} can be reached", path.string()),
                 "start their servers"};
  return index;
}

// Names the server as Xapian does in its errors (net/remotetcpclient.h).
std::string context_of(const Shard& shard) {
  return fmt::format("remote:tcp({}:{})", shard.host, shard.port);
}

struct OpenFolders {
  std::vector<int> descriptors;
  ~OpenFolders() {
    for (int fd : descriptors) ::close(fd);
  }
};

// Holds shared locks on the folders. A process that removes a generation asks for an exclusive lock
// on its folder first.
std::shared_ptr<const void> hold_folders(const Located& located) {
  std::set<fs::path> folders;
  if (!located.stub.empty())
    for (const Shard& shard : located.shards)
      if (!shard.remote) folders.insert(shard.path.parent_path());
  auto held = std::make_shared<OpenFolders>();
  for (const fs::path& folder : folders) {
    int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) continue;
    ::flock(fd, LOCK_SH | LOCK_NB);  // some network file systems know no locks; then without
    held->descriptors.push_back(fd);
  }
  return held;
}

bool has_been_replaced(const fs::path& path, const std::string& stub) {
  auto again = locate(path);
  return again && again->stub != stub;
}

constexpr int kOpenAttempts = 20;

}  // namespace

Error xapian_error(const Xapian::Error& error, const std::string& doing) {
  const char* system = error.get_error_string();
  return {ErrorCode::kIndexDamaged,
          fmt::format("cannot {}: {} ({})", doing, error.get_msg(),
                      system == nullptr ? error.get_type() : system),
          std::string(kCheckHint)};
}

void name_index(const fs::path& path, Error* error) {
  if (error->hint == kCheckHint) error->hint += " --db " + path.string();
}

std::string rebuild_hint(const fs::path& path) {
  return fmt::format("build it again with: ofindex --rebuild --db {} FOLDER", path.string());
}

fs::path index_path(const std::string& option) {
  if (!option.empty()) return option;
  auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  if (std::string path = variable("OFSEARCH_DB"); !path.empty()) return path;
  if (std::string data = variable("XDG_DATA_HOME"); !data.empty())
    return fs::path(data) / "ofsearch" / "index";
  std::string home = variable("HOME");
  return home.empty() ? fs::path() : fs::path(home) / ".local" / "share" / "ofsearch" / "index";
}

void require_tables(const Xapian::Database& shard) {
  if (shard.get_total_length() > 0 && !shard.has_positions())
    throw Xapian::DatabaseOpeningError("the positions of its words cannot be read");
  const std::string reports(kReportTerm);
  auto report = shard.postlist_begin(reports);
  if (report == shard.postlist_end(reports)) return;
  if (shard.get_document(*report).get_data().empty())
    throw Xapian::DatabaseOpeningError("the records of its reports cannot be read");
  if (shard.termlist_begin(*report) == shard.termlist_end(*report))
    throw Xapian::DatabaseOpeningError("the terms of its reports cannot be read");
}

bool is_replaced(const Index& index) {
  return has_been_replaced(index.path, index.stub);
}

Result<std::vector<Shard>> list_shards(const fs::path& path) {
  return OF_TRY(locate(path)).shards;
}

bool Index::is_remote() const {
  return std::any_of(shards.begin(), shards.end(), [&](const Shard& shard) {
    return shard.remote && !is_one_of(shard.name, missing_shards);
  });
}

const Shard* shard_of(const Xapian::Error& error, const Index& index) {
  for (const Shard& shard : index.shards)
    if (shard.remote && error.get_context() == context_of(shard)) return &shard;
  return nullptr;
}

std::string down_hint(const Index& index, const Shard& shard) {
  return shard.remote ? "start its server, or search without it with --allow-partial"
                      : rebuild_hint(index.path);
}

Result<Index> open_index(const fs::path& path, const OpenOptions& options) {
  for (int attempt = 1;; ++attempt) {
    Located located = OF_TRY(locate(path));
    std::shared_ptr<const void> hold = hold_folders(located);
    Result<void> sound = check_files(path, located);
    auto index = sound ? open_located(path, located, options) : Result<Index>(sound.error());
    if (index) index->hold = hold;
    // Looked at after the hold was taken: an index that is still in use then stays while it lasts.
    if (attempt == kOpenAttempts || !has_been_replaced(path, located.stub)) return index;
  }
}

}  // namespace ofsearch
