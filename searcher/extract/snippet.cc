#include "searcher/extract/snippet.h"

#include "common/report/sentences.h"
#include "common/text/text.h"

#include <algorithm>
#include <set>

namespace ofsearch {
namespace {

using Range = std::pair<size_t, size_t>;

bool ends_clause(char c) {
  return c == ',' || c == ';' || c == ':';
}

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

std::vector<Range> units_of(const Passage& passage, size_t longest) {
  std::vector<Range> units;
  for (const Range& sentence : sentences_of(passage)) {
    if (sentence.second - sentence.first > longest)
      add_clauses(passage.text, sentence, longest, &units);
    else
      units.push_back(sentence);
  }
  return units;
}

// A unit of the passage and the query's words in it.
struct Unit {
  Range range;
  std::set<std::string> words;
  size_t marks = 0;
  bool chosen = false;

  size_t size() const { return range.second - range.first; }
};

std::vector<Unit> marked_units(const PassageHit& hit, size_t longest) {
  std::vector<Unit> units;
  auto mark = hit.marks.begin();
  for (const Range& range : units_of(hit.passage, longest)) {
    Unit unit{range, {}, 0, false};
    while (mark != hit.marks.end() && mark->first < range.first) ++mark;
    for (; mark != hit.marks.end() && mark->first < range.second; ++mark) {
      const auto [begin, end] = *mark;
      if (end > range.second) continue;
      unit.words.insert(search_form(hit.passage.text.substr(begin, end - begin)));
      ++unit.marks;
    }
    units.push_back(std::move(unit));
  }
  return units;
}

bool overlap(Range a, Range b) {
  return a.first < b.second && b.first < a.second;
}

// Chooses the run of neighbouring units, at most `longest` bytes, with most different words of the
// query, then most marks; the first and shortest of those. It has of `telling`, where there is one.
void choose_run(std::vector<Unit>* units, size_t longest, Range telling) {
  size_t first = 0, last = 0, most_words = 0, most_marks = 0;
  for (size_t i = 0; i < units->size(); ++i) {
    std::set<std::string> words;
    size_t marks = 0;
    bool tells = telling.first == telling.second;
    for (size_t j = i; j < units->size(); ++j) {
      if (j > i && (*units)[j].range.second - (*units)[i].range.first > longest) break;
      words.insert((*units)[j].words.begin(), (*units)[j].words.end());
      marks += (*units)[j].marks;
      tells = tells || (overlap((*units)[j].range, telling) && (*units)[j].marks > 0);
      if (!tells) continue;
      if (std::pair(words.size(), marks) <= std::pair(most_words, most_marks)) continue;
      most_words = words.size();
      most_marks = marks;
      first = i;
      last = j;
    }
  }
  for (size_t i = first; i <= last; ++i) (*units)[i].chosen = true;
}

size_t chosen_size(const std::vector<Unit>& units) {
  size_t size = 0;
  for (const Unit& unit : units) size += unit.chosen ? unit.size() + 1 : 0;
  return size;
}

// Adds units from elsewhere in the passage that have words of the query which are still missing.
void choose_missing_words(std::vector<Unit>* units, size_t longest) {
  for (;;) {
    std::set<std::string> covered;
    for (const Unit& unit : *units)
      if (unit.chosen) covered.insert(unit.words.begin(), unit.words.end());
    size_t room = longest - std::min(longest, chosen_size(*units));
    Unit* best = nullptr;
    size_t most = 0;
    for (Unit& unit : *units) {
      if (unit.chosen || unit.size() > room) continue;
      auto missing = static_cast<size_t>(
          std::count_if(unit.words.begin(), unit.words.end(),
                        [&](const std::string& word) { return !covered.contains(word); }));
      if (missing <= most) continue;
      most = missing;
      best = &unit;
    }
    if (best == nullptr) return;
    best->chosen = true;
  }
}

// Uses the room that is left for what stands around the chosen units: the text between and behind
// them first, then before.
void fill(std::vector<Unit>* units, size_t longest) {
  auto take = [&](Unit* unit, const Unit& neighbour) {
    if (!unit->chosen && neighbour.chosen && chosen_size(*units) + unit->size() <= longest)
      unit->chosen = true;
  };
  for (size_t i = 1; i < units->size(); ++i) take(&(*units)[i], (*units)[i - 1]);
  for (size_t i = units->size() - 1; i > 0; --i) take(&(*units)[i - 1], (*units)[i]);
}

// Chosen neighbours as one range each.
std::vector<Range> chosen_ranges(const std::vector<Unit>& units) {
  std::vector<Range> ranges;
  for (size_t i = 0; i < units.size(); ++i) {
    if (!units[i].chosen) continue;
    if (i > 0 && units[i - 1].chosen)
      ranges.back().second = units[i].range.second;
    else
      ranges.push_back(units[i].range);
  }
  return ranges;
}

std::vector<Range> ranges_to_show(const PassageHit& hit, size_t longest, Range telling) {
  const std::string& text = hit.passage.text;
  if (text.size() <= longest) return {{0, text.size()}};
  std::vector<Unit> units = marked_units(hit, longest);
  if (units.empty()) return {{0, text.size()}};
  choose_run(&units, longest, telling);
  choose_missing_words(&units, longest);
  fill(&units, longest);
  return chosen_ranges(units);
}

}  // namespace

void make_snippet(PassageHit* hit, size_t longest, Range telling) {
  const std::string& text = hit->passage.text;
  std::vector<Range> ranges = ranges_to_show(*hit, longest, telling);
  hit->snippet.clear();
  hit->snippet_marks.clear();
  for (const Range& range : ranges) {
    if (!hit->snippet.empty()) hit->snippet += " … ";
    size_t at = hit->snippet.size();
    hit->snippet += text.substr(range.first, range.second - range.first);
    for (const auto& [begin, end] : hit->marks)
      if (begin >= range.first && end <= range.second)
        hit->snippet_marks.emplace_back(begin - range.first + at, end - range.first + at);
  }
  hit->cut_before = ranges.front().first > 0;
  hit->cut_after = ranges.back().second < text.size();
}

}  // namespace ofsearch
