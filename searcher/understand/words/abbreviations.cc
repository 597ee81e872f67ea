#include "searcher/understand/words/abbreviations.h"

#include "common/text/characters.h"
#include "searcher/understand/words/understanding_phrases.h"
#include "searcher/understand/words/understanding_words.h"

#include <string>
#include <string_view>
#include <utility>

namespace ofsearch::understanding {
namespace {

// "M.A.S.H.": MASH; empty for anything else.
std::string without_dots(std::string_view typed) {
  constexpr size_t kFewest = 3;  // letters: "e.g." is none
  std::string letters;
  for (size_t i = 0; i < typed.size(); ++i) {
    if (i % 2 == 0 ? !is_ascii_letter(typed[i]) : typed[i] != '.') return "";
    if (i % 2 == 0) letters += to_ascii_upper(typed[i]);
  }
  return letters.size() < kFewest ? "" : letters;
}

}  // namespace

std::vector<QueryNode> write_out(std::vector<QueryNode> run, bool* found) {
  for (QueryNode& node : run)
    if (std::string letters = without_dots(node.text); !letters.empty()) {
      node.text = std::move(letters);
      *found = true;
    }
  const Words words = words_of(run);
  const Phrases& phrases = Phrases::builtin();
  size_t taken = 0;  // pieces before it stand for what was found: "lead cllr" is no councillor
  for (size_t at = 0; at < words.size(); ++at)
    for (const FoundPhrase& each : phrases.at(words, at, "abbreviation")) {
      if (at < taken) break;
      std::string& typed = run[words.word_of(at)].text;
      if (typed == each.phrase->value || phrases.rules_out(words, at, each.phrase->value)) continue;
      typed = each.phrase->value;
      taken = at + each.length;
      *found = true;
      // "no one": the first word stands for all.
      const auto [begin, end] = words.words_of(at, each.length);
      for (std::size_t word = begin + 1; word < end; ++word) run[word].text.clear();
    }
  std::erase_if(run, [](const QueryNode& node) {
    return node.kind == QueryNode::Kind::kWord && node.text.empty();
  });
  return run;
}

}  // namespace ofsearch::understanding
