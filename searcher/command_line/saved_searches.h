// Reads searches that are run again and again from a file with one a line.
#pragma once

#include "common/system/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct SavedSearch {
  std::string name;
  std::vector<std::string> arguments;  // of ofsearch
};

// Returns the command that lists the results of `saved` after the first `offset`. `since` is as
// --new-since takes it; `db` is empty for the default index.
std::string command_for_more(const SavedSearch& saved, const std::string& db,
                             const std::string& since, size_t offset);

// Returns the searches in `text`, "name: arguments as in a shell" a line. Quotes group words, and
// "#" at a line's start begins a comment. Errors (kUsage): "<file>:<line>: <what>".
Result<std::vector<SavedSearch>> parse_saved_searches(std::string_view text,
                                                      std::string_view file_name);

// Returns the searches in the file at `path`. Errors: kNotFound, with how to make one, and those of
// parse_saved_searches().
Result<std::vector<SavedSearch>> load_saved_searches(const std::filesystem::path& path);

}  // namespace ofsearch
