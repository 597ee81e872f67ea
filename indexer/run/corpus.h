// The files of a corpus: which of them are reports, in sorted order.
#pragma once

#include "common/system/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ofsearch {

struct CorpusFile {
  std::filesystem::path file;  // where it lies
  // Relative to the PATH given; a file given itself: its name. UTF-8: a byte of the file's name
  // that is not becomes "\xHH".
  std::string path;
  unsigned long long size = 0;  // bytes
  long long mtime_ns = 0;       // last change, nanoseconds since 1970
  bool unsupported = false;     // a document in a format that is not read
};

// A part of the corpus that cannot be looked into: what it held before is not gone.
struct CorpusProblem {
  std::string path;    // relative, as CorpusFile.path; of a folder without a "/" at the end;
                       // empty for a whole PATH
  std::string reason;  // a sentence that names it
};

struct Corpus {
  std::vector<CorpusFile> files;  // sorted by path
  size_t ignored = 0;             // files that are no reports (data, pictures, README)
  std::vector<CorpusProblem> problems;
  std::vector<std::string> warnings;  // sentences: links to folders, which are not followed
};

// Walks `roots` (files or folders; folders recursively, links to folders not followed, links to
// files followed). Errors: kNotFound for a root that does not exist.
Result<Corpus> list_corpus(const std::vector<std::string>& roots);

}  // namespace ofsearch
