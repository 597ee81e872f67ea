// The files of a corpus: which of them are reports, in sorted order.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/result.h"

namespace ofsearch {

struct CorpusFile {
  std::filesystem::path file;  // where it lies
  std::string path;            // relative to the PATH given; a file given itself: its name
  unsigned long long size = 0; // bytes
  long long mtime_ns = 0;      // last change, nanoseconds since 1970
  bool unsupported = false;    // a document in a format that is not read
};

struct Corpus {
  std::vector<CorpusFile> files;       // sorted by path
  size_t ignored = 0;                  // files that are no reports (data, pictures, README)
  std::vector<std::string> problems;   // folders that cannot be opened, as sentences
};

// Walks `roots` (files or folders; folders recursively, links to folders not followed, links to
// files followed). Errors: kNotFound for a root that does not exist.
Result<Corpus> list_corpus(const std::vector<std::string>& roots);

}  // namespace ofsearch
