// A generation: one whole build of the index, made beside the one in use and published by one
// atomic rename.
//
//   INDEX/XAPIANDB             stub that names the shards of the generation in use
//   INDEX/generations/000007/  one generation: shard0/ ...
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/result.h"

namespace ofsearch {

class Generation {
 public:
  // A new, empty generation of the index at `index`, not yet published.
  static Result<Generation> begin(const std::filesystem::path& index);

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path shard(int number) const;

  // Makes `shards` shards of this generation the index.
  Result<void> publish(int shards);

 private:
  std::filesystem::path index_, path_;
};

}  // namespace ofsearch
