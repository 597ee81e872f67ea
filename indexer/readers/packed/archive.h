// Files inside a zip archive: the container of DOCX, ODT and EPUB.
#pragma once

#include "common/system/result.h"

#include <cstddef>
#include <string>
#include <string_view>

struct zip;

namespace ofsearch {

// A zip archive in memory, read only. `bytes` must outlive it.
class Archive {
 public:
  explicit Archive(std::string_view bytes);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  bool is_open() const { return archive_ != nullptr; }
  bool has(const std::string& name) const;

  // Returns the unpacked content of one part. The size is counted while unpacking, since the
  // archive's own table of sizes may lie. Errors name the part.
  Result<std::string> part(const std::string& name, size_t max_bytes) const;

 private:
  zip* archive_ = nullptr;
};

// Returns `target` as written in the part `base` ("OEBPS/content.opf"): relative to its folder, or
// to the archive if it begins with "/". It is without "..", "%20" and what follows a "#".
std::string resolve_part(std::string_view base, std::string_view target);

}  // namespace ofsearch
