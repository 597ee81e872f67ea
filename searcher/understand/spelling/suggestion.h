// "Did you mean": a query with its unknown words replaced by the nearest words of the index.
#pragma once

#include "searcher/opened/index_words.h"
#include "searcher/results/results.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// `unknown` are words of `query` that no passage has; the first few are looked at. Nothing if none
// of them has a near word.
std::optional<std::string> suggest(const std::string& query,
                                   const std::vector<std::string>& unknown, IndexWords* of_index);

// `text` with `better` in place of `words` wherever these stand there as whole words.
std::string with_words_replaced(std::string text, std::string_view words, std::string_view better);

// `text` with what was searched for in place of what was misspelt.
std::string with_corrections(std::string text, const std::vector<Correction>& corrected);

}  // namespace ofsearch
