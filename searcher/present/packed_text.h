// Text that is packed while it is written, so that only its packed form (DEFLATE, RFC 1951) takes
// memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace ofsearch {

class PackedText {
 public:
  PackedText();
  ~PackedText();
  PackedText(PackedText&& other) noexcept;
  PackedText& operator=(PackedText&& other) noexcept;

  void add(std::string_view text);
  // Nothing may be added after that.
  void finish();

  bool good() const;  // false: there was no memory to pack it
  const std::string& bytes() const;
  uint64_t size() const;      // of the text, in bytes
  uint32_t checksum() const;  // of the text, as ZIP files have it (CRC-32)

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace ofsearch
