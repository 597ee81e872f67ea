// Finds texts that say nearly the same, so that repeated passages are shown once, and marked in
// exports.
#pragma once

#include "common/files/spool.h"
#include "searcher/results/results.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

namespace ofsearch {

// A text is compared only with those that share a part of its MinHash signature (Broder, "On the
// resemblance and containment of documents", 1997). That takes time linear in the number of texts,
// unless the same sentences stand in many of them.
class RepeatedTexts {
 public:
  // Holds at most so many bytes of the words of the texts in memory.
  explicit RepeatedTexts(size_t most_in_memory = Spool::kAll) : words_(most_in_memory) {}

  // Returns the number of an earlier text that shares nine tenths of their distinct words with
  // `text`. If there is none, adds `text` under the next number (0, 1, 2, ...) and returns nothing.
  // Throws SpoolFault.
  std::optional<size_t> find_or_add(std::string_view text);

 private:
  // A text takes few bytes, as an export may have all passages of an index.
  static constexpr uint32_t kParts = 13;
  using Parts = std::array<uint32_t, kParts>;
  using Hashes = std::vector<uint32_t>;
  struct Text {
    uint64_t begin;      // in words_: hashes of the different words, ascending
    uint32_t different;  // words
    Parts parts;         // of its fingerprint
    Parts before;        // the entry at the place of each part before this one
  };
  // An entry is the part of a text: its number times kParts, and which of the parts.
  static constexpr uint32_t kNone = UINT32_MAX;

  static Parts parts_of(const Hashes& words);
  std::optional<size_t> find(const Hashes& words, const Parts& parts);
  bool says(const Text& text, const Hashes& words);
  void add(const Hashes& words, const Parts& parts);
  uint32_t* place_of(uint32_t part) { return &latest_[part & (latest_.size() - 1)]; }
  void enter(uint32_t number);
  void make_room();

  Spool words_;
  Hashes read_;  // of words_, the text that was compared last
  std::deque<Text> texts_;
  std::vector<uint32_t> latest_;  // the latest entry of each place; their number is a power of two
};

// Sets same_as of every passage that says nearly the same as an earlier one.
void mark_repeats(SearchResults* results);

}  // namespace ofsearch
