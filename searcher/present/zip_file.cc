#include "searcher/present/zip_file.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <ostream>

namespace ofsearch {
namespace {

constexpr zip_uint16_t kFirstDay = (1 << 5) | 1;  // 1 January 1980, the format's first

// A part as libzip reads it: packed already.
struct Reading {
  explicit Reading(const PackedText& packed) : text(packed) {}

  const PackedText& text;
  size_t read = 0;
  zip_error_t error{};

  zip_int64_t give(void* data, zip_uint64_t most) {
    const size_t count = std::min<size_t>(most, text.bytes().size() - read);
    std::copy_n(text.bytes().data() + read, count, static_cast<char*>(data));
    read += count;
    return static_cast<zip_int64_t>(count);
  }

  zip_int64_t describe(void* data) const {
    auto* state = static_cast<zip_stat_t*>(data);
    zip_stat_init(state);
    state->size = text.size();
    state->comp_size = text.bytes().size();
    state->crc = text.checksum();
    state->comp_method = ZIP_CM_DEFLATE;
    state->encryption_method = ZIP_EM_NONE;
    state->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD |
                   ZIP_STAT_ENCRYPTION_METHOD;
    return sizeof *state;
  }
};

zip_int64_t answer(void* part, void* data, zip_uint64_t size, zip_source_cmd_t command) {
  auto* reading = static_cast<Reading*>(part);
  switch (command) {
    case ZIP_SOURCE_OPEN:
      reading->read = 0;
      return 0;
    case ZIP_SOURCE_READ:
      return reading->give(data, size);
    case ZIP_SOURCE_STAT:
      return reading->describe(data);
    case ZIP_SOURCE_ERROR:
      return zip_error_to_data(&reading->error, data, size);
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                            ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    case ZIP_SOURCE_FREE:
      delete reading;
      return 0;
    default:
      return 0;
  }
}

bool add_part(zip_t* archive, const std::string& name, const PackedText& text) {
  if (!text.good()) return false;
  auto reading = std::make_unique<Reading>(text);
  zip_source_t* source = zip_source_function(archive, answer, reading.get());
  if (source == nullptr) return false;
  reading.release();  // goes with the source
  const zip_int64_t number = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (number < 0) {
    zip_source_free(source);
    return false;
  }
  return zip_file_set_dostime(archive, static_cast<zip_uint64_t>(number), 0, kFirstDay, 0) == 0;
}

bool copy(zip_source_t* source, std::ostream& out) {
  if (zip_source_open(source) != 0) return false;
  std::array<char, 1 << 16> bytes;
  zip_int64_t count = 0;
  while ((count = zip_source_read(source, bytes.data(), bytes.size())) > 0)
    out.write(bytes.data(), count);
  zip_source_close(source);
  return count == 0;
}

}  // namespace

void ZipFile::write(std::ostream& out) const {
  zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_t* archive = whole == nullptr ? nullptr : zip_open_from_source(whole, ZIP_TRUNCATE, nullptr);
  bool good = archive != nullptr;
  if (good) {
    zip_source_keep(whole);  // closing the archive gives it up
    for (const auto& [name, text] : parts_) good = good && add_part(archive, name, text);
    if (!good || zip_close(archive) != 0) {
      zip_discard(archive);
      good = false;
    }
  }
  good = good && copy(whole, out);
  zip_source_free(whole);
  if (!good) out.setstate(std::ios::failbit);
}

}  // namespace ofsearch
