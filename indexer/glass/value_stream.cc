#include "indexer/glass/value_stream.h"

#include "indexer/glass/coding.h"
#include "indexer/glass/table_writer.h"

namespace ofsearch::glass {
namespace {

// What Xapian takes too: one value is found by reading the chunk that it is in.
constexpr size_t kFullChunk = 2000;

const std::string kBoundsKey("\0\xd0", 2), kValuesKey("\0\xd8", 2);

}  // namespace

void ValueStream::add(uint32_t document, std::string_view value) {
  if (documents_++ == 0) lowest_ = highest_ = value;
  if (value < lowest_) lowest_ = value;
  if (value > highest_) highest_ = value;
  if (chunks_.empty() || chunks_.back().values.size() >= kFullChunk)
    chunks_.push_back({document, document, {}});
  else
    append_number(&chunks_.back().values, document - chunks_.back().last - 1);
  append_text(&chunks_.back().values, value);
  chunks_.back().last = document;
}

void ValueStream::write_bounds(uint32_t slot, TableWriter* table) const {
  std::string key = kBoundsKey, tag;
  append_last_number(&key, slot);
  append_number(&tag, documents_);
  append_text(&tag, lowest_);
  if (highest_ != lowest_) tag += highest_;
  table->add(key, tag);
}

void ValueStream::write_values(uint32_t slot, TableWriter* table) const {
  for (const Chunk& chunk : chunks_) {
    std::string key = kValuesKey;
    append_number(&key, slot);
    append_sorted_number(&key, chunk.first);
    table->add(key, chunk.values);
  }
}

}  // namespace ofsearch::glass
