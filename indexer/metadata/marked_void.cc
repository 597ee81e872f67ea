#include "indexer/metadata/marked_void.h"

#include "common/text/text.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

constexpr size_t kLongestMark = 160;  // bytes of a line

// A whole line, in bare words.
constexpr std::array<std::string_view, 8> kWholeLines = {
    "withdrawn",        "draft",      "draft report",       "draft letter",
    "report withdrawn", "draft only", "provisional report", "letter withdrawn"};
// Words that a line begins with, and those that it must hold behind them.
constexpr std::array<std::string_view, 10> kDocuments = {
    "this report",      "this letter", "this document", "this inspection report", "the report",
    "this publication", "this page",   "report",        "note this report",       "this version"};
constexpr std::array<std::string_view, 4> kWithdrawn = {"has been withdrawn", "was withdrawn",
                                                        "is withdrawn", "have been withdrawn"};
constexpr std::array<std::string_view, 4> kNotYet = {"not for publication", "not for circulation",
                                                     "for factual accuracy", "not for release"};

bool is_mark(std::string_view words) {
  if (std::ranges::find(kWholeLines, words) != kWholeLines.end()) return true;
  const bool document = std::ranges::any_of(kDocuments, [words](std::string_view document) {
    return words.starts_with(std::string(document) + ' ');
  });
  if (document && has_any_phrase(words, kWithdrawn)) return true;
  return words.starts_with("not for publication") ||
         (has_phrase(words, "draft") && has_any_phrase(words, kNotYet));
}

}  // namespace

std::optional<std::string> mark_of_no_force(const View& view) {
  constexpr size_t kFirst = 12;  // lines and cells
  for (size_t i = 0; i < std::min(kFirst, view.opening.size()); ++i) {
    const Cell& cell = view.opening[i];
    if (cell.text.size() <= kLongestMark && is_mark(cell.words)) return excerpt(cell.text);
  }
  for (const Line& line : view.document.furniture)
    if (line.text.size() <= kLongestMark && is_mark(bare_words(line.text)))
      return excerpt(line.text);
  return std::nullopt;
}

}  // namespace ofsearch
