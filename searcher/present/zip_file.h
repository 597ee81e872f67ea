// A ZIP file made in memory by libzip: the confined server must not write files.
#pragma once

#include "searcher/present/packed_text.h"

#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

class ZipFile {
 public:
  void add(std::string name, std::string_view content) {
    PackedText packed;
    packed.add(content);
    add(std::move(name), std::move(packed));
  }
  void add(std::string name, PackedText content) {
    content.finish();
    parts_.emplace_back(std::move(name), std::move(content));
  }

  // Writes the whole file; the same parts give the same bytes. If it fails (no memory), `out` is in
  // a failed state.
  void write(std::ostream& out) const;

 private:
  std::vector<std::pair<std::string, PackedText>> parts_;
};

}  // namespace ofsearch
