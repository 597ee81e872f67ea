#include "searcher/understand/spelling/near_words.h"

#include "common/text/nearest.h"
#include "common/text/text.h"
#include "searcher/query/limits.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

int most_edits(std::string_view word) {
  return word.size() < 7 ? 1 : 2;
}

bool is_form_of(const std::string& a, const std::string& b) {
  const size_t common = std::min(a.size(), b.size());
  constexpr size_t kEnding = 2;  // letters by which forms of a word differ
  size_t same = 0;
  while (same < common && a[same] == b[same]) ++same;
  return same + kEnding >= std::max(a.size(), b.size()) && same + 1 >= common;
}

void consider(const IndexWord& of_index, NearWord* near) {
  const auto& [term, passages] = of_index;
  if (term == near->typed) return;
  const int limit = most_edits(near->typed);
  const int edits = edit_distance(near->typed, term, limit);
  if (edits > limit || turns_meaning(near->typed, term)) return;
  const bool better = near->best.empty() || edits < near->edits ||
                      (edits == near->edits && passages > near->passages);
  if (!better) {
    if (edits == near->edits && !is_form_of(term, near->best))
      near->rival = std::max(near->rival, passages);
    return;
  }
  const bool same_word = is_form_of(term, near->best);
  const Xapian::doccount rival = edits < near->edits ? 0
                                 : same_word         ? near->rival
                                                     : std::max(near->rival, near->passages);
  *near = {near->typed, term, edits, passages, near->best.empty() ? 0 : rival};
}

}  // namespace

bool is_slip(std::string_view typed, std::string_view meant) {
  size_t at = 0;
  while (at < typed.size() && at < meant.size() && typed[at] == meant[at]) ++at;
  if (typed.size() == meant.size())
    return at + 1 < typed.size() && typed[at] == meant[at + 1] && typed[at + 1] == meant[at] &&
           typed.substr(at + 2) == meant.substr(at + 2);
  std::string_view longer = typed.size() > meant.size() ? typed : meant;
  return at > 0 && longer.size() > at && longer[at] == longer[at - 1];
}

bool lacks_letter(std::string_view typed, std::string_view meant) {
  if (typed.size() + 1 != meant.size() || typed.back() != meant.back()) return false;
  size_t at = 0;
  while (at < typed.size() && typed[at] == meant[at]) ++at;
  return at > 1 && typed.substr(at) == meant.substr(at + 1);
}

bool turns_meaning(std::string_view a, std::string_view b) {
  static constexpr std::array<std::string_view, 13> kPrefixes = {
      "un", "in", "im", "il", "ir", "non", "dis", "mis", "anti", "over", "under", "de", "re"};
  if (a.empty() || b.empty()) return false;
  const std::string_view longer = a.size() > b.size() ? a : b,
                         shorter = a.size() > b.size() ? b : a;
  return std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](std::string_view prefix) {
    if (!longer.starts_with(prefix)) return false;
    const std::string_view rest = longer.substr(prefix.size());
    if (rest == shorter) return true;
    // Also where the word behind the prefix is misspelt itself; "de" and "re" begin many words.
    return prefix[1] != 'e' && shorter.front() != prefix.front() &&
           edit_distance(rest, shorter, 1) <= 1;
  });
}

std::vector<NearWord> near_words(const std::vector<std::string>& typed, IndexWords* of_index) {
  std::vector<NearWord> words;
  for (const std::string& each : typed) {
    if (words.size() == kQueryLimits.suggested) break;
    if (std::string word = search_form(each); word.size() >= kShortestMended)
      words.push_back({std::move(word), "", 0, 0, 0});
  }
  if (words.empty()) return words;
  for (const IndexWord& each : of_index->all())
    for (NearWord& word : words) consider(each, &word);
  return words;
}

bool is_certain(const NearWord& near) {
  constexpr Xapian::doccount kFewPassages = 3;
  constexpr size_t kLong = 7, kVeryLong = 9;
  if (near.best.empty() || near.passages < kFewPassages) return false;
  if (near.rival * kTimesLikelier > near.passages) return false;
  if (near.typed.front() != near.best.front() && !is_slip(near.typed, near.best)) return false;
  const size_t size = std::min(near.typed.size(), near.best.size());
  const bool alone = near.rival == 0 && near.passages >= kCommonWord;
  const bool is_only_one = near.rival == 0 && near.passages >= kUncommonWord;
  if (near.edits == 1)
    return size >= kLong || (size > kShortestMended && is_slip(near.typed, near.best)) ||
           (size + 1 >= kLong && is_only_one && lacks_letter(near.typed, near.best));
  if (near.edits != 2) return false;
  // "nealgect": no other word is near, and reports are full of the one that is.
  return size >= kVeryLong || (size >= kLong && alone && near.typed.back() == near.best.back());
}

}  // namespace ofsearch
