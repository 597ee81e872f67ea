#include "searcher/command_line/saved_searches.h"

#include "common/files/csv.h"
#include "common/files/file.h"
#include "common/text/characters.h"
#include "searcher/command_line/open_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace ofsearch {
namespace {

constexpr const char* kHowToSave =
    "write one a line into it, as in: fostering: private fostering --year 2022..";

// The words of a line as a shell would part them, without its variables and patterns; "#" begins a
// comment, and an apostrophe within a word is one. Nothing where a quote is not closed.
std::optional<std::vector<std::string>> shell_words(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool begun = false;
  char quote = 0;
  for (size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool is_apostrophe = c == '\'' && begun && quote == 0;
    if (c == '#' && !begun && quote == 0) break;
    if (c == '\\' && quote != '\'' && i + 1 < line.size()) {
      word += line[++i];
      begun = true;
    } else if (quote != 0 ? c == quote : c == '"' || (c == '\'' && !is_apostrophe)) {
      quote = quote != 0 ? 0 : c;
      begun = true;
    } else if (quote == 0 && (c == ' ' || c == '\t')) {
      if (begun) words.push_back(std::move(word));
      word.clear();
      begun = false;
    } else {
      word += c;
      begun = true;
    }
  }
  if (quote != 0) return std::nullopt;
  if (begun) words.push_back(std::move(word));
  return words;
}

}  // namespace

std::string command_for_more(const SavedSearch& saved, const std::string& db,
                             const std::string& since, size_t offset) {
  std::vector<std::string> words = {"ofsearch"};
  if (!db.empty()) words.insert(words.end(), {"--db", db});
  words.insert(words.end(), {"--new-since", since});
  words.insert(words.end(), saved.arguments.begin(), saved.arguments.end());
  // The new options go behind those saved, as the last one counts. But what stands behind "--" is
  // no option.
  words.insert(std::ranges::find(words, "--"), {"--offset", std::to_string(offset)});
  return for_shell(words);
}

Result<std::vector<SavedSearch>> parse_saved_searches(std::string_view text,
                                                      std::string_view file_name) {
  std::vector<SavedSearch> searches;
  int number = 0;
  auto fail = [&](std::string_view what) {
    return Error{ErrorCode::kUsage, fmt::format("{}:{}: {}", file_name, number, what),
                 "a line is: name: arguments, as in: fostering: private fostering --year 2022.."};
  };
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  for (std::string_view line : split(text, '\n')) {
    ++number;
    line = trimmed(line);
    if (line.empty() || line.starts_with('#')) continue;
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return fail("no name and colon");
    std::optional<std::vector<std::string>> words = shell_words(line.substr(colon + 1));
    if (!words) return fail("a quote is not closed");
    if (words->empty()) return fail("nothing to search for");
    searches.push_back({std::string(trimmed(line.substr(0, colon))), std::move(*words)});
  }
  return searches;
}

Result<std::vector<SavedSearch>> load_saved_searches(const std::filesystem::path& path) {
  Result<std::string> text = read_file(path);
  if (!text && text.error().code != ErrorCode::kNotFound) return text.error();
  if (!text)
    return Error{ErrorCode::kNotFound,
                 fmt::format("there are no saved searches at {}", path.string()), kHowToSave};
  std::vector<SavedSearch> searches = OF_TRY(parse_saved_searches(*text, path.string()));
  if (searches.empty())
    return Error{ErrorCode::kNotFound,
                 fmt::format("there are no saved searches in {}", path.string()), kHowToSave};
  return searches;
}

}  // namespace ofsearch
