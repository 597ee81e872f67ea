// A whole run of ofindex: walks the corpus, reads every report, writes a new generation.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "common/report.h"
#include "common/result.h"

namespace ofsearch {

struct PipelineOptions {
  std::vector<std::string> roots;
  std::filesystem::path index;
};

struct Failure {
  std::string path;
  std::string reason;
};

struct Progress {
  size_t files_done = 0, files = 0;
  unsigned long long bytes_done = 0, bytes = 0;
};

struct RunSummary {
  size_t reports = 0, passages = 0, ignored = 0;
  std::vector<Failure> failures;
  std::vector<std::string> warnings;  // "path: what"
};

// Builds and publishes the index. A document that cannot be read is a Failure, not an error.
// `progress` is called after each file.
Result<RunSummary> build_index(const PipelineOptions& options,
                               const std::function<void(const Progress&)>& progress);

// Reads every document of `roots` and hands it on, or why it could not be read; writes nothing.
Result<void> inspect(const std::vector<std::string>& roots,
                     const std::function<void(const std::string& path, Result<Report>)>& sink);

}  // namespace ofsearch
