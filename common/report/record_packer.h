// Packs the short records of passages (passage_record.h). Alone each is too short to compress; with
// a dictionary of what such records have in common, learnt from some of them, they take a third of
// their room and are unpacked in a microsecond. Frames and dictionaries are zstd's (RFC 8878), with
// a checksum, so that damage is noticed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// So many bytes of samples are worth learning from; more bring nothing.
inline constexpr size_t kMostSamples = 512 << 10;

// A dictionary learnt from `samples`, the first kMostSamples bytes of them; from less than 64 kB
// none, since it would take more room than it saves: empty.
std::string learn_dictionary(const std::vector<std::string>& samples);

// Is it what learn_dictionary() gave? Damage to the words in it goes unnoticed.
bool is_dictionary(const std::string& dictionary);

// Not for two threads.
class RecordPacker {
 public:
  // With a dictionary (is_dictionary), or with none where it is empty.
  explicit RecordPacker(std::string dictionary);
  ~RecordPacker();
  RecordPacker(RecordPacker&&) noexcept;
  RecordPacker& operator=(RecordPacker&&) noexcept;

  // Empty where there is none.
  const std::string& dictionary() const;
  // The number by which packed records name the dictionary; 0: none.
  uint32_t dictionary_id() const;

  std::string pack(std::string_view record);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Not for two threads.
class RecordUnpacker {
 public:
  // `find_dictionary`: the dictionary of a number, asked for once each; empty if it is not known.
  explicit RecordUnpacker(std::function<std::string(uint32_t id)> find_dictionary);
  ~RecordUnpacker();
  RecordUnpacker(RecordUnpacker&&) noexcept;
  RecordUnpacker& operator=(RecordUnpacker&&) noexcept;

  // The record that pack() was given; nothing if `packed` is damaged or its dictionary is missing.
  std::optional<std::string> unpack(std::string_view packed);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace ofsearch
