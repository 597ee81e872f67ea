// A file of defaults for the options of a program.
#pragma once

#include "common/system/result.h"

#include <boost/program_options.hpp>

#include <filesystem>
#include <vector>

namespace ofsearch {

// "option = value" a line, "#" begins a comment; nothing where there is no file. Errors (kUsage):
// "<file>:<line>: <what>", with the nearest option as the hint.
Result<std::vector<boost::program_options::option>> read_configuration(
    const boost::program_options::options_description& known, const std::filesystem::path& path);

}  // namespace ofsearch
