#include "searcher/present/workbook/packed_text.h"

#include "tests/support/catch.h"

#include <zlib.h>

#include <random>
#include <string>

namespace ofsearch {
namespace {

std::string unpacked(const PackedText& text) {
  constexpr int kWithoutHeader = -15;
  std::string bytes = text.bytes().read(0, text.bytes().size());
  std::string out(text.size() + 1, '\0');
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, kWithoutHeader) == Z_OK);
  stream.next_in = reinterpret_cast<unsigned char*>(bytes.data());
  stream.avail_in = static_cast<unsigned>(bytes.size());
  stream.next_out = reinterpret_cast<unsigned char*>(out.data());
  stream.avail_out = static_cast<unsigned>(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

TEST_CASE("What was packed piece by piece is unpacked as it was, with its size and checksum") {
  const unsigned seed = std::random_device()();
  INFO("seed " << seed);
  std::mt19937 chance(seed);
  PackedText packed(chance() % 2 == 0 ? Spool::kAll : 1000);
  std::string whole;
  for (int piece = 0; piece < 60; ++piece) {
    std::string text(chance() % 9000, ' ');
    for (char& c : text) c = static_cast<char>(chance() % (piece % 2 == 0 ? 256 : 3));
    packed.add(text);
    whole += text;
  }
  packed.finish();
  CHECK(packed.good());
  CHECK(packed.size() == whole.size());
  CHECK(packed.checksum() ==
        crc32_z(0, reinterpret_cast<const unsigned char*>(whole.data()), whole.size()));
  CHECK(unpacked(packed) == whole);
}

TEST_CASE("Rows that are alike take little room") {
  PackedText packed;
  const std::string row(2000, 'a');
  for (int i = 0; i < 10000; ++i) packed.add(row);
  packed.finish();
  CHECK(packed.bytes().size() < packed.size() / 20);
}

TEST_CASE("Nothing is packed as nothing") {
  PackedText packed;
  packed.finish();
  CHECK(packed.good());
  CHECK(packed.size() == 0);
  CHECK(unpacked(packed).empty());
}

}  // namespace
}  // namespace ofsearch
