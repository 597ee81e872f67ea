// A generation: one whole build of the index, made beside the one in use and published by one
// atomic rename.
//
//   INDEX/XAPIANDB                      stub that names the shards of the generation in use
//   INDEX/lock                          see index_lock.h
//   INDEX/cache/                        see report_cache.h
//   INDEX/generations/000007/           a finished one: shard0/ ... manifest.jsonl CHECKSUMS
//   INDEX/generations/building-000008/  one being built, or what a run that was killed left
//   INDEX/generations/removing-000005/  one being removed
//
// Whoever reads a generation holds a shared lock on its folder (open_index() does), and a
// generation that is being read is not removed.
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

// The generations of one index. Whoever changes them holds the lock (index_lock.h).
class GenerationStore {
 public:
  explicit GenerationStore(std::filesystem::path index);

  // The generation that the stub names; nothing if there is none. Errors: kRefused when something
  // is there that ofindex did not write (a stub of other databases, a plain database).
  Result<std::optional<Generation>> current() const;

  // Finished generations, oldest first.
  std::vector<Generation> finished() const;

  // Removes what runs that were killed left behind.
  void sweep() const;

  // A new empty folder for a generation.
  Result<Generation> begin() const;

  // Makes everything in the generation's folder durable and gives it its final name.
  Result<Generation> seal(const Generation& generation) const;

  // What publish() writes into the stub.
  std::string stub_of(const Generation& generation, int shards) const;

  // Makes a sealed generation, of so many shards, the index.
  Result<void> publish(const Generation& generation, int shards) const;

  // Keeps `current` and the newest keep-1 before it; removes all others that nobody reads.
  void prune(const Generation& current, int keep) const;

  // Gives up a generation that begin() made.
  void discard(const Generation& generation) const;

 private:
  std::filesystem::path index_, folder_;
};

}  // namespace ofsearch
