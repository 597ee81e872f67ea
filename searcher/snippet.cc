#include "searcher/snippet.h"

#include <algorithm>

#include "common/text.h"

namespace ofsearch {
namespace {

using Range = std::pair<size_t, size_t>;

bool ends_clause(char c) { return c == ',' || c == ';' || c == ':'; }

// Parts of a long sentence: at clause signs, else at any space.
void add_clauses(const std::string& text, Range sentence, size_t longest,
                 std::vector<Range>* units) {
  size_t begin = sentence.first;
  while (sentence.second - begin > longest) {
    size_t cut = 0, space = 0;
    for (size_t i = begin + longest / 3; i < begin + longest && i + 1 < sentence.second; ++i) {
      if (text[i + 1] != ' ') continue;
      space = i + 1;
      if (ends_clause(text[i])) cut = i + 1;
    }
    if (cut == 0) cut = space;
    if (cut == 0) break;  // no space at all: one very long word
    units->emplace_back(begin, cut);
    begin = cut + 1;
  }
  if (begin < sentence.second) units->emplace_back(begin, sentence.second);
}

std::vector<Range> units_of(const std::string& text, size_t longest) {
  std::vector<Range> units;
  for (const Range& sentence : sentences(text)) {
    if (sentence.second - sentence.first > longest)
      add_clauses(text, sentence, longest, &units);
    else
      units.push_back(sentence);
  }
  return units;
}

size_t marks_within(const Marks& marks, Range range) {
  return static_cast<size_t>(std::count_if(marks.begin(), marks.end(), [&](const Range& mark) {
    return mark.first >= range.first && mark.second <= range.second;
  }));
}

// The run of neighbouring units, at most `longest` bytes, with most marks; the shortest of those.
Range best_run(const std::vector<Range>& units, const Marks& marks, size_t longest) {
  Range best = units.front();
  size_t most = 0;
  for (size_t i = 0; i < units.size(); ++i)
    for (size_t j = i; j < units.size(); ++j) {
      Range run{units[i].first, units[j].second};
      if (j > i && run.second - run.first > longest) break;
      size_t count = marks_within(marks, run);
      bool fuller = count == most && i == 0 && best.first == units[0].first && count == 0;
      if (count > most || fuller) {
        most = count;
        best = run;
      }
    }
  return best;
}

}  // namespace

void make_snippet(PassageHit* hit, size_t longest) {
  const std::string& text = hit->passage.text;
  Range range{0, text.size()};
  if (text.size() > longest) {
    std::vector<Range> units = units_of(text, longest);
    if (!units.empty()) range = best_run(units, hit->marks, longest);
  }
  hit->snippet = text.substr(range.first, range.second - range.first);
  hit->cut_before = range.first > 0;
  hit->cut_after = range.second < text.size();
  hit->snippet_marks.clear();
  for (const Range& mark : hit->marks)
    if (mark.first >= range.first && mark.second <= range.second)
      hit->snippet_marks.emplace_back(mark.first - range.first, mark.second - range.first);
}

}  // namespace ofsearch
