#include "common/passage_store.h"

#include "common/schema.h"

#include <fmt/format.h>

#include <utility>

namespace ofsearch {
namespace {

std::string dictionary_key(uint32_t id) {
  return fmt::format("{}{}", kDictionaryKeyPrefix, id);
}

}  // namespace

PassageWriter::PassageWriter(RecordPacker packer, Xapian::WritableDatabase* database)
    : packer_(std::move(packer)) {
  if (packer_.dictionary_id() != 0)
    database->set_metadata(dictionary_key(packer_.dictionary_id()), packer_.dictionary());
}

void PassageWriter::put(const std::string& record, Xapian::Document* document) {
  document->add_value(kRecordSlot, packer_.pack(record));
}

PassageReader::PassageReader(const Xapian::Database& shard)
    : shard_(shard),
      unpacker_([shard](uint32_t id) { return shard.get_metadata(dictionary_key(id)); }) {}

std::string PassageReader::record(const Xapian::Document& document) {
  std::string packed = document.get_value(kRecordSlot);
  if (packed.empty()) return {};
  if (auto record = unpacker_.unpack(packed)) return std::move(*record);
  throw Xapian::DatabaseCorruptError(
      fmt::format("the text of document {} is damaged", document.get_docid()));
}

std::string PassageReader::record(Xapian::docid id) {
  return record(shard_.get_document(id, Xapian::DOC_ASSUME_VALID));
}

}  // namespace ofsearch
