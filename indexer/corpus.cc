#include "indexer/corpus.h"

#include <algorithm>
#include <set>
#include <sys/stat.h>

#include <fmt/format.h>

#include "indexer/readers/reader.h"

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

bool fill_status(CorpusFile* file) {
  struct stat status {};
  if (::stat(file->file.c_str(), &status) != 0) return false;
  file->size = static_cast<unsigned long long>(status.st_size);
  file->mtime_ns = status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec;
  return true;
}

void add_file(const fs::path& file, std::string path, Corpus* corpus) {
  FileClass file_class = classify_file(path);
  if (file_class == FileClass::kIgnored) {
    ++corpus->ignored;
    return;
  }
  CorpusFile entry{file, std::move(path), 0, 0, file_class == FileClass::kUnsupported};
  if (fill_status(&entry))
    corpus->files.push_back(std::move(entry));
  else
    corpus->problems.push_back(fmt::format("{} is a link to a file that is not there",
                                           file.string()));
}

void walk(const fs::path& root, Corpus* corpus) {
  std::error_code error;
  fs::recursive_directory_iterator it(root, error), end;
  if (error) {
    corpus->problems.push_back(
        fmt::format("the folder {} cannot be opened: {}", root.string(), error.message()));
    return;
  }
  while (it != end) {
    const fs::directory_entry& entry = *it;
    std::error_code status;
    bool hidden = entry.path().filename().string().starts_with('.');
    if (hidden && entry.is_directory(status)) it.disable_recursion_pending();
    if (!entry.is_directory(status))
      add_file(entry.path(), entry.path().lexically_relative(root).generic_string(), corpus);
    fs::path at = entry.path();
    it.increment(error);
    if (error) {
      corpus->problems.push_back(
          fmt::format("the folder {} cannot be read: {}", at.string(), error.message()));
      return;
    }
  }
}

}  // namespace

Result<Corpus> list_corpus(const std::vector<std::string>& roots) {
  Corpus corpus;
  for (const std::string& root : roots) {
    std::error_code error;
    fs::file_status status = fs::status(root, error);
    if (fs::is_directory(status))
      walk(root, &corpus);
    else if (fs::exists(status))
      add_file(root, fs::path(root).filename().string(), &corpus);
    else
      return Error{ErrorCode::kNotFound, fmt::format("there is no file or folder {}", root),
                   "check the path"};
  }
  std::stable_sort(corpus.files.begin(), corpus.files.end(),
                   [](const CorpusFile& a, const CorpusFile& b) { return a.path < b.path; });
  // One path under two roots: the later ones keep the root in front, so that none is lost.
  std::set<std::string> seen;
  for (CorpusFile& file : corpus.files)
    if (!seen.insert(file.path).second) {
      file.path = file.file.generic_string();
      seen.insert(file.path);
    }
  return corpus;
}

}  // namespace ofsearch
