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

const std::set<std::string> kTimes = {"year", "from", "to"};
const std::set<std::string> kNames = {"authority", "region", "type", "kind", "grade", "focus"};

// Whether something in word `at` is a filter by one of `fields`.
bool has_filter(const AllRecognised& all, const Words& words, std::size_t at,
                const std::set<std::string>& fields) {
  return std::ranges::any_of(all, [&](const Recognised& each) {
    const auto [first, last] = words.words_of(each.first, each.count);
    return first <= at && at < last && std::ranges::any_of(each.filters, [&](const auto& filter) {
             return fields.contains(filter.first);
           });
  });
}

// The same of each second word from `first` on, up to `end`: those that slashes part.
bool have_names(const AllRecognised& all, const Words& words, std::size_t first, std::size_t end) {
  for (std::size_t at = first; at < end; at += 2)
    if (!has_filter(all, words, at, kNames)) return false;
  return true;
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

}  // namespace

std::vector<QueryNode> with_slashes_parted(
    std::vector<QueryNode> run, const std::function<AllRecognised(const Words&)>& recognise) {
  for (std::size_t i = 0; i < run.size(); ++i) {
    const std::vector<QueryNode> parts = parts_of(run[i]);
    if (parts.empty()) continue;
    const Words whole = words_of(run);
    if (has_filter(recognise(whole), whole, i, kTimes)) continue;
    std::vector<QueryNode> parted = run;
    const auto at = parted.erase(parted.begin() + static_cast<std::ptrdiff_t>(i));
    parted.insert(at, parts.begin(), parts.end());
    const Words words = words_of(parted);
    if (!are_grades(parts) && !have_names(recognise(words), words, i, i + parts.size())) continue;
    run = std::move(parted);
    i += parts.size() - 1;
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
