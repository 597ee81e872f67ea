#include "searcher/command_line/open_document.h"

#include "common/process/start_apart.h"
#include "common/system/environment.h"
#include "common/text/file_address.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string_view>

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
  if (of_desktop.can_run) return {of_desktop.words, true, false};
  return {command_of(kReaders[0], place), false};
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

std::vector<std::string> copies_of(const std::string& file, const std::string& path,
                                   const std::vector<std::string>& paths) {
  std::vector<std::string> copies;
  for (const std::string& other : paths) {
    if (other == path) continue;
    if (other.starts_with('/'))
      copies.push_back(other);
    else if (file.ends_with("/" + path))
      copies.push_back(file.substr(0, file.size() - path.size()) + other);
  }
  return copies;
}

Result<Opened> open_document(DocumentPlace place, const Desktop& desktop) {
  std::error_code error;
  auto is_there = [&](const std::string& file) { return std::filesystem::exists(file, error); };
  if (!is_there(place.file)) {
    const auto copy = std::ranges::find_if(place.copies, is_there);
    if (copy == place.copies.end())
      return Error{ErrorCode::kNotFound, fmt::format("{} is not there any more", place.file),
                   "bring the index up to date with: ofindex"};
    place.file = *copy;
  }
  const ReaderCommand command = reader_command(place, desktop);
  const std::string& program = command.words.front();
  if (!command.can_run) {
    const std::string missing = place.page == 0 ? "xdg-open is not installed, so its command"
                                                : "none of evince, okular, firefox and xdg-open is "
                                                  "installed, so the command for one";
    return Opened{for_shell(command.words),
                  desktop.has_screen
                      ? missing + " is printed"
                      : "there is no screen to open it on, so the command is printed"};
  }
  OF_CHECK(start_apart(command.words));
  if (!command.at_page)
    return Opened{fmt::format("{} opens {}", program, place.file),
                  fmt::format("{} cannot go to page {}", program, place.page)};
  const std::string page = place.page > 0 ? fmt::format(" at page {}", place.page) : "";
  return Opened{fmt::format("{} opens {}{}", program, place.file, page), ""};
}

}  // namespace ofsearch
