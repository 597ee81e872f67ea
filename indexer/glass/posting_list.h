// The postings of one term, or the lengths of all documents, in the chunks in which a glass table
// keeps them (Xapian 1.4, xapian-core/backends/glass/glass_postlist.cc).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::glass {

class TableWriter;

class PostingList {
 public:
  // Documents come in the order of their ids, from 1, each once.
  void add(uint32_t document, uint32_t uses);

  void write_postings(std::string_view term, TableWriter* table) const;
  // The list of the lengths of documents; not for an empty one.
  void write_lengths(TableWriter* table) const;

 private:
  struct Chunk {
    uint32_t first = 0, last = 0;  // documents
    std::string entries;
  };

  void write(const std::string& first_key, const std::string& later_keys, uint32_t documents,
             uint32_t uses, TableWriter* table) const;
  static void write_chunk(std::string key, std::string header, const Chunk& chunk, bool last,
                          TableWriter* table);

  uint32_t documents_ = 0, uses_ = 0;
  Chunk open_;
  std::vector<Chunk> full_;
};

}  // namespace ofsearch::glass
