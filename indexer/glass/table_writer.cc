#include "indexer/glass/table_writer.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace ofsearch::glass {
namespace {

constexpr size_t kHeaderSize = 11;
constexpr size_t kOffsetSize = 2;
constexpr size_t kItemsAtLeast = 4;  // fit into a block
constexpr size_t kLargestItem =
    (kBlockSize - kHeaderSize - kItemsAtLeast * kOffsetSize) / kItemsAtLeast;
constexpr size_t kSizeAndLength = 3;  // of an item and its key
constexpr size_t kLongestKey = 255;
constexpr size_t kPartSize = 2;
constexpr size_t kBlockNumberSize = 4;

constexpr unsigned kFirstPart = 0x2000, kLastPart = 0x4000;

void put(char* at, uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) at[i] = static_cast<char>(number >> (8 * (bytes - 1 - i)));
}

void copy(char* at, std::string_view text) {
  std::memcpy(at, text.data(), text.size());
}

std::string branch_key(std::string_view key, uint16_t part) {
  std::string out(1, static_cast<char>(key.size()));
  out += key;
  out.resize(out.size() + kPartSize);
  put(out.data() + out.size() - kPartSize, part, kPartSize);
  return out;
}

}  // namespace

TableWriter::TableWriter(std::filesystem::path file) : out_(std::move(file)) {
  start_block(0);
  add_part("", 1, true, "");
  entries_ = 0;  // what has no key is not counted
}

void TableWriter::start_block(size_t level) {
  if (level == levels_.size()) levels_.push_back(std::make_unique<Block>());
  Block& block = *levels_[level];
  block.bytes.fill(0);
  block.directory_end = kHeaderSize;
  block.items_begin = kBlockSize;
  block.first_key.clear();
}

bool TableWriter::has_room(const Block& block, size_t size) const {
  return size + kOffsetSize <= block.items_begin - block.directory_end;
}

char* TableWriter::place_item(Block* block, size_t size) {
  block->items_begin -= size;
  put(&block->bytes[block->directory_end], block->items_begin, kOffsetSize);
  block->directory_end += kOffsetSize;
  return &block->bytes[block->items_begin];
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  bad_key_ = bad_key_ || key <= last_key_ || key.size() > kLongestKey;
  if (bad_key_) return;
  last_key_ = key;
  const size_t room = kLargestItem - kSizeAndLength - key.size();
  std::string_view piece = tag.substr(0, room);
  tag.remove_prefix(piece.size());
  add_part(key, 1, tag.empty(), piece);
  for (uint16_t part = 2; !tag.empty(); ++part) {
    piece = tag.substr(0, room - kPartSize);
    tag.remove_prefix(piece.size());
    add_part(key, part, tag.empty(), piece);
  }
}

void TableWriter::add_part(std::string_view key, uint16_t part, bool last, std::string_view tag) {
  const size_t part_size = part > 1 ? kPartSize : 0;
  const size_t size = kSizeAndLength + key.size() + part_size + tag.size();
  if (!has_room(*levels_[0], size)) close_block(0);
  Block* block = levels_[0].get();
  if (block->first_key.empty()) block->first_key = branch_key(key, part);
  char* at = place_item(block, size);
  put(at, (size - kSizeAndLength) | (part == 1 ? kFirstPart : 0) | (last ? kLastPart : 0), 2);
  at[2] = static_cast<char>(key.size());
  copy(at + kSizeAndLength, key);
  put(at + kSizeAndLength + key.size(), part, static_cast<int>(part_size));
  copy(at + kSizeAndLength + key.size() + part_size, tag);
  if (part == 1) ++entries_;
}

void TableWriter::add_branch(size_t level, const std::string& first_key, uint32_t below) {
  if (level == levels_.size()) start_block(level);
  if (!has_room(*levels_[level], kBlockNumberSize + first_key.size())) close_block(level);
  Block* block = levels_[level].get();
  const bool first = block->first_key.empty();
  if (first) block->first_key = first_key;
  const std::string key = first ? branch_key("", 0) : first_key;
  char* at = place_item(block, kBlockNumberSize + key.size());
  put(at, below, kBlockNumberSize);
  copy(at + kBlockNumberSize, key);
}

uint32_t TableWriter::write_block(size_t level) {
  Block& block = *levels_[level];
  const size_t gap = block.items_begin - block.directory_end;
  char* header = block.bytes.data();
  put(header, kRevision, 4);
  put(header + 4, level, 1);
  put(header + 5, gap, 2);
  put(header + 7, gap, 2);
  put(header + 9, block.directory_end, 2);
  out_.write({header, kBlockSize});
  return blocks_++;
}

void TableWriter::close_block(size_t level) {
  const std::string first_key = std::move(levels_[level]->first_key);
  const uint32_t number = write_block(level);
  start_block(level);
  add_branch(level + 1, first_key, number);
}

Result<TableRoot> TableWriter::finish() {
  // Of each level but the highest, the open block is the last one.
  for (size_t level = 0; level + 1 < levels_.size(); ++level) close_block(level);
  const size_t top = levels_.size() - 1;
  const uint32_t root = write_block(top);
  OF_CHECK(out_.close());
  if (bad_key_) return Error{ErrorCode::kInternal, "a key of the index is out of order", ""};
  return TableRoot{root, static_cast<uint32_t>(top), entries_, blocks_};
}

}  // namespace ofsearch::glass
