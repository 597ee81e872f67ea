// Knows common names of people in England: what a misread name of an inspector may be.
#pragma once

#include <span>
#include <string_view>

namespace ofsearch {

std::span<const std::string_view> first_names();
std::span<const std::string_view> surnames();

// Returns true if each word of `name` is one of these; a word with a hyphen counts as two.
bool is_of_common_names(std::string_view name);

}  // namespace ofsearch
