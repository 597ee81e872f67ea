#include "indexer/document/shared_texts.h"

#include "common/text/characters.h"
#include "common/text/text.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace ofsearch {
namespace {

constexpr size_t kFewestWords = 8;     // signs count as words
constexpr size_t kFewestOwnWords = 5;  // words that are no sign

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool ends_sentence(std::string_view word) {
  return word.ends_with('.') || word.ends_with(':') || word.ends_with('?') || word.ends_with('!');
}

// FNV-1a, 64 bits, over words parted by spaces.
struct Hash {
  uint64_t value = 14695981039346656037u;

  void add(std::string_view word) {
    for (char c : word) add(c);
    add(' ');
  }

  void add(char c) {
    value ^= static_cast<unsigned char>(c);
    value *= 1099511628211u;
  }
};

constexpr std::string_view kSign = "#";

// What counts of one printed word: itself, or the sign for names and numbers; empty for none.
std::string counted(std::string_view word, bool begins_sentence) {
  if (std::any_of(word.begin(), word.end(), is_ascii_digit)) return std::string(kSign);
  size_t letter = word.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
  if (letter == std::string_view::npos) return {};
  if (is_capital(word[letter]) && !begins_sentence) return std::string(kSign);
  return bare_words(word);
}

}  // namespace

uint64_t shape_of(std::string_view text) {
  Hash hash;
  size_t words = 0, own = 0;
  bool begins_sentence = true;
  std::string last;
  for (std::string_view word : split_words(text)) {
    std::string part = counted(word, begins_sentence);
    begins_sentence = ends_sentence(word);
    if (part.empty() || (part == kSign && last == kSign)) continue;
    hash.add(part);
    ++words;
    own += part != kSign;
    last = std::move(part);
  }
  return words < kFewestWords || own < kFewestOwnWords ? 0 : hash.value;
}

std::unordered_set<uint64_t> shared_texts(const std::vector<const Report*>& reports, size_t most) {
  std::unordered_map<uint64_t, size_t> counts;  // reports
  for (const Report* report : reports) {
    std::unordered_set<uint64_t> own;
    for (const Passage& passage : report->passages)
      if (uint64_t shape = shape_of(passage.text); shape != 0) own.insert(shape);
    for (uint64_t shape : own) ++counts[shape];
  }
  std::unordered_set<uint64_t> shared;
  for (const auto& [shape, count] : counts)
    if (count > most) shared.insert(shape);
  return shared;
}

size_t mark_shared_texts(const std::unordered_set<uint64_t>& shared, Report* report) {
  size_t marked = 0;
  for (Passage& passage : report->passages) {
    if (!shared.contains(shape_of(passage.text))) continue;
    passage.section_kind = SectionKind::kBoilerplate;
    passage.finding = Finding::kNeutral;
    passage.finding_score = 0;
    ++marked;
  }
  return marked;
}

}  // namespace ofsearch
