#include "indexer/glass/glass_segment.h"

#include "common/file.h"
#include "indexer/glass/coding.h"
#include "indexer/glass/output_file.h"
#include "indexer/glass/table_writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ofsearch::glass {
namespace {

namespace fs = std::filesystem;

// The version file begins with a name, the date of the format (year less 2014, month, day: 7, 4 and
// 5 bits) and a random identity; then come the revision, where each table begins, and the
// statistics (xapian-core/backends/glass/glass_version.cc).
constexpr std::string_view kKnownFormat("\x0f\x0dXapian Glass\x04\x6e", 16);
constexpr size_t kIdentitySize = 16;
constexpr const char* kVersionFile = "iamglass";

const std::string kMetadataKey("\0\xc0", 2);

// In the order of the version file; the tags of some are packed from a number of bytes on.
constexpr size_t kPostings = 0, kData = 1;
constexpr std::array<uint32_t, 6> kPackedFrom = {0, 18, 18, 0, 18, 18};

void append_root(std::string* out, const TableRoot& root, uint32_t packed_from) {
  constexpr unsigned kInOrder = 2, kNoTable = 1;
  std::string free_blocks;  // none
  if (root.blocks > 0) {
    append_number(&free_blocks, kRevision);
    append_number(&free_blocks, root.blocks);
    free_blocks.append(4, '\0');
  }
  append_number(out, root.block);
  append_number(out, root.level << 2 | kInOrder | (root.blocks == 0 ? kNoTable : 0));
  append_number(out, root.entries);
  append_number(out, kBlockSize / 2048);
  append_number(out, packed_from);
  append_text(out, free_blocks);
}

}  // namespace

Result<std::unique_ptr<GlassSegment>> GlassSegment::replace(
    const fs::path& path, std::map<std::string, std::string> metadata) {
  const std::string version = OF_TRY(read_file(path / kVersionFile));
  if (!version.starts_with(kKnownFormat) || version.size() < kKnownFormat.size() + kIdentitySize)
    return std::unique_ptr<GlassSegment>();
  return std::unique_ptr<GlassSegment>(new GlassSegment(
      path, version.substr(0, kKnownFormat.size() + kIdentitySize), std::move(metadata)));
}

GlassSegment::GlassSegment(fs::path path, std::string identity,
                           std::map<std::string, std::string> metadata)
    : path_(std::move(path)), identity_(std::move(identity)), metadata_(std::move(metadata)) {}

void GlassSegment::add(const IndexDocument& document) {
  ++documents_;
  uint32_t length = 0;
  for (const TermUse& use : document.terms) {
    if (use.term->number >= terms_.size()) terms_.resize(use.term->number + 1);
    TermPostings& known = terms_[use.term->number];
    if (known.term == nullptr) known.term = use.term;
    known.postings.add(documents_, use.uses);
    length += use.uses;
    most_uses_ = std::max(most_uses_, use.uses);
  }
  lengths_.add(documents_, length);
  total_length_ += length;
  longest_ = std::max(longest_, length);
  if (length > 0) shortest_ = shortest_ == 0 ? length : std::min(shortest_, length);
  for (const auto& [slot, value] : document.values)
    if (!value.empty()) values_[slot].add(documents_, value);
  if (!document.data.empty()) data_.emplace_back(documents_, document.data);
}

Result<TableRoot> GlassSegment::write_postings() const {
  TableWriter table(path_ / "postlist.glass");
  for (const auto& [key, value] : metadata_) table.add(kMetadataKey + key, value);
  for (const auto& [slot, stream] : values_) stream.write_bounds(slot, &table);
  for (const auto& [slot, stream] : values_) stream.write_values(slot, &table);
  if (documents_ > 0) lengths_.write_lengths(&table);
  std::vector<const TermPostings*> sorted;
  for (const TermPostings& known : terms_)
    if (known.term != nullptr) sorted.push_back(&known);
  std::sort(sorted.begin(), sorted.end(), [](const TermPostings* a, const TermPostings* b) {
    return a->term->text < b->term->text;
  });
  for (const TermPostings* known : sorted)
    known->postings.write_postings(known->term->text, &table);
  return table.finish();
}

Result<TableRoot> GlassSegment::write_data() const {
  if (data_.empty()) return TableRoot{};
  TableWriter table(path_ / "docdata.glass");
  for (const auto& [document, data] : data_) {
    std::string key;
    append_sorted_number(&key, document);
    table.add(key, data);
  }
  return table.finish();
}

Result<void> GlassSegment::write_version(const TableRoot& postings, const TableRoot& data) const {
  std::string version = identity_;
  append_number(&version, kRevision);
  for (size_t table = 0; table < kPackedFrom.size(); ++table) {
    const TableRoot none;
    append_root(&version,
                table == kPostings ? postings
                : table == kData   ? data
                                   : none,
                kPackedFrom[table]);
  }
  append_number(&version, documents_);
  append_number(&version, 0);  // ids that no document has
  append_number(&version, shortest_);
  append_number(&version, most_uses_);
  append_number(&version, longest_ - most_uses_);
  append_number(&version, 0);  // changes kept for replication
  append_number(&version, total_length_);
  append_number(&version, 0);  // uses of a word for spelling
  OutputFile file(path_ / kVersionFile);
  file.write(version);
  return file.close();
}

Result<void> GlassSegment::finish() {
  const TableRoot postings = OF_TRY(write_postings());
  const TableRoot data = OF_TRY(write_data());
  return write_version(postings, data);
}

}  // namespace ofsearch::glass
