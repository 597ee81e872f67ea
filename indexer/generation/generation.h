// Manages the generations of an index. A generation is one complete build of the index, made beside
// the one in use and published by one atomic rename.
//
//   INDEX/XAPIANDB                      stub file: names the shards of the generation in use
//   INDEX/lock                          see index_lock.h
//   INDEX/cache/                        see report_cache.h
//   INDEX/generations/000007/           a finished one: shard0/ ... manifest.jsonl CHECKSUMS
//   INDEX/generations/building-000008/  one being built, or left by a run that was killed
//   INDEX/generations/removing-000005/  one being removed
//
// A reader of a generation holds a shared lock on its folder (open_index() takes it). A generation
// that is being read is not removed.
#pragma once

#include "common/system/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

struct Generation {
  int number = 0;
  std::filesystem::path path;

  std::filesystem::path shard(int n) const;
  std::filesystem::path manifest() const;
};

// The generations of one index. To change them the caller must hold the lock (index_lock.h).
class GenerationStore {
 public:
  explicit GenerationStore(std::filesystem::path index);

  // Returns the generation that the stub names; nothing if there is no stub. Errors: kRefused if
  // the folder holds something that ofindex did not write (a stub of other databases, a plain
  // database).
  Result<std::optional<Generation>> current() const;

  // Returns the finished generations, oldest first.
  std::vector<Generation> finished() const;

  // Removes unfinished files and folders of runs that were killed.
  void sweep() const;

  // Creates an empty folder for the next generation.
  Result<Generation> begin() const;

  // Syncs the generation's folder to disk and renames it to its final name.
  Result<Generation> seal(const Generation& generation) const;

  // Returns the content that publish() writes into the stub.
  std::string stub_of(const Generation& generation, int shards) const;

  // Makes a sealed generation of `shards` shards the one in use.
  Result<void> publish(const Generation& generation, int shards) const;

  // Removes all generations except `current`, the newest keep-1 before it, and those being read.
  void prune(const Generation& current, int keep) const;

  // Removes a generation.
  void discard(const Generation& generation) const;

 private:
  std::filesystem::path index_, folder_;
};

}  // namespace ofsearch
