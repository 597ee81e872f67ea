#include "indexer/generation.h"

#include <fmt/format.h>

#include "common/database.h"
#include "common/file.h"

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

int last_number(const fs::path& folder) {
  int last = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error))
    last = std::max(last, std::atoi(entry.path().filename().c_str()));
  return last;
}

}  // namespace

Result<Generation> Generation::begin(const fs::path& index) {
  Generation generation;
  generation.index_ = index;
  fs::path folder = index / "generations";
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) {
    generation.path_ = folder / fmt::format("{:06}", last_number(folder) + 1);
    fs::create_directory(generation.path_, error);
  }
  if (error)
    return Error{ErrorCode::kUnreadable,
                 fmt::format("cannot create {}: {}", folder.string(), error.message()),
                 "choose another place with --db"};
  return generation;
}

fs::path Generation::shard(int number) const { return path_ / fmt::format("shard{}", number); }

Result<void> Generation::publish(int shards) {
  std::string stub;
  for (int i = 0; i < shards; ++i)
    stub += fmt::format("auto {}\n", shard(i).lexically_relative(index_).generic_string());
  return write_file_atomically(index_ / kStubName, stub);
}

}  // namespace ofsearch
