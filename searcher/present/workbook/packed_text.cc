#include "searcher/present/workbook/packed_text.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

// Rows repeat the facts of their report, so what costs least already makes a tenth of them.
constexpr int kLevel = 1;
constexpr int kWindowWithoutHeader = -15;  // as ZIP files have it
constexpr int kMemory = 8;                 // zlib's default
constexpr size_t kMostAtOnce = 1U << 30;   // zlib counts in 32 bits

}  // namespace

struct PackedText::State {
  z_stream stream{};
  Spool bytes;
  uint64_t size = 0;
  uint32_t checksum = 0;
  bool good = false;
  bool finished = false;

  explicit State(size_t most_in_memory) : bytes(most_in_memory) {
    good = deflateInit2(&stream, kLevel, Z_DEFLATED, kWindowWithoutHeader, kMemory,
                        Z_DEFAULT_STRATEGY) == Z_OK;
  }
  ~State() { deflateEnd(&stream); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void pack(std::string_view text, int flush) {
    std::array<unsigned char, 1 << 16> out;
    stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<unsigned>(text.size());
    do {
      stream.next_out = out.data();
      stream.avail_out = out.size();
      good = good && deflate(&stream, flush) != Z_STREAM_ERROR;
      bytes.add({reinterpret_cast<const char*>(out.data()), out.size() - stream.avail_out});
    } while (good && stream.avail_out == 0);
  }
};

PackedText::PackedText(size_t most_in_memory) : state_(std::make_unique<State>(most_in_memory)) {}
PackedText::~PackedText() = default;
PackedText::PackedText(PackedText&& other) noexcept = default;
PackedText& PackedText::operator=(PackedText&& other) noexcept = default;

void PackedText::add(std::string_view text) {
  state_->checksum = static_cast<uint32_t>(
      crc32_z(state_->checksum, reinterpret_cast<const unsigned char*>(text.data()), text.size()));
  state_->size += text.size();
  for (; !text.empty(); text.remove_prefix(std::min(text.size(), kMostAtOnce)))
    state_->pack(text.substr(0, kMostAtOnce), Z_NO_FLUSH);
}

void PackedText::finish() {
  if (!state_->finished) state_->pack({}, Z_FINISH);
  state_->finished = true;
}

bool PackedText::good() const {
  return state_->good;
}

const Spool& PackedText::bytes() const {
  return state_->bytes;
}

uint64_t PackedText::size() const {
  return state_->size;
}

uint32_t PackedText::checksum() const {
  return state_->checksum;
}

}  // namespace ofsearch
