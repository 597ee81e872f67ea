#include "indexer/generation/generation.h"

#include "common/files/descriptor.h"
#include "common/files/file.h"
#include "common/index/index.h"
#include "indexer/generation/manifest.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBuilding = "building-";
constexpr std::string_view kRemoving = "removing-";

Error failed(const char* what, const fs::path& path, const std::string& why) {
  return {ErrorCode::kUnwritable, fmt::format("cannot {} {}: {}", what, path.string(), why), ""};
}

std::optional<int> number_of(std::string_view name) {
  int number = 0;
  auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; it != end; it.increment(error))
    names.push_back(it->path().filename().string());
  return names;
}

Result<void> sync(const fs::path& path) {
  Descriptor opened(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (opened.get() < 0) return failed("open", path, std::strerror(errno));
  if (::fsync(opened.get()) != 0) return failed("sync", path, std::strerror(errno));
  return {};
}

Result<void> sync_tree(const fs::path& folder) {
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; it != end; it.increment(error)) {
    OF_CHECK(sync(it->path()));
  }
  if (error) return failed("read", folder, error.message());
  return sync(folder);
}

// False while a reader holds the generation.
bool unused(const fs::path& folder) {
  Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return opened.get() < 0 || ::flock(opened.get(), LOCK_EX | LOCK_NB) == 0;
}

// "auto generations/000007/shard0" -> 7; nothing for a line that ofindex does not write.
std::optional<int> number_in_stub_line(std::string_view line) {
  constexpr std::string_view kStart = "auto generations/";
  if (!line.starts_with(kStart)) return std::nullopt;
  line.remove_prefix(kStart.size());
  return number_of(line.substr(0, line.find('/')));
}

}  // namespace

fs::path Generation::shard(int n) const {
  return path / fmt::format("shard{}", n);
}
fs::path Generation::manifest() const {
  return path / kManifestName;
}

GenerationStore::GenerationStore(fs::path index)
    : index_(std::move(index)), folder_(index_ / "generations") {}

Result<std::optional<Generation>> GenerationStore::current() const {
  std::error_code error;
  if (fs::exists(index_ / "iamglass", error))
    return Error{ErrorCode::kRefused,
                 fmt::format("{} holds a database that ofindex did not write", index_.string()),
                 "choose another place with --db"};
  auto stub = read_file(index_ / kStubName);
  if (!stub && stub.error().code == ErrorCode::kNotFound) return std::optional<Generation>();
  if (!stub) return stub.error();
  std::optional<int> number = number_in_stub_line(*stub);
  if (!number)
    return Error{
        ErrorCode::kRefused,
        fmt::format("{} names databases that ofindex did not write", (index_ / kStubName).string()),
        "choose another place with --db"};
  return std::optional<Generation>({*number, folder_ / fmt::format("{:06}", *number)});
}

std::vector<Generation> GenerationStore::finished() const {
  std::vector<Generation> generations;
  for (const std::string& name : names_in(folder_))
    if (auto number = number_of(name)) generations.push_back({*number, folder_ / name});
  std::sort(generations.begin(), generations.end(),
            [](const auto& a, const auto& b) { return a.number < b.number; });
  return generations;
}

void GenerationStore::sweep() const {
  std::error_code error;
  for (const std::string& name : names_in(folder_))
    if (name.starts_with(kBuilding) || name.starts_with(kRemoving) || name.ends_with(".tmp"))
      fs::remove_all(folder_ / name, error);
  for (const Generation& generation : finished())
    for (const std::string& name : names_in(generation.path))
      if (name.ends_with(".tmp")) fs::remove(generation.path / name, error);
  for (const std::string& name : names_in(index_))
    if (name.starts_with(kStubName) && name.ends_with(".tmp")) fs::remove(index_ / name, error);
}

// Numbers are never used twice while a generation of that number may still be read.
Result<Generation> GenerationStore::begin() const {
  std::vector<Generation> others = finished();
  int number = others.empty() ? 1 : others.back().number + 1;
  Generation generation{number, folder_ / fmt::format("{}{:06}", kBuilding, number)};
  std::error_code error;
  fs::create_directories(generation.path, error);
  if (error) return failed("create", generation.path, error.message());
  return generation;
}

Result<Generation> GenerationStore::seal(const Generation& generation) const {
  OF_CHECK(sync_tree(generation.path));
  Generation sealed{generation.number, folder_ / fmt::format("{:06}", generation.number)};
  std::error_code error;
  fs::rename(generation.path, sealed.path, error);
  if (error) return failed("rename", generation.path, error.message());
  OF_CHECK(sync(folder_));
  OF_CHECK(sync(index_));
  return sealed;
}

std::string GenerationStore::stub_of(const Generation& generation, int shards) const {
  std::string stub;
  for (int i = 0; i < shards; ++i)
    stub += fmt::format("auto {}\n", generation.shard(i).lexically_relative(index_).string());
  return stub;
}

Result<void> GenerationStore::publish(const Generation& generation, int shards) const {
  return write_file_atomically(index_ / kStubName, stub_of(generation, shards));
}

void GenerationStore::prune(const Generation& current, int keep) const {
  std::vector<Generation> all = finished();
  int before = 0;
  for (auto it = all.rbegin(); it != all.rend(); ++it) {
    if (it->number == current.number) continue;
    bool kept = it->number < current.number && ++before < keep;
    if (!kept && unused(it->path)) discard(*it);
  }
}

// Renamed first, so that a half-removed generation is never taken for a whole one.
void GenerationStore::discard(const Generation& generation) const {
  std::error_code error;
  fs::path doomed = folder_ / fmt::format("{}{:06}", kRemoving, generation.number);
  fs::remove_all(doomed, error);
  fs::rename(generation.path, doomed, error);
  fs::remove_all(error ? generation.path : doomed, error);
}

}  // namespace ofsearch
