// Compresses the records of passages (passage_record.h). Each alone is too short to compress well;
// with a dictionary trained on a sample of them they shrink to a third of their size, and unpacking
// one takes a microsecond. The format is zstd's (RFC 8878), with checksums, so that damage is
// detected.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Bytes of samples that a dictionary is trained on; more do not improve it.
inline constexpr size_t kMostSamples = 512 << 10;

// Returns a dictionary trained on the first kMostSamples bytes of `samples`. It is empty for less
// than 64 kB, where a dictionary would be larger than what it saves.
std::string learn_dictionary(const std::vector<std::string>& samples);

// Tells whether `dictionary` is one that learn_dictionary() made. Damage to its content is not
// detected.
bool is_dictionary(const std::string& dictionary);

// Not thread-safe.
class RecordPacker {
 public:
  // `dictionary` is one for which is_dictionary() holds, or empty for none.
  explicit RecordPacker(std::string dictionary);
  ~RecordPacker();
  RecordPacker(RecordPacker&&) noexcept;
  RecordPacker& operator=(RecordPacker&&) noexcept;

  // Returns the dictionary; empty if there is none.
  const std::string& dictionary() const;
  // Returns the number that packed records store for the dictionary; 0: none.
  uint32_t dictionary_id() const;

  std::string pack(std::string_view record);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Not thread-safe.
class RecordUnpacker {
 public:
  // `find_dictionary` returns the dictionary of a number, or empty; it is called once a number.
  explicit RecordUnpacker(std::function<std::string(uint32_t id)> find_dictionary);
  ~RecordUnpacker();
  RecordUnpacker(RecordUnpacker&&) noexcept;
  RecordUnpacker& operator=(RecordUnpacker&&) noexcept;

  // Returns the record given to pack(); nothing if `packed` is damaged or its dictionary is
  // missing.
  std::optional<std::string> unpack(std::string_view packed);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace ofsearch
