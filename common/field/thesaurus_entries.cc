#include "common/field/thesaurus_entries.h"

#include "common/field/thesaurus_words.h"

#include <algorithm>
#include <set>

namespace ofsearch::thesaurus {
namespace {

// By relation. How much a hit on an expansion counts beside one on the words typed: a changed or
// narrower name is nearly as good; a related one only breaks ties and fills an empty page.
constexpr double kWeight[] = {1.0, 0.7, 0.35};
constexpr double kAmbiguousFactor = 0.6;

constexpr std::string_view kRelationMarks = "=>~";
constexpr char kAmbiguousMark = '?', kCapitalsMark = '^';

constexpr char kFieldEnd = '\t', kLineEnd = '\n';

// What stands before the first `end`, or all if there is none; `text` keeps what stands behind it.
std::string_view take_until(char end, std::string_view* text) {
  const std::string_view taken = text->substr(0, text->find(end));
  text->remove_prefix(std::min(taken.size() + 1, text->size()));
  return taken;
}

std::string_view key_at(std::string_view compiled, std::size_t line) {
  std::string_view rest = compiled.substr(line);
  return take_until(kFieldEnd, &rest);
}

// The beginning of the line in which `at` lies.
std::size_t line_of(std::string_view compiled, std::size_t at) {
  return compiled.substr(0, at).rfind(kLineEnd) + 1;
}

// Where the first line begins whose key is not less than `key`; the size if there is none.
std::size_t lower_bound(std::string_view compiled, std::string_view key) {
  std::size_t first = 0, last = compiled.size();
  while (first < last) {
    const std::size_t middle = line_of(compiled, first + (last - first) / 2);
    if (key_at(compiled, middle) < key)
      first = std::min(compiled.find(kLineEnd, middle), compiled.size() - 1) + 1;
    else
      last = middle;
  }
  return first;
}

// Takes the next target off `targets`. Of marks that are none of its own, the relation is "same".
Target take_target(std::string_view* targets) {
  Target target;
  const std::string_view marks = take_until(kFieldEnd, targets);
  target.text = take_until(kFieldEnd, targets);
  target.form = take_until(kFieldEnd, targets);
  const auto relation = kRelationMarks.find(marks.empty() ? kRelationMarks[0] : marks[0]);
  if (relation != std::string_view::npos)
    target.relation = static_cast<Expansion::Relation>(relation);
  target.ambiguous = marks.find(kAmbiguousMark) != std::string_view::npos;
  target.capitals = marks.find(kCapitalsMark) != std::string_view::npos;
  return target;
}

}  // namespace

double Target::weight() const {
  return kWeight[relation] * (ambiguous ? kAmbiguousFactor : 1);
}

void append_entry(std::string* compiled, std::string_view key, std::string_view entry,
                  const std::vector<Target>& targets) {
  compiled->append(key) += kFieldEnd;
  compiled->append(entry);
  for (const Target& target : targets) {
    *compiled += kFieldEnd;
    *compiled += kRelationMarks[target.relation];
    if (target.ambiguous) *compiled += kAmbiguousMark;
    if (target.capitals) *compiled += kCapitalsMark;
    *compiled += kFieldEnd;
    compiled->append(target.text) += kFieldEnd;
    compiled->append(target.form);
  }
  *compiled += kLineEnd;
}

bool Entry::capitals() const {
  return key.starts_with(kCapitalsKey);
}

std::vector<Expansion> Entry::expansions(std::string_view typed_form) const {
  std::vector<Expansion> expansions;
  for (std::string_view rest = targets; !rest.empty();) {
    const Target target = take_target(&rest);
    if (target.form.find(typed_form) == std::string_view::npos)
      expansions.push_back(
          {std::string(target.text), target.relation, target.weight(), target.capitals});
  }
  return expansions;
}

std::optional<Entry> Entries::first(std::string_view beginning) const {
  std::string_view rest = compiled_.substr(lower_bound(compiled_, beginning));
  std::string_view line = take_until(kLineEnd, &rest);
  Entry entry;
  entry.key = take_until(kFieldEnd, &line);
  if (entry.key.empty() || !entry.key.starts_with(beginning)) return std::nullopt;
  entry.text = take_until(kFieldEnd, &line);
  entry.targets = line;
  return entry;
}

std::size_t Entries::size() const {
  return static_cast<std::size_t>(std::count(compiled_.begin(), compiled_.end(), kLineEnd));
}

std::vector<std::string> Entries::terms() const {
  std::set<std::string_view> terms;
  for (std::string_view rest = compiled_; !rest.empty();) {
    std::string_view line = take_until(kLineEnd, &rest);
    take_until(kFieldEnd, &line);
    terms.insert(take_until(kFieldEnd, &line));
    while (!line.empty()) terms.insert(take_target(&line).text);
  }
  return {terms.begin(), terms.end()};
}

}  // namespace ofsearch::thesaurus
