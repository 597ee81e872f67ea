#include "searcher/understand/words/understanding_slashes.h"

#include "common/text/characters.h"
#include "common/text/text.h"
#include "searcher/understand/words/understanding_phrases.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace ofsearch::understanding {
namespace {

// Nodes for "Kent", "/" and "Medway"; none for a word that is not made so.
std::vector<QueryNode> parts_of(const QueryNode& node) {
  constexpr std::size_t kShortest = 2;  // bytes of a part: "n/a", "w/o" are words
  if (node.kind != QueryNode::Kind::kWord || node.text.find('/') == std::string::npos) return {};
  if (std::ranges::none_of(node.text, is_ascii_letter)) return {};
  std::vector<QueryNode> parts;
  for (std::string_view text : split(node.text, '/')) {
    if (text.size() < kShortest) return {};
    QueryNode part;
    part.kind = QueryNode::Kind::kWord;
    if (!parts.empty()) {
      part.text = kSlash;
      parts.push_back(part);
    }
    part.text = text;
    parts.push_back(std::move(part));
  }
  parts.back().end = node.end;
  parts.back().colon = node.colon;
  parts.back().dash = node.dash;
  return parts;
}

// Whether something in word `at` is a filter by what reports are of.
bool has_name(const AllRecognised& all, const Words& words, std::size_t at) {
  static const std::set<std::string> kFields = {"authority", "region", "type", "kind", "grade",
                                                "year",      "from",   "to",   "focus"};
  return std::ranges::any_of(all, [&](const Recognised& each) {
    const auto [first, last] = words.words_of(each.first, each.count);
    return first <= at && at < last && std::ranges::any_of(each.filters, [](const auto& filter) {
             return kFields.contains(filter.first);
           });
  });
}

// "RI/inadequate": whether a grade is meant is not known of the grades alone.
bool are_grades(const std::vector<QueryNode>& parts) {
  return std::ranges::all_of(parts, [](const QueryNode& part) {
    const Words words({part.text});
    return part.text == kSlash ||
           std::ranges::any_of(Phrases::builtin().at(words, 0, "grade"),
                               [&](const auto& found) { return found.length == words.size(); });
  });
}

// "East" and "Sussex" for the word of each of `parts`: what stands behind all of them is part of
// each name in "East/West Sussex".
std::vector<QueryNode> each_with(const std::vector<QueryNode>& parts, const QueryNode& behind) {
  std::vector<QueryNode> all;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!Words({parts[i].text}).is_one_of(0, "north south east west or")) return {};
    all.push_back(parts[i]);
    if (i + 1 < parts.size() && parts[i].text != kSlash) all.push_back(behind);
  }
  return all;
}

std::vector<QueryNode> with_put_in(std::vector<QueryNode> run, std::size_t at,
                                   const std::vector<QueryNode>& parts) {
  const auto place = run.erase(run.begin() + static_cast<std::ptrdiff_t>(at));
  run.insert(place, parts.begin(), parts.end());
  return run;
}

// Whether all words from `first` to `end` that are `step` apart are or begin names.
bool are_names(const std::vector<QueryNode>& run, const Recogniser& recognise, std::size_t first,
               std::size_t step, std::size_t end) {
  const Words words = words_of(run);
  const AllRecognised all = recognise(words);
  for (std::size_t at = first; at < end; at += step)
    if (!has_name(all, words, at)) return false;
  return true;
}

}  // namespace

std::vector<QueryNode> with_slashes_parted(std::vector<QueryNode> run,
                                           const Recogniser& recognise) {
  constexpr std::size_t kMostTried = 8;  // words, as each is as much work as the whole query
  for (std::size_t i = 0, tried = 0; i < run.size() && tried < kMostTried; ++i) {
    const std::vector<QueryNode> parts = parts_of(run[i]);
    if (parts.empty()) continue;
    ++tried;
    const std::vector<QueryNode> longer =
        i + 1 < run.size() ? each_with(parts, run[i + 1]) : std::vector<QueryNode>();
    std::vector<QueryNode> parted = with_put_in(run, i, longer.empty() ? parts : longer);
    const std::size_t end = i + (longer.empty() ? parts : longer).size();
    if (!are_grades(parts) && !are_names(parted, recognise, i, longer.empty() ? 2 : 3, end))
      continue;
    run = std::move(parted);
    i = end - 1;
  }
  return run;
}

std::vector<QueryNode> without_slashes(std::vector<QueryNode> run) {
  std::erase_if(run, [](const QueryNode& node) {
    return node.kind == QueryNode::Kind::kWord && node.text == kSlash;
  });
  return run;
}

}  // namespace ofsearch::understanding
