// A small index with some bytes of one of its files replaced, searched and shown in every format:
// an answer or a sentence. Input: which file, u16 where in it, the bytes.
#include "common/index/checksums.h"
#include "searcher/present/formatter.h"
#include "searcher/search.h"
#include "tests/fuzz/target.h"
#include "tests/support/sample_index.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace {

using namespace ofsearch;
namespace fs = std::filesystem;

struct SoundFile {
  fs::path name;
  std::string content;
};

// As ofindex publishes them.
std::vector<SoundFile> sound_files() {
  test::SampleIndex sample;
  const test::TempFolder index;
  const fs::path generation = index.path() / "generations" / "000001";
  fs::create_directories(generation);
  fs::copy(sample.path(), generation / "shard0", fs::copy_options::recursive);
  fuzz::require(bool(write_checksums(generation, "")), "checksums are written");
  index.write("XAPIANDB", "auto generations/000001/shard0\n");
  std::vector<SoundFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(index.path())) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::stringstream content;
    content << in.rdbuf();
    files.push_back({entry.path().lexically_relative(index.path()), content.str()});
  }
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return files;
}

void search(Searcher* searcher, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.facets = {"grade", "year"};
  auto results = searcher->search(request);
  if (!results) {
    fuzz::require(!results.error().message.empty(), "an error is a sentence");
    return;
  }
  std::ostringstream out;
  for (const std::string& format : format_names())
    if (format != "xlsx") find_format(format)->results(*results, {}, out);
}

// Xapian 1.4 believes the block of a table that says where in it an entry lies and how long it is,
// and reads up to 72 kB behind it (glass_table.cc, read_tag). What it reads there, our checksums
// refuse; where nothing is, the programs end with a sentence (with_last_words()), but a fuzz target
// would end too. So only blocks whose entries lie inside are tried.
bool entries_lie_inside(std::string_view block) {
  constexpr size_t kLevel = 4, kEnd = 9, kFirst = 11, kSizeOfLeaf = 0x1fff;
  auto byte = [&](size_t at) { return size_t{static_cast<uint8_t>(block[at])}; };
  auto number = [&](size_t at) { return byte(at) << 8 | byte(at + 1); };
  const bool leaf = byte(kLevel) == 0;
  const size_t end = number(kEnd), least = leaf ? 3 : 5;
  if (end > block.size() || end % 2 != kFirst % 2) return false;
  for (size_t entry = kFirst; entry < end; entry += 2) {
    const size_t at = number(entry);
    if (at < end || at + least > block.size()) return false;
    const size_t more = leaf ? number(at) & kSizeOfLeaf : byte(at + 4);
    if (at + least + more > block.size()) return false;
  }
  return true;
}

bool blocks_are_sound(const fs::path& name, std::string_view content) {
  constexpr size_t kBlock = 16384;  // as IndexWriter writes them
  if (name.extension() != ".glass") return true;
  for (; content.size() >= kBlock; content.remove_prefix(kBlock))
    if (!entries_lie_inside(content.substr(0, kBlock))) return false;
  return true;
}

}  // namespace

// What Xapian copies all the same from behind a block is not ours.
extern "C" const char* __asan_default_suppressions();   // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __asan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "interceptor_via_lib:libxapian";
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::vector<SoundFile> files = sound_files();
  static const test::TempFolder folder;
  if (size < 4) return 0;
  const SoundFile& damaged = files[data[0] % files.size()];
  for (const SoundFile& file : files) {
    std::string content = file.content;
    size_t at = (data[1] | static_cast<size_t>(data[2]) << 8) % std::max<size_t>(content.size(), 1);
    if (&file == &damaged)
      for (size_t i = 3; i < size && at + i - 3 < content.size(); ++i)
        content[at + i - 3] = static_cast<char>(data[i]);
    if (!blocks_are_sound(file.name, content)) return -1;  // not kept either
    folder.write(file.name.string(), content);
  }
  auto searcher = Searcher::open(folder.path());
  if (!searcher) return 0;
  for (const char* query : {"caseloads", "\"multi agency\"", "ch*", ""}) search(&*searcher, query);
  return 0;
}
