// A report as it lies in the cache of what was read, which may be damaged: the bytes as they are,
// and as parts that are each packed with a checksum that is right. The parts end with 0x1E: fields,
// evidence, shapes, then passages.
#include "common/records/record_packer.h"
#include "common/records/report_record.h"
#include "common/text/checksum.h"
#include "indexer/run/report_cache.h"
#include "indexer/workers/reading.h"
#include "tests/fuzz/target.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ofsearch::fuzz {
namespace {

constexpr char kPartEnd = '\x1E';

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    size_t end = std::min(text.find(kPartEnd), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  parts.resize(std::max<size_t>(parts.size(), 3));
  return parts;
}

std::string netstring(const std::string& text) {
  return std::to_string(text.size()) + ":" + text;
}

std::string packed(const std::vector<std::string>& parts) {
  RecordPacker packer("");
  std::string head = packer.pack(netstring(with_checksum(parts[0])) +
                                 netstring(with_checksum(parts[1])) + netstring(parts[2]));
  std::string passages;
  for (size_t i = 3; i < parts.size(); ++i) passages += netstring(parts[i]);
  auto size = static_cast<uint32_t>(head.size());
  return std::string(reinterpret_cast<const char*>(&size), sizeof size) + head +
         packer.pack(passages);
}

void check(std::string_view bytes) {
  auto head = unpack_head(bytes);
  auto report = unpack_report(bytes);
  require(!report || head, "a report that can be read has a head that can");
  if (!report) return;
  require(report->passages.size() == head->passages, "the head tells the number of passages");
  std::string again = pack_report(*report, head->shapes);
  auto back = unpack_report(again);
  require(back && pack_report(*back, head->shapes) == again, "what is read is what was written");
}

void check_file(const std::string& bytes) {
  static const test::TempFolder folder;
  const std::string hash(64, 'a');
  const std::string key = reading_key(hash, "a.txt");
  ReportCache cache(folder.path());
  require(static_cast<bool>(cache.store(key, bytes)) && cache.has(key), "an entry is stored");
  auto report = cache.report(key);
  auto held = unpack_report(bytes);
  require(report.has_value() == (held && held->sha256 == hash),
          "the cache gives what its entry holds, if it is of that document");
}

}  // namespace
}  // namespace ofsearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  std::string text(fuzz::as_text(data, size));
  fuzz::check(text);
  std::string built = fuzz::packed(fuzz::parts_of(text));
  fuzz::check(built);
  fuzz::check_file(built);
  return 0;
}
