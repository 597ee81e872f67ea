// Stores the records of passages (passage_record.h) in a database, packed, in a value slot. Xapian
// does not compress a value again, unlike a document's data, and it is fast to read in order of
// ids.
#pragma once

#include "common/records/record_packer.h"

#include <xapian.h>

#include <cstdint>
#include <string>

namespace ofsearch {

// Returns the metadata key under which a database keeps the dictionary with that number
// (RecordPacker::dictionary_id()). The packed record of a passage is its value in kRecordSlot.
std::string dictionary_key(uint32_t id);

// Returns a dictionary with which passages of `shard` are packed; empty if there is none. May throw
// Xapian::Error.
std::string stored_dictionary(const Xapian::Database& shard);

// Reads the passages of one shard, since each shard has dictionaries of its own. Not thread-safe.
// All functions may throw Xapian::Error: DatabaseCorruptError for a damaged record.
class PassageReader {
 public:
  explicit PassageReader(const Xapian::Database& shard);

  // Returns the record of a passage; empty for a document that is not a passage. Fastest in order
  // of ids.
  std::string record(Xapian::docid id);
  std::string record(const Xapian::Document& document);

 private:
  std::string unpack(const std::string& packed, Xapian::docid id);

  Xapian::Database shard_;
  Xapian::ValueIterator packed_;  // at the document last asked for, or after it
  Xapian::docid last_ = 0;        // asked for
  RecordUnpacker unpacker_;
};

}  // namespace ofsearch
