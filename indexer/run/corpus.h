// Finds the files below the roots that an index is made from.
#pragma once

#include "common/system/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ofsearch {

struct CorpusFile {
  std::filesystem::path file;  // absolute
  // The same in UTF-8, with each malformed byte as "\xHH": its name in the index.
  std::string name;
  std::string root;
  uint64_t size = 0;     // bytes
  int64_t mtime_ns = 0;  // last change, nanoseconds since 1970
};

// A part of the corpus that cannot be read. The reports that it held before stay in the index.
struct CorpusProblem {
  std::string name;    // of a file, folder or root, as CorpusFile.name
  std::string reason;  // a sentence
};

// A file or folder that is left out, and the reason: one sentence without its name.
struct LeftOut {
  std::string name, reason;
};

struct Corpus {
  std::vector<CorpusFile> files;  // sorted by name, each once
  std::vector<CorpusProblem> problems;
  std::vector<LeftOut> left_out;  // sorted by name
};

// Lists `roots` (files or folders, as absolute_root() returns them; folders recursively). A
// symbolic link is followed to a file in the same root; other links are left out, and so is the
// folder `index`. A root that does not exist is a problem.
Corpus list_corpus(const std::vector<std::string>& roots, const std::filesystem::path& index);

// Returns a PATH as the index stores it: absolute, without ".", ".." and a final "/".
std::string absolute_root(const std::string& path);

// Tells whether `name` is `root` or lies below it.
bool lies_in(const std::string& name, const std::string& root);

// A file that has a place below a root. shown_paths() returns the paths shown for files
// (Report::paths): relative to the root; for a root that is a file, its file name; the whole name
// if two files would have the same path. The result depends on the set of files only, not on their
// order.
struct PlacedFile {
  std::string root, name;
};
std::vector<std::string> shown_paths(const std::vector<PlacedFile>& files);

}  // namespace ofsearch
