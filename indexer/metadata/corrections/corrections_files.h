// Reads the files that correct what the documents say: the one of --metadata, and the table that
// offetch keeps in a folder of reports.
#pragma once

#include "common/system/result.h"
#include "indexer/metadata/corrections/corrections.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

struct LoadedCorrections {
  std::optional<Corrections> corrections;  // nothing where there is no such file
  std::string sha256;                      // that of all files together; empty if there is none
};

// Reads `file`, unless its name is empty, and "reports.csv" of each of `roots` that is a folder
// with one. The former overrides the latter. Errors name the file: those of read_file() and of
// parsing.
Result<LoadedCorrections> load_corrections(const std::filesystem::path& file,
                                           const std::vector<std::string>& roots);

}  // namespace ofsearch
