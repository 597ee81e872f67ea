#include "searcher/understand/words/understanding_brackets.h"

#include "common/field/thesaurus/thesaurus.h"
#include "searcher/understand/words/understanding_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace ofsearch::understanding {
namespace {

using Kind = QueryNode::Kind;
using Need = QueryNode::Need;

// Longest first.
constexpr std::string_view kExcept[] = {"with the exception of",
                                        "but not including",
                                        "not including",
                                        "leaving out",
                                        "other than",
                                        "apart from",
                                        "except for",
                                        "excluding",
                                        "excludes",
                                        "exclude",
                                        "ignoring",
                                        "except",
                                        "excl",
                                        "minus"};
constexpr std::string_view kNot[] = {"but not", "and not", "not", "without"};
// Before a remark, which they only begin.
constexpr std::string_view kOpening[] = {"for example", "such as", "i e", "e g", "eg",  "ie",
                                         "including",   "incl",    "inc", "esp", "viz", "aka"};
constexpr std::string_view kParting = "or and nor";
// Behind "not" they judge, and set no topic apart: "not recorded", "not seen alone".
constexpr std::string_view kJudging =
    "in at on for with by from to up just only simply necessarily always often yet enough all "
    "every "
    "so very too sure seen given taken known done made kept held told sent met shown heard written "
    "understood safe well right clear robust strong good great better adequate sufficient "
    "consistent "
    "regular quick being having longer working improving happening learning listening progressing "
    "delay drift consent permission notice warning support help plan reason evidence";
constexpr std::string_view kJudgingEndings[] = {"ed", "ly", "ive", "ful"};

std::size_t length_of_one(const Words& words, const std::string_view* begin,
                          const std::string_view* end) {
  for (; begin != end; ++begin)
    if (const std::size_t length = words.length_at(0, *begin); length > 0) return length;
  return 0;
}

bool judges(const std::vector<QueryNode>& nodes) {
  const Words words = words_of(nodes);
  if (words.size() == 0 || words.is_one_of(0, kJudging)) return true;
  const std::string& last = words.folded(words.size() - 1);
  return std::ranges::any_of(kJudgingEndings,
                             [&](std::string_view ending) { return last.ends_with(ending); });
}

// A word, or several that are one term of the field.
bool is_term(const std::vector<QueryNode>& nodes) {
  if (nodes.size() == 1) return true;
  const auto matches = Thesaurus::builtin().matches(words_of(nodes).typed());
  return !matches.empty() && matches.front().word_count == nodes.size();
}

// The topics that "or" and the like part.
std::vector<std::vector<QueryNode>> topics_of(const std::vector<QueryNode>& nodes,
                                              std::size_t from) {
  std::vector<std::vector<QueryNode>> topics(1);
  for (std::size_t i = from; i < nodes.size(); ++i) {
    const Words word({nodes[i].text});
    if (word.is_one_of(0, kParting))
      topics.emplace_back();
    else if (!topics.back().empty() || !word.is_one_of(0, "the a an any"))
      topics.back().push_back(nodes[i]);
  }
  std::erase_if(topics, [](const auto& topic) { return topic.empty(); });
  return topics;
}

// A term or a word as a contrast, which takes in its other names; else the words as they stand.
void except(std::vector<QueryNode> topic, std::vector<QueryNode>* excepted) {
  QueryNode node;
  if (is_term(topic)) {
    node.kind = Kind::kWord;
    node.text = "except";
    excepted->push_back(std::move(node));
    std::move(topic.begin(), topic.end(), std::back_inserter(*excepted));
    return;
  }
  node.kind = Kind::kPhrase;
  node.need = Need::kExcluded;
  node.text = fmt::format("{}", fmt::join(words_of(topic).typed(), " "));
  excepted->push_back(std::move(node));
}

}  // namespace

bool is_plain_bracket(const QueryNode& node) {
  return node.kind == Kind::kBag && node.need == Need::kOptional && !node.children.empty() &&
         std::ranges::all_of(node.children, is_plain_word);
}

bool may_have_remarks(const std::vector<QueryNode>& nodes) {
  return std::ranges::all_of(nodes, [](const QueryNode& node) {
    const bool is_phrase = node.kind == Kind::kPhrase && node.need != Need::kExcluded;
    return is_plain_word(node) || is_phrase || is_plain_bracket(node);
  });
}

Remark read_remark(const QueryNode& bracket) {
  const std::vector<QueryNode>& nodes = bracket.children;
  const Words words = words_of(nodes);
  Remark remark;
  const std::size_t excepts = length_of_one(words, std::begin(kExcept), std::end(kExcept));
  const std::size_t denies = length_of_one(words, std::begin(kNot), std::end(kNot));
  const auto topics = topics_of(nodes, words.words_of(0, excepts > 0 ? excepts : denies).second);
  const bool is_exception =
      !topics.empty() && (excepts > 0 || (denies > 0 && std::ranges::none_of(topics, judges)));
  if (is_exception) {
    for (const auto& topic : topics) except(topic, &remark.excepted);
    return remark;
  }
  const std::size_t opening = length_of_one(words, std::begin(kOpening), std::end(kOpening));
  const std::size_t first = opening > 0 ? words.words_of(0, opening).second : 0;
  remark.words.assign(nodes.begin() + static_cast<std::ptrdiff_t>(first), nodes.end());
  return remark;
}

}  // namespace ofsearch::understanding
