#include "indexer/metadata/corrections/corrections_files.h"

#include "common/files/file.h"
#include "common/system/hash.h"

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFetchedTable = "reports.csv";

}  // namespace

Result<LoadedCorrections> load_corrections(const fs::path& file,
                                           const std::vector<std::string>& roots) {
  LoadedCorrections loaded;
  std::string all;
  auto add = [&](std::string text, Corrections corrections) {
    all += sha256_hex(text);
    if (loaded.corrections) corrections.put_below(std::move(*loaded.corrections));
    loaded.corrections = std::move(corrections);
  };
  for (const std::string& root : roots) {
    fs::path table = fs::path(root) / kFetchedTable;
    std::error_code ignored;
    if (!fs::is_directory(root, ignored) || !fs::exists(table, ignored)) continue;
    std::string text = OF_TRY(read_file(table));
    Corrections fetched = OF_TRY(Corrections::parse_fetched(text, table.string()));
    add(std::move(text), std::move(fetched));
  }
  if (!file.empty()) {
    std::string text = OF_TRY(read_file(file));
    Corrections typed = OF_TRY(Corrections::parse(text, file.filename().string()));
    add(std::move(text), std::move(typed));
  }
  if (!all.empty()) loaded.sha256 = sha256_hex(all);
  return loaded;
}

}  // namespace ofsearch
