#include "searcher/present/workbook/zip_file.h"

#include <algorithm>
#include <limits>
#include <ostream>

namespace ofsearch {
namespace {

// APPNOTE.TXT of PKWARE, 4.3: numbers of two and four bytes, the lowest first.
constexpr uint32_t kPartSign = 0x04034B50, kEntrySign = 0x02014B50, kEndSign = 0x06054B50;
constexpr uint16_t kNeeds = 20;               // version 2.0: packed parts
constexpr uint16_t kMadeBy = (3 << 8) | 63;   // on Unix, version 6.3
constexpr uint16_t kDeflate = 8;              // the way of packing
constexpr uint16_t kFirstDay = (1 << 5) | 1;  // 1 January 1980, the format's first
constexpr uint32_t kRights = 0100666U << 16;  // a file that everybody may read and write
constexpr uint64_t kMost = std::numeric_limits<uint32_t>::max();

void add_number(std::string* out, uint64_t value, int bytes) {
  for (; bytes > 0; --bytes, value >>= 8) out->push_back(static_cast<char>(value & 0xFF));
}

void add_two(std::string* out, uint64_t value) {
  add_number(out, value, 2);
}

void add_four(std::string* out, uint64_t value) {
  add_number(out, value, 4);
}

// Adds what the head of a part and its entry in the list at the end have in common.
void add_facts(std::string* out, const std::string& name, const PackedText& text) {
  add_two(out, kNeeds);
  add_two(out, 0);  // flags
  add_two(out, kDeflate);
  add_two(out, 0);  // midnight
  add_two(out, kFirstDay);
  add_four(out, text.checksum());
  add_four(out, text.bytes().size());
  add_four(out, text.size());
  add_two(out, name.size());
  add_two(out, 0);  // bytes of other fields
}

std::string head_of(const std::string& name, const PackedText& text) {
  std::string head;
  add_four(&head, kPartSign);
  add_facts(&head, name, text);
  return head + name;
}

// `begin`: of the part.
std::string entry_of(const std::string& name, const PackedText& text, uint64_t begin) {
  std::string entry;
  add_four(&entry, kEntrySign);
  add_two(&entry, kMadeBy);
  add_facts(&entry, name, text);
  add_two(&entry, 0);  // bytes of a remark
  add_two(&entry, 0);  // number of the disk
  add_two(&entry, 0);  // may be text
  add_four(&entry, kRights);
  add_four(&entry, begin);
  return entry + name;
}

std::string end_of(size_t parts, uint64_t begin_of_entries, size_t size_of_entries) {
  std::string end;
  add_four(&end, kEndSign);
  add_two(&end, 0);  // number of the disk
  add_two(&end, 0);  // number of the disk with the entries
  add_two(&end, parts);
  add_two(&end, parts);
  add_four(&end, size_of_entries);
  add_four(&end, begin_of_entries);
  add_two(&end, 0);  // bytes of a remark
  return end;
}

}  // namespace

void ZipFile::write(std::ostream& out) const {
  uint64_t size = 0;
  for (const auto& [name, text] : parts_) {
    size += text.bytes().size();
    if (!text.good() || text.size() > kMost || size > kMost / 2)
      return out.setstate(std::ios::failbit);
  }
  std::string entries;
  uint64_t at = 0;
  for (const auto& [name, text] : parts_) {
    entries += entry_of(name, text, at);
    const std::string head = head_of(name, text);
    out << head;
    text.bytes().for_each_piece([&](const std::string& piece) { out << piece; });
    at += head.size() + text.bytes().size();
  }
  out << entries << end_of(parts_.size(), at, entries.size());
}

}  // namespace ofsearch
