#include "indexer/glass/posting_list.h"

#include "indexer/glass/coding.h"
#include "indexer/glass/table_writer.h"

#include <utility>

namespace ofsearch::glass {
namespace {

// What Xapian takes too: a search reads and skips whole chunks.
constexpr size_t kFullChunk = 2000;

const std::string kLengthsKey("\0\xe0", 2);

}  // namespace

void PostingList::add(uint32_t document, uint32_t uses) {
  if (open_.entries.size() >= kFullChunk) full_.push_back(std::exchange(open_, {}));
  if (open_.entries.empty())
    open_.first = document;
  else
    append_number(&open_.entries, document - open_.last - 1);
  append_number(&open_.entries, uses);
  open_.last = document;
  ++documents_;
  uses_ += uses;
}

void PostingList::write_chunk(std::string key, std::string header, const Chunk& chunk, bool last,
                              TableWriter* table) {
  header.push_back(last ? '1' : '0');
  append_number(&header, chunk.last - chunk.first);
  table->add(key, header + chunk.entries);
}

void PostingList::write(const std::string& first_key, const std::string& later_keys,
                        uint32_t documents, uint32_t uses, TableWriter* table) const {
  for (size_t i = 0; i <= full_.size(); ++i) {
    const Chunk& chunk = i < full_.size() ? full_[i] : open_;
    std::string key = later_keys, header;
    if (i == 0) {
      key = first_key;
      append_number(&header, documents);
      append_number(&header, uses);
      append_number(&header, chunk.first - 1);
    } else {
      append_sorted_number(&key, chunk.first);
    }
    write_chunk(std::move(key), std::move(header), chunk, i == full_.size(), table);
  }
}

void PostingList::write_postings(std::string_view term, TableWriter* table) const {
  std::string key;
  append_sorted_text(&key, term);
  write(key, key + '\0', documents_, uses_, table);
}

void PostingList::write_lengths(TableWriter* table) const {
  // Their number and sum stand in the version file.
  write(kLengthsKey, kLengthsKey, 0, 0, table);
}

}  // namespace ofsearch::glass
