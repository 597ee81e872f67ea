// The values of one slot in the chunks in which a glass table keeps them (Xapian 1.4,
// xapian-core/backends/glass/glass_values.cc).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::glass {

class TableWriter;

class ValueStream {
 public:
  // Documents come in the order of their ids, each once; `value` is not empty.
  void add(uint32_t document, std::string_view value);

  // All slots' bounds stand before all slots' values. Not for an empty stream.
  void write_bounds(uint32_t slot, TableWriter* table) const;
  void write_values(uint32_t slot, TableWriter* table) const;

 private:
  struct Chunk {
    uint32_t first = 0, last = 0;  // documents
    std::string values;
  };

  uint32_t documents_ = 0;
  std::string lowest_, highest_;
  std::vector<Chunk> chunks_;
};

}  // namespace ofsearch::glass
