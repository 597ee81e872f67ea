#include "searcher/present/zip_file.h"

#include <zip.h>

namespace ofsearch {
namespace {

constexpr zip_uint16_t kFirstDay = (1 << 5) | 1;  // 1 January 1980, the format's first

bool add_part(zip_t* archive, const std::string& name, const std::string& content) {
  zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
  if (source == nullptr) return false;
  zip_int64_t number = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (number < 0) {
    zip_source_free(source);
    return false;
  }
  return zip_file_set_dostime(archive, static_cast<zip_uint64_t>(number), 0, kFirstDay, 0) == 0;
}

std::optional<std::string> content_of(zip_source_t* source) {
  zip_stat_t state;
  zip_stat_init(&state);
  if (zip_source_stat(source, &state) != 0 || zip_source_open(source) != 0) return std::nullopt;
  std::string bytes(state.size, '\0');
  zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read != static_cast<zip_int64_t>(bytes.size())) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<std::string> ZipFile::bytes() const {
  zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  if (whole == nullptr) return std::nullopt;
  zip_t* archive = zip_open_from_source(whole, ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) {
    zip_source_free(whole);
    return std::nullopt;
  }
  zip_source_keep(whole);  // closing the archive gives it up
  bool good = true;
  for (const auto& [name, content] : parts_) good = good && add_part(archive, name, content);
  if (!good || zip_close(archive) != 0) {
    zip_discard(archive);
    zip_source_free(whole);
    return std::nullopt;
  }
  auto bytes = content_of(whole);
  zip_source_free(whole);
  return bytes;
}

}  // namespace ofsearch
