#include "searcher/understand/questions/understanding_meanings.h"

#include "common/field/thesaurus/thesaurus.h"
#include "common/field/thesaurus/thesaurus_words.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "searcher/understand/words/understanding_phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace ofsearch::understanding {
namespace {

constexpr std::string_view kJoining = "and or vs versus from a an the";

std::string in_capitals(std::string text) {
  for (char& c : text) c = to_ascii_upper(c);
  return text;
}

// Whether the first letters of the words of `text` have all those of `capitals`, in their order.
bool has_initials(const std::string& text, const std::string& capitals) {
  std::size_t at = 0, words = 0;
  for (const thesaurus::Piece& piece : thesaurus::split_pieces(text)) {
    ++words;
    if (at < capitals.size() && to_ascii_upper(piece.folded.front()) == capitals[at]) ++at;
  }
  return words > 1 && at == capitals.size();
}

// Whether the thesaurus has the abbreviation as another name of the term.
bool is_same(const std::string& term, const std::string& capitals) {
  std::vector<std::string> words;
  for (std::string_view word : split_words(term)) words.emplace_back(word);
  return std::ranges::any_of(Thesaurus::builtin().matches(words), [&](const auto& match) {
    return match.word_count == words.size() &&
           std::ranges::any_of(match.expansions, [&](const Expansion& expansion) {
             return in_capitals(expansion.text) == capitals &&
                    expansion.relation != Expansion::kRelated;
           });
  });
}

// "Requires improvement" for "RI"; empty: it is no abbreviation that is known.
std::string long_form(const std::string& typed) {
  if (is_stopword(typed)) return "";
  const std::string capitals = in_capitals(typed);
  const Words words({capitals});
  for (const FoundPhrase& found : Phrases::builtin().at(words, 0, "abbreviation"))
    if (found.length == words.size() && has_initials(found.phrase->value, capitals))
      return found.phrase->value;
  for (const Thesaurus::Match& match : Thesaurus::builtin().matches({capitals}))
    for (const Expansion& expansion : match.expansions)
      if (expansion.relation != Expansion::kRelated && has_initials(expansion.text, capitals))
        return expansion.text;
  // Expansions lack a term that contains another of them.
  std::string longest;
  for (const std::string& term : Thesaurus::builtin().terms())
    if (term.size() > longest.size() && term.find('/') == std::string::npos &&
        has_initials(term, capitals) && is_same(term, capitals))
      longest = term;
  return longest;
}

// Notes on the abbreviations among pieces [first, end); none where something else is asked about.
std::vector<std::string> notes_on(const Words& words, std::size_t first, std::size_t end) {
  std::vector<std::string> notes;
  for (std::size_t at = first; at < end;) {
    const std::size_t filler = Phrases::builtin().length_of("filler", words, at);
    // "ILACS" as it is, "JTAIs" in the singular.
    std::string name = words.folded(at),
                meant = words.is_one_of(at, kJoining) ? "" : long_form(name);
    if (meant.empty() && filler == 0) meant = long_form(name = words.piece(at));
    if (!meant.empty())
      notes.push_back(fmt::format("{} stands for: {}", in_capitals(name), meant));
    else if (filler == 0 && !words.is_one_of(at, kJoining))
      return {};
    at += meant.empty() ? std::max<std::size_t>(filler, 1) : 1;
  }
  return notes;
}

}  // namespace

std::vector<QueryNode> take_meanings(std::vector<QueryNode> run, std::vector<std::string>* notes,
                                     std::vector<std::string>* dropped) {
  const Words words = words_of(run);
  const Phrases& phrases = Phrases::builtin();
  const std::size_t first = phrases.length_of("means-before", words, 0);
  std::size_t end = words.size();
  for (std::size_t at = words.size(); at > first; --at)
    if (phrases.length_of("means-behind", words, at - 1) == words.size() - (at - 1)) end = at - 1;
  if (end <= first || (first == 0 && end == words.size())) return run;
  std::vector<std::string> found = notes_on(words, first, end);
  if (found.empty()) return run;
  notes->insert(notes->end(), found.begin(), found.end());
  for (const std::string& text : {words.text(0, first), words.text(end, words.size() - end)})
    if (!text.empty()) dropped->push_back(text);
  const auto [begin, last] = words.words_of(first, end - first);
  return {run.begin() + static_cast<std::ptrdiff_t>(begin),
          run.begin() + static_cast<std::ptrdiff_t>(last)};
}

}  // namespace ofsearch::understanding
