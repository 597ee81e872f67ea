// Lists the commonest long words of reports on children's services.
#pragma once

#include <span>
#include <string_view>

namespace ofsearch {

// Returns words of six letters and more, in lower case. None of them is also written with a hyphen.
std::span<const std::string_view> common_words();

bool is_common_word(std::string_view word);

}  // namespace ofsearch
