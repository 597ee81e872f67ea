#include "indexer/run/corpus.h"

#include "common/text/harmless.h"
#include "common/text/text.h"
#include "indexer/readers/reader.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

std::string hex_escape(char c) {
  return fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
}

std::string utf8_path(const std::string& raw) {
  if (is_utf8(raw)) return raw;
  std::string out;
  for (char c : raw)
    out += static_cast<unsigned char>(c) < 0x80 ? std::string(1, c) : hex_escape(c);
  return out;
}

bool fill_status(CorpusFile* file) {
  struct stat status {};
  if (::stat(file->file.c_str(), &status) != 0) return false;
  file->size = static_cast<unsigned long long>(status.st_size);
  file->mtime_ns = status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec;
  return true;
}

void add_file(const fs::path& file, const std::string& path, Corpus* corpus) {
  FileClass file_class = classify_file(path);
  if (file_class == FileClass::kIgnored) {
    ++corpus->ignored;
    return;
  }
  CorpusFile entry{file, path, 0, 0, file_class == FileClass::kUnsupported};
  if (fill_status(&entry)) {
    corpus->files.push_back(std::move(entry));
  } else {
    const char* why =
        errno == ENOENT ? "it is a link to a file that is not there" : std::strerror(errno);
    corpus->problems.push_back(
        {path, fmt::format("{} cannot be read: {}", printable(file.string()), why)});
  }
}

std::string joined(const std::string& folder, const fs::path& name) {
  std::string last = utf8_path(name.string());
  return folder.empty() ? last : folder + "/" + last;
}

void walk(const fs::path& folder, const std::string& path, Corpus* corpus);

void add_entry(const fs::directory_entry& entry, const std::string& folder, Corpus* corpus) {
  std::error_code ignore;
  std::string path = joined(folder, entry.path().filename());
  if (!entry.is_directory(ignore)) {
    add_file(entry.path(), path, corpus);
  } else if (entry.path().filename().string().starts_with('.')) {
    return;
  } else if (entry.is_symlink(ignore)) {
    corpus->warnings.push_back(
        fmt::format("{} is a link to a folder and is not followed; name the folder itself to "
                    "index it",
                    printable(entry.path().string())));
  } else {
    walk(entry.path(), path, corpus);
  }
}

void walk(const fs::path& folder, const std::string& path, Corpus* corpus) {
  std::error_code error;
  fs::directory_iterator it(folder, error), end;
  for (; !error && it != end; it.increment(error)) add_entry(*it, path, corpus);
  if (error)
    corpus->problems.push_back({path, fmt::format("the folder {} cannot be read: {}",
                                                  printable(folder.string()), error.message())});
}

// One path under two roots: the later ones keep the root in front, so that none is lost.
void make_paths_unique(std::vector<CorpusFile>* files) {
  std::set<std::string> seen;
  for (CorpusFile& file : *files) {
    if (seen.insert(file.path).second) continue;
    file.path = utf8_path(file.file.generic_string());
    seen.insert(file.path);
  }
}

void sort_by_path(std::vector<CorpusFile>* files) {
  std::stable_sort(files->begin(), files->end(),
                   [](const CorpusFile& a, const CorpusFile& b) { return a.path < b.path; });
}

// The same file named twice (a folder and a file in it) is one document.
void drop_repeats(std::vector<CorpusFile>* files) {
  std::set<fs::path> seen;
  std::erase_if(*files, [&](const CorpusFile& file) {
    return !seen.insert(fs::absolute(file.file).lexically_normal()).second;
  });
}

}  // namespace

Result<Corpus> list_corpus(const std::vector<std::string>& roots) {
  Corpus corpus;
  for (const std::string& root : roots) {
    std::error_code error;
    fs::file_status status = fs::status(root, error);
    if (fs::is_directory(status))
      walk(root, "", &corpus);
    else if (fs::exists(status))
      add_file(root, utf8_path(fs::path(root).filename().string()), &corpus);
    else
      return Error{ErrorCode::kNotFound, fmt::format("there is no file or folder {}", root),
                   "check the path, and that the place where the reports lie is mounted"};
  }
  drop_repeats(&corpus.files);
  sort_by_path(&corpus.files);
  make_paths_unique(&corpus.files);
  sort_by_path(&corpus.files);
  return corpus;
}

}  // namespace ofsearch
