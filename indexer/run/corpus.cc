#include "indexer/run/corpus.h"

#include "common/text/code_points.h"
#include "common/text/harmless.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <set>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

std::string utf8_name(const std::string& raw) {
  if (is_utf8(raw)) return raw;
  std::string out;
  for (char c : raw)
    out += static_cast<unsigned char>(c) < 0x80
               ? std::string(1, c)
               : fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
  return out;
}

class Walk {
 public:
  Walk(std::string root, const fs::path& index, Corpus* corpus)
      : root_(std::move(root)), corpus_(*corpus) {
    std::error_code ignore;
    index_ = fs::weakly_canonical(index, ignore);
    real_root_ = fs::canonical(root_, ignore).string();
  }

  void run() {
    std::error_code error;
    fs::file_status status = fs::status(root_, error);
    if (fs::is_directory(status))
      add_folder(root_);
    else if (fs::exists(status))
      add_file(root_);
    else
      problem(root_, fmt::format("there is no file or folder {}; its reports stay in the index "
                                 "until --remove-root",
                                 printable(utf8_name(root_))));
  }

 private:
  void problem(const fs::path& place, const std::string& reason) {
    corpus_.problems.push_back({utf8_name(place.string()), reason});
  }

  void leave_out(const fs::path& file, const std::string& reason) {
    corpus_.left_out.push_back({utf8_name(file.string()), reason});
  }

  void add_folder(const fs::path& folder) {
    std::error_code error;
    if (fs::weakly_canonical(folder, error) == index_)
      return leave_out(folder, "it is the folder of the index");
    fs::directory_iterator it(folder, error), end;
    for (; !error && it != end; it.increment(error)) add_entry(it->path());
    if (error)
      problem(folder, fmt::format("the folder {} cannot be read: {}",
                                  printable(utf8_name(folder.string())), error.message()));
  }

  void add_entry(const fs::path& entry) {
    std::error_code error;
    fs::file_status link = fs::symlink_status(entry, error), status = fs::status(entry, error);
    bool hidden = entry.filename().string().starts_with('.');
    if (fs::is_symlink(link) && fs::is_directory(status))
      leave_out(entry, "it is a link to a folder, which is not followed; name the folder itself");
    else if (fs::is_symlink(link) && fs::exists(status) && !stays_inside(entry))
      leave_out(entry, "it is a link to a file outside of the folder given");
    else if (fs::is_directory(status) && hidden)
      leave_out(entry, "it is a hidden folder");
    else if (fs::is_directory(status))
      add_folder(entry);
    else
      add_file(entry);
  }

  bool stays_inside(const fs::path& link) const {
    std::error_code error;
    fs::path target = fs::canonical(link, error);
    return !error && lies_in(target.string(), real_root_);
  }

  void add_file(const fs::path& file) {
    const std::string name = file.filename().string();
    if (name.starts_with('.') || name.starts_with('~'))
      return leave_out(file, "it is a hidden or temporary file");
    CorpusFile entry{file, utf8_name(file.string()), utf8_name(root_)};
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0)
      return problem(file, errno == ENOENT
                               ? "it is a link to a file that is not there"
                               : fmt::format("it cannot be read: {}", std::strerror(errno)));
    entry.size = static_cast<uint64_t>(status.st_size);
    entry.mtime_ns = status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec;
    corpus_.files.push_back(std::move(entry));
  }

  std::string root_, real_root_;
  fs::path index_;
  Corpus& corpus_;
};

// A file below two roots is one file, the first root's. Two names that UTF-8 cannot tell apart are
// not: the later is left out.
void make_names_unique(Corpus* corpus) {
  std::stable_sort(corpus->files.begin(), corpus->files.end(),
                   [](const auto& a, const auto& b) { return a.name < b.name; });
  std::vector<CorpusFile> unique;
  for (CorpusFile& file : corpus->files) {
    if (unique.empty() || unique.back().name != file.name)
      unique.push_back(std::move(file));
    else if (unique.back().file != file.file)
      corpus->left_out.push_back(
          {file.name, "its name cannot be told from that of another file; rename it"});
  }
  corpus->files = std::move(unique);
}

}  // namespace

Corpus list_corpus(const std::vector<std::string>& roots, const fs::path& index) {
  Corpus corpus;
  for (const std::string& root : roots) Walk(root, index, &corpus).run();
  make_names_unique(&corpus);
  std::sort(corpus.left_out.begin(), corpus.left_out.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return corpus;
}

std::string absolute_root(const std::string& path) {
  std::string root = fs::absolute(path).lexically_normal().string();
  while (root.size() > 1 && root.ends_with('/')) root.pop_back();
  return root;
}

bool lies_in(const std::string& name, const std::string& root) {
  return name == root || name.starts_with(root.ends_with('/') ? root : root + "/");
}

std::vector<std::string> shown_paths(const std::vector<PlacedFile>& files) {
  std::map<std::pair<std::string, std::string>, size_t> in_order;
  for (size_t i = 0; i < files.size(); ++i)
    in_order.emplace(std::pair(files[i].root, files[i].name), i);
  std::set<std::string> taken;
  std::vector<std::string> paths(files.size());
  for (const auto& [place, i] : in_order) {
    const auto& [root, name] = place;
    paths[i] = name == root ? fs::path(name).filename().string()
                            : name.substr(root.size() + (root.ends_with('/') ? 0 : 1));
    if (!taken.insert(paths[i]).second) paths[i] = name;
  }
  return paths;
}

}  // namespace ofsearch
