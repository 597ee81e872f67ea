#include "indexer/document/passage_shape.h"

#include "common/field/authorities.h"
#include "common/report/sections.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/text.h"

#include <algorithm>
#include <string>

namespace ofsearch {
namespace {

// Between the words of what is left out; printed text has none.
constexpr std::string_view kGap = " \x01 ";

// `text` with each name of an authority as a gap.
std::string without_authorities(std::string_view text) {
  std::string out;
  size_t from = 0;
  for (const Authorities::Mention& mention : Authorities::builtin().mentions(text)) {
    out.append(text.substr(from, mention.begin - from)).append(kGap);
    from = mention.end;
  }
  return out.append(text.substr(from));
}

bool is_month(std::string_view word) {
  return std::any_of(months().begin(), months().end(), [&](const Month& month) {
    return equal_ignoring_ascii_case(word, month.name);
  });
}

// FNV-1a: the same in every process, and of every version that reads the cache.
void add_to_hash(std::string_view word, uint64_t* hash) {
  constexpr uint64_t kPrime = 1099511628211u;
  for (char c : word) *hash = (*hash ^ static_cast<unsigned char>(c)) * kPrime;
  *hash = (*hash ^ ' ') * kPrime;
}

}  // namespace

std::optional<uint64_t> passage_shape(const Passage& passage) {
  constexpr size_t kFewestWords = 6;
  const std::string_view text = passage.text;
  if (passage.finding != Finding::kNeutral || text.find('\t') != text.npos ||
      is_label(text.substr(0, text.find('\n'))) || contains(text, " in post "))
    return std::nullopt;
  uint64_t hash = 14695981039346656037u;
  size_t words = 0;
  bool after_gap = false;
  const std::string without = without_authorities(text);
  for (std::string_view part : split_words(without)) {
    const std::string word = bare_words(part);
    const bool gap = part == "\x01" || has_ascii_digit(word) || is_month(word);
    if (word.empty() && !gap) continue;
    if (!gap) add_to_hash(word, &hash), ++words;
    if (gap && !after_gap) add_to_hash(kGap, &hash);
    after_gap = gap;
  }
  if (words < kFewestWords) return std::nullopt;
  return hash;
}

}  // namespace ofsearch
