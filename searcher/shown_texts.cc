#include "searcher/shown_texts.h"

#include "common/text.h"

#include <algorithm>
#include <iterator>

namespace ofsearch {
namespace {

constexpr double kNearlySame = 0.9;

// The share of the words of both that both have (Jaccard).
double likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::vector<std::string> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  size_t all = a.size() + b.size() - common.size();
  return all == 0 ? 1 : static_cast<double>(common.size()) / static_cast<double>(all);
}

}  // namespace

bool ShownTexts::add(std::string_view text) {
  std::set<std::string> words;
  for (Token& token : tokenise(text)) words.insert(std::move(token.term));
  bool known = std::any_of(words_.begin(), words_.end(), [&](const std::set<std::string>& shown) {
    return likeness(words, shown) >= kNearlySame;
  });
  if (!known) words_.push_back(std::move(words));
  return !known;
}

}  // namespace ofsearch
