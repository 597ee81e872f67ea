// Keeps the passages that a search gives out of memory until they are shown.
#pragma once

#include "common/files/spool.h"
#include "searcher/results/results.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {

// A passage and why it was found, from which a PassageHit is made.
struct FoundPassage {
  std::string record;  // as encode_passage() writes it
  double score = 0;
  Marks marks;                            // in its text
  std::pair<size_t, size_t> telling;      // byte range that an extract must have; empty: none
  std::vector<std::string> reasons = {};  // as PassageHit::reasons
  std::optional<PassagePlace> same_as = {};
  std::vector<PassageTopic> topics = {};
};

class FoundPassages {
 public:
  // Holds at most so many bytes of the passages in memory.
  explicit FoundPassages(size_t most_in_memory) : spool_(most_in_memory) {}

  // Adds a passage. Passages get the numbers 0, 1, 2, ... Throws SpoolFault, as passage() does.
  void add(const FoundPassage& passage);
  size_t count() const { return begins_.size(); }
  size_t most_in_memory() const { return spool_.most_in_memory(); }
  FoundPassage passage(size_t number) const;

  // Has passage() say, in same_as, that `number` says what `earlier` says.
  void set_same(size_t number, size_t earlier);

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  FoundPassage read(size_t number) const;

  Spool spool_;
  std::vector<uint64_t> begins_;   // in spool_
  std::vector<uint32_t> earlier_;  // kNone: no other says the same; those at the end may be missing
};

}  // namespace ofsearch
