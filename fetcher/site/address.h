// Web addresses, by libcurl's parser.
#pragma once

#include "common/system/result.h"

#include <string>
#include <string_view>

namespace ofsearch {

// An http or https address as the start of others: without a path's last "/", query or fragment.
// kUsage for anything else, also one with a user's name in it.
Result<std::string> base_address(const std::string& address);

// `reference` as it stands in a page at `base`: whole, without its fragment. kUnreadable if it
// leads to no http or https address.
Result<std::string> resolve(const std::string& base, const std::string& reference);

// "https://example.org:8080" of a whole address; empty if it is none.
std::string origin_of(const std::string& address);

// Path and query, "/" at the least.
std::string path_of(const std::string& address);

// Whether the server is on this machine, by its name or number.
bool is_loopback(const std::string& address);

// The digits after the last "/" of the path of an address; empty where something else stands.
std::string trailing_number(std::string_view address);

}  // namespace ofsearch
