#include "searcher/web/parts/query/query_words.h"

#include "common/text/characters.h"
#include "common/text/counted.h"
#include "common/text/nearest.h"
#include "searcher/present/words/interpreted.h"
#include "searcher/query/query_parser.h"
#include "searcher/web/parts/frame/words.h"
#include "searcher/web/parts/query/filter_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace ofsearch::web {
namespace {

using Kind = QueryNode::Kind;
using Need = QueryNode::Need;
using Strings = std::vector<std::string>;

// Tells whether words stand beside a part in its sentence, which must not run into its own.
enum class Place { kAlone, kAmongOthers };

std::string words_of(const QueryNode& node, Place place);

// "type of visit", but "SEND outcome".
std::string in_a_sentence(std::string label) {
  const bool is_word = label.size() > 1 && label[1] >= 'a' && label[1] <= 'z';
  if (is_word) label[0] = to_ascii_lower(label.substr(0, 1))[0];
  return label;
}

std::string filter_of(const QueryNode& node) {
  const FilterWords words = filter_words(node.field, node.text);
  return in_a_sentence(words.field) + " " + words.value;
}

std::string wildcard_of(const QueryNode& node) {
  const size_t star = node.text.find('*');
  if (star + 1 == node.text.size())
    return fmt::format("words that begin with “{}”", node.text.substr(0, star));
  Strings parts;
  for (std::string_view part : split(node.text, '*'))
    if (!part.empty()) parts.push_back(fmt::format("“{}”", part));
  return fmt::format("words that have {} in this order", list_in_words(parts, "and"));
}

std::string near_of(const QueryNode& node, Place place) {
  Strings words;
  for (const QueryNode& child : node.children) words.push_back(words_of(child, Place::kAlone));
  return fmt::format("{}{} at most {} apart", place == Place::kAlone ? "" : "both ",
                     list_in_words(words, "and"),
                     counted_with_commas(static_cast<size_t>(node.distance), "word"));
}

struct Parts {
  Strings wanted, excluded;
};

Parts parts_of(const QueryNode& node) {
  Parts parts;
  const bool alone = node.children.size() == 1;
  for (const QueryNode& child : node.children)
    (child.need == Need::kExcluded ? parts.excluded : parts.wanted)
        .push_back(words_of(child, alone ? Place::kAlone : Place::kAmongOthers));
  return parts;
}

std::string without(const Strings& excluded) {
  return excluded.empty() ? "" : "without " + list_in_words(excluded, "or");
}

// "a and b"; where a part has parts of its own, "either a or b, and c".
std::string list_of(const QueryNode& node, Strings parts, Place place, const char* last) {
  auto has_parts = [](const QueryNode& child) { return !child.children.empty(); };
  if (place == Place::kAlone && parts.size() > 1 && std::ranges::any_of(node.children, has_parts))
    parts[parts.size() - 2] += ",";
  return list_in_words(parts, last);
}

std::string all_of(const QueryNode& node, Place place) {
  const Parts parts = parts_of(node);
  std::string text = list_of(node, parts.wanted, place, "and");
  if (place == Place::kAmongOthers && parts.wanted.size() > 1)
    text = (parts.wanted.size() == 2 ? "both " : "all of ") + text;
  if (parts.excluded.empty()) return text;
  return (text.empty() ? "anything " : text + " ") + without(parts.excluded);
}

std::string any_of(const QueryNode& node, Place place) {
  Parts parts = parts_of(node);
  for (const std::string& excluded : parts.excluded)
    parts.wanted.push_back("anything without " + excluded);
  const std::string text = list_of(node, parts.wanted, place, "or");
  if (place == Place::kAlone || parts.wanted.size() < 2) return text;
  return (parts.wanted.size() == 2 ? "either " : "any of ") + text;
}

std::string words_of(const QueryNode& node, Place place) {
  switch (node.kind) {
    case Kind::kWord:
      return node.text;
    case Kind::kPhrase:
      return fmt::format("“{}”", node.text);
    case Kind::kWildcard:
      return wildcard_of(node);
    case Kind::kNear:
      return near_of(node, place);
    case Kind::kFilter:
      return filter_of(node);
    case Kind::kOr:
      return any_of(node, place);
    case Kind::kBag:
    case Kind::kAnd:
      return all_of(node, place);
  }
  return node.text;
}

// Tells whether a part is required. A part that an operator joins is never given up.
bool is_required(const QueryNode& node) {
  return node.need == Need::kRequired || node.kind == Kind::kAnd || node.kind == Kind::kOr ||
         node.kind == Kind::kNear || node.kind == Kind::kFilter;
}

// The parts of a whole query by what they are for: words side by side are one of them.
struct Sentence {
  Strings wanted, always, never;
};

Sentence sentence_of(const QueryNode& root) {
  Sentence sentence;
  auto is_always = [](const QueryNode& node) {
    return node.need != Need::kExcluded && is_required(node);
  };
  const bool one_always = std::ranges::count_if(root.children, is_always) == 1;
  bool after_word = false;
  for (const QueryNode& child : root.children) {
    const bool excluded = child.need == Need::kExcluded, required = is_always(child);
    const bool alone = root.children.size() == 1 || (required && one_always);
    const std::string words =
        words_of(child, alone && !excluded ? Place::kAlone : Place::kAmongOthers);
    const bool word = child.kind == Kind::kWord && !excluded && !required;
    if (word && after_word)
      sentence.wanted.back() += " " + words;
    else
      (excluded ? sentence.never : required ? sentence.always : sentence.wanted).push_back(words);
    after_word = word;
  }
  return sentence;
}

// `query`: in words.
std::string with_filters(std::string query, const std::vector<SearchedFilter>& filters) {
  for (const SearchedFilter& filter : filters) {
    Strings values;
    for (const std::string& typed : filter.typed)
      values.push_back(filter_words(filter.field, typed).value);
    query += fmt::format("{}{}: {}", query.empty() ? "" : "; ", field_label(filter.field),
                         list_in_words(values));
  }
  return query;
}

}  // namespace

std::string query_in_words(std::string_view query) {
  ParsedQuery parsed = parse_query(query);
  const Sentence sentence = sentence_of(parsed.root);
  Strings parts;
  if (!sentence.wanted.empty())
    parts.push_back(fmt::format("{}", fmt::join(sentence.wanted, ", ")));
  if (!sentence.always.empty())
    parts.push_back((parts.empty() ? "" : "and always ") + list_in_words(sentence.always, "and"));
  if (!sentence.never.empty()) parts.push_back(without(sentence.never));
  return fmt::format("{}", fmt::join(parts, ", "));
}

// The words searched for, and of which any one was enough.
static std::string words_of(const SearchResults& results) {
  return with_alternatives(query_in_words(results.searched), results);
}

std::string searched_in_words(const SearchResults& results) {
  return with_filters(words_of(results), results.filters);
}

std::string results_in_words(const SearchResults& results) {
  const std::string but = results.not_counted.empty() ? "" : " " + results.not_counted;
  return with_filters(words_of(results) + but, results.filters);
}

std::string filters_in_words(const SearchRequest& request) {
  std::vector<std::pair<std::string, std::string>> filters = request.filters;
  if (request.from) filters.emplace_back("from", *request.from);
  if (request.to) filters.emplace_back("to", *request.to);
  if (request.indexed_since) filters.emplace_back("indexed-since", *request.indexed_since);
  std::string text, field;
  for (const auto& [name, typed] : filters) {
    const FilterWords words = filter_words(name, typed);
    const bool same = words.field == field;
    text += same ? " or " + words.value
                 : fmt::format("{}{}: {}", text.empty() ? "" : "; ", words.field, words.value);
    field = words.field;
  }
  return text;
}

}  // namespace ofsearch::web
