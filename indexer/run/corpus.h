// The files below the roots that an index is made from.
#pragma once

#include "common/system/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ofsearch {

struct CorpusFile {
  std::filesystem::path file;  // absolute
  // The same in UTF-8, a byte that is not becoming "\xHH": what the index knows it by.
  std::string name;
  std::string root;
  uint64_t size = 0;     // bytes
  int64_t mtime_ns = 0;  // last change, nanoseconds since 1970
};

// A part of the corpus that cannot be looked into: what it held before is not gone.
struct CorpusProblem {
  std::string name;    // of a file, folder or root, as CorpusFile.name
  std::string reason;  // a sentence
};

// What is passed over, and why: one sentence without its name.
struct LeftOut {
  std::string name, reason;
};

struct Corpus {
  std::vector<CorpusFile> files;  // sorted by name, each once
  std::vector<CorpusProblem> problems;
  std::vector<LeftOut> left_out;  // sorted by name
};

// Walks `roots` (files or folders, as absolute_root() gives them; folders recursively). A link is
// followed to a file that lies in the same root; other links are left out. So is the folder
// `index`. A root that is not there is a problem.
Corpus list_corpus(const std::vector<std::string>& roots, const std::filesystem::path& index);

// A PATH as an index remembers it: absolute, without "." and ".." and a "/" at the end.
std::string absolute_root(const std::string& path);

// Below `root` or `root` itself.
bool lies_in(const std::string& name, const std::string& root);

// The paths by which files are shown, given their roots and names: relative to the root, of a root
// that is a file its name; the whole name where another file has that path already. Depends on the
// set of files alone, not on their order.
struct PlacedFile {
  std::string root, name;
};
std::vector<std::string> shown_paths(const std::vector<PlacedFile>& files);

}  // namespace ofsearch
