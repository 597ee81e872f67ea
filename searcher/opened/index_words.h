// Lists the words of an index: a misspelt word may have been meant for one of them.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace ofsearch {

struct IndexWord {
  std::string word;               // search form; no numbers
  Xapian::doccount passages = 0;  // the number of passages that have it
};

// Reads the words of a database, which must outlive it. Not thread-safe. May throw Xapian::Error.
class IndexWords {
 public:
  explicit IndexWords(const Xapian::Database& database) : database_(database) {}

  const Xapian::Database& database() const { return database_; }

  // Returns all words, in byte order. The first call passes over all postings of the index, which
  // takes a second for 650,000 passages; later calls take no time.
  const std::vector<IndexWord>& all();

 private:
  const Xapian::Database& database_;
  std::vector<IndexWord> words_;
};

}  // namespace ofsearch
