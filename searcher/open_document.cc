#include "searcher/open_document.h"

#include "common/text/file_address.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>

extern char** environ;

namespace ofsearch {
namespace {

// Readers that open a PDF at a page.
struct Reader {
  std::string_view program;
  std::string_view at_page;  // argument in front of the file; empty: it reads the address
};
constexpr std::array<Reader, 3> kReaders = {
    {{"evince", "--page-index={}"}, {"okular", "--page={}"}, {"firefox", ""}}};

constexpr const char* kOfDesktop = "xdg-open";

std::vector<std::string> command_of(const Reader& reader, const DocumentPlace& place) {
  std::vector<std::string> words = {std::string(reader.program)};
  if (reader.at_page.empty()) {
    words.push_back(file_address(place.file, place.page));
    return words;
  }
  words.push_back(fmt::format(fmt::runtime(reader.at_page), place.page));
  words.push_back(place.file);
  return words;
}

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool is_on_path(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find(':'), rest.size());
    const std::string file = std::string(rest.substr(0, end)) + "/" + program;
    if (::access(file.c_str(), X_OK) == 0) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

bool is_plain(std::string_view word) {
  return !word.empty() && word.find_first_not_of(
                              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV"
                              "WXYZ0123456789-_./=:,%@+") == std::string_view::npos;
}

// A program that has no part in this terminal.
Result<void> start_apart(const std::vector<std::string>& words) {
  std::vector<std::string> copies = words;
  std::vector<char*> argv;
  for (std::string& word : copies) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawnattr_init(&attributes);
  for (int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    ::posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, argv[0], &files, &attributes, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&files);
  ::posix_spawnattr_destroy(&attributes);
  if (failed == 0) return {};
  return Error{ErrorCode::kInternal,
               fmt::format("cannot start {}: {}", words.front(), std::strerror(failed)), ""};
}

}  // namespace

Desktop this_desktop() {
  return {is_set("DISPLAY") || is_set("WAYLAND_DISPLAY"), is_on_path};
}

ReaderCommand reader_command(const DocumentPlace& place, const Desktop& desktop) {
  const ReaderCommand of_desktop{{kOfDesktop, place.file},
                                 desktop.has_screen && desktop.has_program(kOfDesktop)};
  if (place.page == 0) return of_desktop;
  for (const Reader& reader : kReaders)
    if (desktop.has_screen && desktop.has_program(std::string(reader.program)))
      return {command_of(reader, place), true};
  return of_desktop.can_run ? of_desktop : ReaderCommand{command_of(kReaders[0], place), false};
}

std::string for_shell(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) {
    line += line.empty() ? "" : " ";
    if (is_plain(word)) {
      line += word;
      continue;
    }
    line += "'";
    for (char c : word) line += c == '\'' ? "'\\''" : std::string(1, c);
    line += "'";
  }
  return line;
}

Result<std::string> open_document(const DocumentPlace& place, const Desktop& desktop) {
  std::error_code error;
  if (!std::filesystem::exists(place.file, error))
    return Error{ErrorCode::kNotFound, fmt::format("{} is not there any more", place.file),
                 "bring the index up to date with: ofindex"};
  const ReaderCommand command = reader_command(place, desktop);
  if (!command.can_run) return for_shell(command.words);
  OF_CHECK(start_apart(command.words));
  const std::string page = place.page > 0 ? fmt::format(" at page {}", place.page) : "";
  return fmt::format("{} opens {}{}", command.words.front(), place.file, page);
}

}  // namespace ofsearch
