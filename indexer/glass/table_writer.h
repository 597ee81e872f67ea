// Writes one table of a glass database from its first key to its last: a B-tree that is never
// changed. The layout, of blocks of 32 KB, is that of Xapian 1.4
// (xapian-core/backends/glass/glass_table.h):
//
//   block    revision (4 bytes), level (1), largest gap (2), free bytes (2), end of the directory
//            (2); the directory, the offset of each item in the order of keys (2 each); the gap;
//            the items, from the end of the block on
//   leaf     size of the item less 3, with flags in its first three bits: packed by zlib, last,
//            first part of the tag (2); length of the key (1); key; number of the part, unless it
//            is the first (2); tag. The first leaf begins with an item that has no key.
//   branch   number of the block below (4); length of the key (1); key and number of the part of
//            the first item in that block (2); the first has no key.
#pragma once

#include "common/result.h"
#include "indexer/glass/output_file.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::glass {

// Four times what Xapian takes, as all of it is read, in order, and only once; four items of the
// largest size that can be written fit in.
inline constexpr size_t kBlockSize = 32768;
inline constexpr uint32_t kRevision = 1;  // of a database that has been written once

// Where a table begins, for the version file.
struct TableRoot {
  uint32_t block = 0;
  uint32_t level = 0;
  uint32_t entries = 0;
  uint32_t blocks = 0;  // 0: there is no table
};

class TableWriter {
 public:
  explicit TableWriter(std::filesystem::path file);

  // `key` is above the last one, not empty and of at most 255 bytes; a tag may be of any size.
  void add(std::string_view key, std::string_view tag);

  // kUnreadable if anything could not be written, kInternal if a key was not as it must be; nothing
  // may be added afterwards.
  Result<TableRoot> finish();

 private:
  struct Block {
    std::array<char, kBlockSize> bytes;
    size_t directory_end = 0, items_begin = 0;
    std::string first_key;  // as a branch names it: length, key, part
  };

  void start_block(size_t level);
  bool has_room(const Block& block, size_t size) const;
  char* place_item(Block* block, size_t size);
  void add_part(std::string_view key, uint16_t part, bool last, std::string_view tag);
  void add_branch(size_t level, const std::string& first_key, uint32_t below);
  // Writes the open block of a level; its number.
  uint32_t write_block(size_t level);
  // Writes it, tells the level above, and opens another.
  void close_block(size_t level);

  OutputFile out_;
  std::string last_key_;
  bool bad_key_ = false;
  std::vector<std::unique_ptr<Block>> levels_;  // the open block of each, leaves first
  uint32_t blocks_ = 0, entries_ = 0;
};

}  // namespace ofsearch::glass
