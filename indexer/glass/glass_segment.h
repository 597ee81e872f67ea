// A segment written without Xapian's own writer, which collects postings in trees and so takes
// several times as long: postings are appended to the lists of their terms, and all is written
// once, in order, as a glass database of Xapian 1.4. It is made to be put together by Xapian's
// compaction, which writes what is published. It has no term lists and no positions.
#pragma once

#include "indexer/glass/posting_list.h"
#include "indexer/glass/value_stream.h"
#include "indexer/segment.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace ofsearch::glass {

class TableWriter;
struct TableRoot;

class GlassSegment : public Segment {
 public:
  // The segment takes the place of the new database at `path`, which Xapian has created and closed,
  // and keeps its `metadata`. Nothing where that is not of the format that is known here: a newer
  // Xapian may write another.
  static Result<std::unique_ptr<GlassSegment>> replace(const std::filesystem::path& path,
                                                       std::map<std::string, std::string> metadata);

  void add(const IndexDocument& document) override;
  Result<void> finish() override;

 private:
  struct TermPostings {
    const IndexTerm* term = nullptr;  // none that has no postings
    PostingList postings;
  };

  GlassSegment(std::filesystem::path path, std::string identity,
               std::map<std::string, std::string> metadata);

  Result<TableRoot> write_postings() const;
  Result<TableRoot> write_data() const;
  Result<void> write_version(const TableRoot& postings, const TableRoot& data) const;

  std::filesystem::path path_;
  std::string identity_;  // how the version file begins
  std::map<std::string, std::string> metadata_;
  std::vector<TermPostings> terms_;         // by number
  std::map<uint32_t, ValueStream> values_;  // by slot
  std::vector<std::pair<uint32_t, std::string>> data_;
  PostingList lengths_;

  uint32_t documents_ = 0;
  uint64_t total_length_ = 0;
  uint32_t shortest_ = 0, longest_ = 0;  // lengths of documents that have one
  uint32_t most_uses_ = 0;               // of a term in a document
};

}  // namespace ofsearch::glass
