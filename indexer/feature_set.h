// Tells which of the many features of a text a model knows, without making them: a feature is made
// of words, and its hash of theirs.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace ofsearch {

// A polynomial over the bytes of a text, modulo 2^64, so that the hash of two texts put together
// is that of the one and the other.
struct FeatureHash {
  uint64_t value = 0, power = 1;

  static FeatureHash of(std::string_view text) {
    constexpr uint64_t kBase = 0x9E3779B97F4A7C15;  // odd, its bits mixed
    FeatureHash hash;
    for (char c : text) {
      hash.value = hash.value * kBase + static_cast<unsigned char>(c) + 1;
      hash.power *= kBase;
    }
    return hash;
  }

  static FeatureHash of(std::initializer_list<std::string_view> parts) {
    FeatureHash hash;
    for (std::string_view part : parts) hash = hash + of(part);
    return hash;
  }

  friend FeatureHash operator+(FeatureHash a, FeatureHash b) {
    return {a.value * b.power + b.value, a.power * b.power};
  }
};

class FeatureSet {
 public:
  FeatureSet() : slots_(kLeastSlots) {}

  void add(std::string_view feature) {
    if (2 * ++size_ > slots_.size()) grow();
    insert(stored(FeatureHash::of(feature)));
  }

  // False only for features that were not added; for one of 2^60 of them it is true.
  bool may_hold(FeatureHash feature) const {
    const uint64_t wanted = stored(feature);
    for (size_t at = place(wanted); slots_[at] != 0; at = (at + 1) % slots_.size())
      if (slots_[at] == wanted) return true;
    return false;
  }

 private:
  static constexpr size_t kLeastSlots = 16;  // a power of two; half of the slots stay empty

  static uint64_t stored(FeatureHash feature) { return feature.value | 1; }  // 0: empty
  size_t place(uint64_t hash) const {
    return (hash * 0xD6E8FEB86659FD93) >> (64 - std::countr_zero(slots_.size()));
  }

  void insert(uint64_t hash) {
    size_t at = place(hash);
    while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) % slots_.size();
    slots_[at] = hash;
  }

  void grow() {
    std::vector<uint64_t> before(4 * slots_.size());
    before.swap(slots_);
    for (uint64_t hash : before)
      if (hash != 0) insert(hash);
  }

  std::vector<uint64_t> slots_;
  size_t size_ = 0;
};

}  // namespace ofsearch
