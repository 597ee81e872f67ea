#include "common/index/passage_store.h"

#include "common/index/schema.h"

#include <fmt/format.h>

#include <utility>

namespace ofsearch {
std::string dictionary_key(uint32_t id) {
  return fmt::format("{}{}", kDictionaryKeyPrefix, id);
}

std::string stored_dictionary(const Xapian::Database& shard) {
  auto key = shard.metadata_keys_begin(std::string(kDictionaryKeyPrefix));
  return key == shard.metadata_keys_end() ? std::string() : shard.get_metadata(*key);
}

PassageReader::PassageReader(const Xapian::Database& shard)
    : shard_(shard),
      unpacker_([shard](uint32_t id) { return shard.get_metadata(dictionary_key(id)); }) {}

std::string PassageReader::record(Xapian::docid id) {
  const Xapian::ValueIterator end = shard_.valuestream_end(kRecordSlot);
  if (last_ == 0 || id < last_) packed_ = shard_.valuestream_begin(kRecordSlot);
  last_ = 0;  // begin anew where the next line fails
  if (packed_ != end) packed_.skip_to(id);
  last_ = id;
  if (packed_ == end || packed_.get_docid() != id) return {};
  return unpack(*packed_, id);
}

std::string PassageReader::record(const Xapian::Document& document) {
  std::string packed = document.get_value(kRecordSlot);
  return packed.empty() ? packed : unpack(packed, document.get_docid());
}

std::string PassageReader::unpack(const std::string& packed, Xapian::docid id) {
  if (auto record = unpacker_.unpack(packed)) return std::move(*record);
  throw Xapian::DatabaseCorruptError(fmt::format("the text of document {} is damaged", id));
}

}  // namespace ofsearch
