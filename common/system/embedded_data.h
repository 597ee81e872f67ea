// Gives the tables of common/data, which are compiled in.
#pragma once

#include <string_view>

namespace ofsearch {

// Returns the content of a file of common/data by its name ("authorities.tsv"); empty if there is
// none.
std::string_view embedded_data(std::string_view name);

// Returns its SHA-256 in 64 hex digits, computed at build time; empty if there is no such file.
std::string_view embedded_checksum(std::string_view name);

}  // namespace ofsearch
