// Packs text while it is written, so that only its packed form (DEFLATE, RFC 1951) is kept.
#pragma once

#include "common/files/spool.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace ofsearch {

class PackedText {
 public:
  // Holds at most so many bytes of the packed text in memory. The other functions may throw
  // SpoolFault.
  explicit PackedText(size_t most_in_memory = Spool::kAll);
  ~PackedText();
  PackedText(PackedText&& other) noexcept;
  PackedText& operator=(PackedText&& other) noexcept;

  void add(std::string_view text);
  // Packs what is left. Nothing may be added after that.
  void finish();

  bool good() const;  // false: there was no memory to pack it
  const Spool& bytes() const;
  uint64_t size() const;      // of the text, in bytes
  uint32_t checksum() const;  // of the text, as ZIP files have it (CRC-32)

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace ofsearch
