// Writes a ZIP file of packed parts straight to a stream. libzip would have the whole of it in
// memory, or as a file beside others.
#pragma once

#include "searcher/present/workbook/packed_text.h"

#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

class ZipFile {
 public:
  // Adds a part. `name` is in ASCII.
  void add(std::string name, std::string_view content) {
    PackedText packed;
    packed.add(content);
    add(std::move(name), std::move(packed));
  }
  void add(std::string name, PackedText content) {
    content.finish();
    parts_.emplace_back(std::move(name), std::move(content));
  }

  // Writes the whole file; the same parts give the same bytes. If it fails (no memory, 4 GB or more
  // in a part), nothing is written and `out` is in a failed state. Throws SpoolFault.
  void write(std::ostream& out) const;

 private:
  std::vector<std::pair<std::string, PackedText>> parts_;
};

}  // namespace ofsearch
