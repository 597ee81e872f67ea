// A small index with some bytes of one of its files replaced, searched and shown in every format:
// an answer or a sentence. Input: which file, u16 where in it, the bytes.
#include "searcher/present/formatter.h"
#include "searcher/search.h"
#include "tests/fuzz/target.h"
#include "tests/support/sample_index.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace {

using namespace ofsearch;
namespace fs = std::filesystem;

struct SoundFile {
  fs::path name;
  std::string content;
};

std::vector<SoundFile> sound_files() {
  test::SampleIndex sample;
  std::vector<SoundFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(sample.path())) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::stringstream content;
    content << in.rdbuf();
    files.push_back({entry.path().lexically_relative(sample.path()), content.str()});
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

}  // namespace

// Xapian 1.4 believes a block of a table that says where in it an entry lies, and copies bytes that
// lie up to 72 kB behind it (glass_table.cc, read_tag). What it copies, our checksums refuse; where
// nothing is to be read, the programs end with a sentence (with_last_words()). So only what our own
// code reads is looked at here.
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
    folder.write(file.name.string(), content);
  }
  auto searcher = Searcher::open(folder.path());
  if (!searcher) return 0;
  for (const char* query : {"caseloads", "\"multi agency\"", "ch*", ""}) search(&*searcher, query);
  return 0;
}
