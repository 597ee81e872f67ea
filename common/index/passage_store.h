// Where the records of passages (passage_record.h) lie in a database: packed, in a value slot,
// which unlike a document's data Xapian does not compress again, and is quick to read in a row.
#pragma once

#include "common/report/record_packer.h"

#include <xapian.h>

#include <cstdint>
#include <string>

namespace ofsearch {

// The key of the metadata under which a database keeps the dictionary with that number
// (RecordPacker::dictionary_id()). The packed record of a passage is its value of kRecordSlot.
std::string dictionary_key(uint32_t id);

// A dictionary that passages of `shard` are packed with; empty if there is none. May throw
// Xapian::Error.
std::string stored_dictionary(const Xapian::Database& shard);

// Reads the passages of one database (one shard, as dictionaries are kept by shard). Not for two
// threads. Everything may throw Xapian::Error, DatabaseCorruptError for a record that is damaged.
class PassageReader {
 public:
  explicit PassageReader(const Xapian::Database& shard);

  // The record of a passage; empty for a document that is none. Quickest in the order of ids.
  std::string record(Xapian::docid id);
  std::string record(const Xapian::Document& document);

 private:
  std::string unpack(const std::string& packed, Xapian::docid id);

  Xapian::Database shard_;
  Xapian::ValueIterator packed_;  // at the document last asked for, or behind it
  Xapian::docid last_ = 0;        // asked for
  RecordUnpacker unpacker_;
};

}  // namespace ofsearch
