#include "searcher/understand/understanding.h"

#include "searcher/understand/understanding_run.h"
#include "searcher/understand/words/understanding_brackets.h"
#include "searcher/understand/words/understanding_documents.h"
#include "searcher/understand/words/understanding_negations.h"
#include "searcher/understand/words/understanding_phrases.h"
#include "searcher/understand/words/understanding_sentences.h"
#include "searcher/understand/words/understanding_slashes.h"
#include "searcher/understand/words/understanding_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace ofsearch {
namespace {

using namespace understanding;
using Kind = QueryNode::Kind;

// A sentence of several, understood by itself.
struct Part {
  Understood understood;
  std::vector<QueryNode> left;
  bool alone = false;     // it asks for something that needs none of the others
  bool is_topic = false;  // the sentence behind it asks for strengths on what it speaks of
};

Part understand_part(const Sentence& sentence, const Vocabulary& vocabulary,
                     const std::set<std::string>& taken) {
  Part part;
  part.left = understand_run(sentence.words, vocabulary, taken, &part.understood);
  part.alone = sentence.asks && count_topics(part.left) > 0 && !refers_back(sentence, part.left);
  return part;
}

// What surrounds a question tells who asks: "our last inspection", "my son was taken last year".
// Names of places are meant, times, grades and kinds are not.
Part understand_surrounding(const Sentence& sentence, const Vocabulary& vocabulary,
                            std::set<std::string> taken) {
  taken.insert({"year", "from", "to", "grade", "type", "visit_type", "kind", "section", "finding"});
  Part part = understand_part(sentence, vocabulary, taken);
  std::erase_if(part.understood.filters, [](const UnderstoodWords& each) {
    return each.field != "authority" && each.field != "region";
  });
  part.understood.order.reset();
  return part;
}

// "Who does this well?": strengths are asked for on the topic of the sentences before.
bool asks_for_strengths(const Sentence& sentence, const Part& part) {
  return sentence.asks && count_topics(part.left) == 0 &&
         std::ranges::any_of(part.understood.filters, [](const UnderstoodWords& each) {
           return each.field == "finding" && each.value == "strength";
         });
}

// The topic of those strengths; what is wrong with it is not looked for.
void take_topic(Part* part) {
  std::string fault;
  part->left = without_fault(std::move(part->left), &fault);
  part->is_topic = true;
  if (fault.empty()) return;
  part->understood.notes.push_back(
      fmt::format("not looked for, as strengths are asked for: {}", fault));
  part->understood.dropped.push_back(fault);
}

template <typename T>
void append(std::vector<T>&& more, std::vector<T>* all) {
  std::move(more.begin(), more.end(), std::back_inserter(*all));
}

void add(Understood&& part, Understood* understood) {
  append(std::move(part.filters), &understood->filters);
  append(std::move(part.notes), &understood->notes);
  append(std::move(part.dropped), &understood->dropped);
  append(std::move(part.furniture), &understood->furniture);
  if (part.order) understood->order = part.order;
  understood->asks_counts = understood->asks_counts || part.asks_counts;
  understood->asks_standing = understood->asks_standing || part.asks_standing;
  understood->is_rewritten = understood->is_rewritten || part.is_rewritten;
}

// Of several sentences those are looked for that ask; the others only where the question needs
// them: "My son is in a hostel. Is this allowed?"
std::vector<QueryNode> understand_sentences(const std::vector<QueryNode>& run,
                                            const Vocabulary& vocabulary,
                                            const std::set<std::string>& taken,
                                            Understood* understood) {
  const std::vector<Sentence> sentences = sentences_of(run);
  if (sentences.size() == 1 || std::ranges::none_of(sentences, &Sentence::asks)) {
    std::vector<QueryNode> words;
    for (const Sentence& sentence : sentences) {
      if (!sentence.greeting.empty()) understood->dropped.push_back(sentence.greeting);
      words.insert(words.end(), sentence.words.begin(), sentence.words.end());
    }
    return understand_run(words, vocabulary, taken, understood);
  }
  std::vector<Part> parts;
  for (const Sentence& sentence : sentences)
    parts.push_back(sentence.asks ? understand_part(sentence, vocabulary, taken)
                                  : understand_surrounding(sentence, vocabulary, taken));
  const bool asks_alone = std::ranges::any_of(parts, &Part::alone);
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (!asks_alone && asks_for_strengths(sentences[i], parts[i])) take_topic(&parts[i - 1]);
  std::vector<QueryNode> left;
  std::string left_out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_taken = sentences[i].asks && !parts[i].understood.filters.empty();
    if (!sentences[i].closes) add(std::move(parts[i].understood), understood);
    const bool is_wanted =
        asks_alone ? parts[i].alone
                   : !sentences[i].closes && (parts[i].is_topic || count_topics(parts[i].left) > 0);
    if (is_wanted)
      append(std::move(parts[i].left), &left);
    else if (!is_taken)
      left_out += (left_out.empty() ? "" : " ") + text_of(sentences[i]);
  }
  if (!left_out.empty()) {
    understood->notes.push_back(
        fmt::format("not looked for, as it only surrounds the question: {}", left_out));
    understood->dropped.push_back(left_out);
  }
  return left;
}

// "(Owner: Head of Service)".
bool is_furniture(const QueryNode& node) {
  if (node.kind != Kind::kBag || node.need != QueryNode::Need::kOptional || node.children.empty() ||
      !std::ranges::all_of(node.children, is_plain_word))
    return false;
  const Words words = words_of(node.children);
  return words.size() > 0 && Phrases::builtin().length_of("furniture", words, 0) == words.size();
}

std::string text_in_bag(const QueryNode& bag) {
  const Words words = words_of(bag.children);
  return words.text(0, words.size());
}

// "-kent", "NOT tower hamlets": the name or kind that begins with the first of `nodes`, a word with
// a sign. Returns how many of them say it; 0: it is a word.
size_t take_excluded(std::span<const QueryNode> nodes, const Vocabulary& vocabulary,
                     const std::set<std::string>& taken, Understood* understood) {
  const auto recognised = [&](const Words& words) { return recognise(words, vocabulary, taken); };
  const std::vector<QueryNode> parted = with_slashes_parted({nodes.front()}, recognised);
  if (parted.size() > 1) {  // "-kent/medway"
    for (const QueryNode& part : without_slashes(parted))
      take_excluded(std::span(&part, 1), vocabulary, taken, understood);
    return 1;
  }
  const auto end = std::find_if_not(nodes.begin() + 1, nodes.end(), is_plain_word);
  const std::vector<QueryNode> run(nodes.begin(), end);
  const Words words = words_of(run);
  for (const Recognised& each : recognised(words)) {
    if (each.first != 0 || each.excluded || each.filters.empty() || !each.kept.empty() ||
        each.keeps_words || !can_be_excluded(each))
      continue;
    const std::string text = "-" + words.text(each.first, each.count);
    for (const auto& [field, value] : each.filters)
      understood->filters.push_back({json_name(field), value, text, true});
    return words.words_of(each.first, each.count).second;
  }
  return 0;
}

// Words that only say that documents are searched are no topic: "neglect reports".
void take_documents(std::vector<QueryNode>* left, Understood* understood) {
  const bool are_words = std::ranges::all_of(*left, [](const QueryNode& node) {
    return (node.kind == Kind::kWord || node.kind == Kind::kPhrase) &&
           node.need != QueryNode::Need::kExcluded;
  });
  if (!are_words) return;
  std::string documents;
  std::vector<QueryNode> rest = without_documents(*left, &documents);
  const auto is_taken_plain =
      std::ranges::count_if(*left, is_plain_word) - std::ranges::count_if(rest, is_plain_word) ==
      static_cast<std::ptrdiff_t>(left->size() - rest.size());
  if (documents.empty() || !is_taken_plain) return;
  understood->notes.push_back("not looked for, as it only says what is searched: " + documents);
  understood->dropped.push_back(std::move(documents));
  *left = std::move(rest);
}

}  // namespace

Understood understand(const ParsedQuery& query, const Vocabulary& vocabulary,
                      const std::set<std::string>& taken) {
  Understood understood;
  understood.query.filters = query.filters;
  std::vector<QueryNode> left, run;
  auto end_run = [&] {
    if (run.empty()) return;
    for (QueryNode& node : understand_sentences(run, vocabulary, taken, &understood))
      left.push_back(std::move(node));
    run.clear();
  };
  const std::span<const QueryNode> nodes(query.root.children);
  const bool has_remarks = may_have_remarks(query.root.children);
  std::vector<QueryNode> excepted;
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (is_plain_word(nodes[i])) {
      run.push_back(nodes[i]);
      continue;
    }
    if (is_furniture(nodes[i])) {
      end_run();
      understood.dropped.push_back(describe(nodes[i]));
      understood.furniture.push_back(text_in_bag(nodes[i]));
      continue;
    }
    if (has_remarks && i > 0 && is_plain_bracket(nodes[i])) {
      Remark remark = read_remark(nodes[i]);
      append(std::move(remark.words), &run);
      append(std::move(remark.excepted), &excepted);
      understood.has_remarks = true;
      continue;
    }
    end_run();
    const bool excluded =
        nodes[i].kind == Kind::kWord && nodes[i].need == QueryNode::Need::kExcluded;
    const size_t taken_here =
        excluded ? take_excluded(nodes.subspan(i), vocabulary, taken, &understood) : 0;
    if (taken_here == 0)
      left.push_back(nodes[i]);
    else
      i += taken_here - 1;
  }
  for (QueryNode& node : excepted) {
    if (is_plain_word(node)) {
      run.push_back(std::move(node));
      continue;
    }
    end_run();
    left.push_back(std::move(node));
  }
  end_run();
  take_documents(&left, &understood);
  understood.query.root = query.root;
  understood.query.root.children = std::move(left);
  return understood;
}

}  // namespace ofsearch
