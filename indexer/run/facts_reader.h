// What was read of the reports of a generation, kept beside its shards so that later runs settle
// facts anew without reading the documents.
#pragma once

#include "common/report/report_json.h"
#include "common/system/result.h"
#include "indexer/run/manifest.h"

#include <filesystem>
#include <fstream>
#include <string>

namespace ofsearch {

// What was read of a report, as text and as what it says.
struct ReportHead {
  std::string text;
  Json json;
};

// The lines of Generation::facts().
class FactsReader {
 public:
  explicit FactsReader(const std::filesystem::path& file) : file_(file), lines_(file) {}

  // That of a report; to be asked for in the order of the manifest. kIndexDamaged if it is not
  // there.
  Result<ReportHead> find(const ManifestEntry& entry);

 private:
  std::filesystem::path file_;
  std::ifstream lines_;
};

}  // namespace ofsearch
