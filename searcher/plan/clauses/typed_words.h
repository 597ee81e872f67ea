// The words of a query as they were typed, one by one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace ofsearch {

// Word number `at` in search form; empty behind the last.
std::string word_at(const std::vector<std::string>& words, size_t at);

// How many words from `at` on are `text`, which is in search form; 0: others stand there.
size_t length_at(const std::vector<std::string>& words, size_t at, std::string_view text);

// The words of a text, with blanks between.
std::unordered_set<std::string_view> set_of_words(std::string_view text);

}  // namespace ofsearch
