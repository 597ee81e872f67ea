// Every phrase copied from a passage finds that passage; so do its words under NEAR, AND and +, but
// for boilerplate.
#include "common/text/code_points.h"
#include "common/words/words.h"
#include "tests/properties/drawn_index.h"

#include <algorithm>

namespace ofsearch::properties {
namespace {

constexpr size_t kLongestPhrase = 9;  // words

// Signs that the query language takes for its own become spaces, as whoever quotes would leave
// them out.
std::string quotable(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, &i);
    bool quote = c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB;
    append_code_point(&out, quote || c == '*' || c < 0x20 ? U' ' : c);
  }
  return out;
}

// The same with the other kind of apostrophe.
std::string with_other_apostrophes(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, &i);
    append_code_point(&out, c == '\'' ? U'\u2019' : c == 0x2019 ? U'\'' : c);
  }
  return out;
}

struct Copied {
  const DrawnPassage* from = nullptr;
  std::string text;
  std::vector<std::string> words;  // as printed
};

Copied copy_some(const std::vector<DrawnPassage>& passages, DrawnIndex* index) {
  for (;;) {
    Copied copied;
    copied.from = &index->any_of(passages);
    const std::string& text = copied.from->passage->text;
    std::vector<std::pair<size_t, size_t>> ranges;
    find_words(text, &ranges);
    std::erase_if(ranges, [](const auto& range) {
      return range.second - range.first > kLongestWord;  // longer ones are no words
    });
    if (ranges.empty()) continue;
    size_t first = index->number(0, ranges.size() - 1);
    size_t count = std::min(index->number(1, kLongestPhrase), ranges.size() - first);
    const auto& last = ranges[first + count - 1];
    if (last.second - ranges[first].first > 300) continue;
    copied.text = text.substr(ranges[first].first, last.second - ranges[first].first);
    for (size_t i = first; i < first + count; ++i)
      copied.words.push_back(text.substr(ranges[i].first, ranges[i].second - ranges[i].first));
    return copied;
  }
}

std::string joined(const std::vector<std::string>& words, const std::string& separator) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : separator) + quotable(word);
  return out;
}

}  // namespace

Tally phrases(const std::string& path, unsigned seed, size_t runs) {
  DrawnIndex index(path, {}, seed, 200);
  Tally tally;
  while (tally.runs < runs) {
    const bool of_all = index.number(0, 3) == 0 && !index.boilerplate().empty();
    Copied copied = copy_some(of_all ? index.boilerplate() : index.passages(), &index);
    std::string text = quotable(copied.text);
    if (index.number(0, 3) == 0) text = with_other_apostrophes(text);
    std::string query = "\"" + text + "\"";
    bool found = index.finds(*copied.from, query);
    tally.add(found, query + " in " + copied.from->id.first + " passage " +
                         std::to_string(copied.from->id.second));
  }
  return tally;
}

Tally near(const std::string& path, unsigned seed, size_t runs) {
  DrawnIndex index(path, {}, seed, 200);
  Tally tally;
  while (tally.runs < runs) {
    Copied copied = copy_some(index.passages(), &index);
    for (const char* sign : {" NEAR/20 ", " AND ", " +"}) {
      std::string query = (sign[1] == '+' ? "+" : "") + joined(copied.words, sign);
      bool found = index.finds(*copied.from, query);
      tally.add(found, query + " in " + copied.from->id.first + " passage " +
                           std::to_string(copied.from->id.second));
    }
  }
  return tally;
}

}  // namespace ofsearch::properties
