// Reads web addresses, by libcurl's parser.
#pragma once

#include "common/system/result.h"

#include <string>
#include <string_view>

namespace ofsearch {

// Returns an http or https address without final "/", query and fragment, to which paths can be
// appended. Error kUsage for anything else, and for an address with a user name.
Result<std::string> base_address(const std::string& address);

// Returns the absolute address of `reference`, a link in a page at `base`, without its fragment.
// Error kUnreadable if that is not an http or https address.
Result<std::string> resolve(const std::string& base, const std::string& reference);

// Returns the origin of an absolute address, "https://example.org:8080"; empty if it is not one.
std::string origin_of(const std::string& address);

// Returns path and query of an absolute address; at least "/".
std::string path_of(const std::string& address);

// Tells whether the host of the address is this machine, by name or by number.
bool is_loopback(const std::string& address);

// Returns the digits after the last "/" of an address's path; empty if there is anything else.
std::string trailing_number(std::string_view address);

}  // namespace ofsearch
