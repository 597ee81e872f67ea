// Reads a file of defaults for the options of a program.
#pragma once

#include "common/system/result.h"

#include <boost/program_options.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Returns the options of a file with "option = value" a line; "#" begins a comment. Returns none if
// there is no file. Errors (kUsage): "<file>:<line>: <what>", with the nearest option as the hint.
Result<std::vector<boost::program_options::option>> read_configuration(
    const boost::program_options::options_description& known, const std::filesystem::path& path);

// Returns "<file>:<line>" of the last line of the file that gives the option that `message` names
// first, as in "--limit does not take"; "<file>" if none does.
std::string configuration_place(const std::filesystem::path& path, std::string_view message);

}  // namespace ofsearch
