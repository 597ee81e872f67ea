#include "indexer/metadata/grades/send_outcome.h"

#include "common/report/sentences.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/text.h"

#include <array>
#include <string>

namespace ofsearch {
namespace {

// Tells whether words speak of the last inspection: what it found is not this one's outcome.
bool speaks_of_earlier(std::string_view words_before) {
  constexpr size_t kNear = 70;  // bytes
  if (words_before.size() > kNear) words_before.remove_prefix(words_before.size() - kNear);
  for (std::string_view phrase :
       {"previous inspection found", "last inspection found", "at the last inspection",
        "at the previous inspection", "inspection in", "that there were"})
    if (has_phrase(words_before, phrase)) return true;
  return false;
}

// The last few words.
std::string_view end_of(std::string_view words) {
  constexpr size_t kNear = 5;  // words
  size_t at = words.size();
  for (size_t i = 0; i <= kNear && at != std::string_view::npos; ++i)
    at = at == 0 ? std::string_view::npos : words.rfind(' ', at - 1);
  return at == std::string_view::npos ? words : words.substr(at + 1);
}

// "Inspectors did not find widespread failings", "in 2019 there were ...", in bare words: a clause
// before the words of an outcome that denies it, or tells it of another time.
bool denies_or_recalls(std::string_view clause_before) {
  static constexpr std::array<std::string_view, 12> kDenials = {
      "no",  "not",       "none",  "never", "without", "neither",
      "nor", "no longer", "didnt", "arent", "werent",  "rather than"};
  static constexpr std::array<std::string_view, 9> kPast = {
      "there were", "there was", "had",         "previous", "previously",
      "last visit", "earlier",   "in the past", "used to"};
  const std::string_view near = end_of(clause_before);
  return has_any_phrase(near, kDenials) || has_any_phrase(near, kPast);
}

// Whether one of the text's clauses gives the outcome.
bool gives_outcome(std::string_view text, std::string_view phrase) {
  std::string words_before;
  for (auto [begin, end] : sentences(text)) {
    for (const std::string_view clause : split(text.substr(begin, end - begin), ';')) {
      const std::string words = bare_words(clause);
      const size_t at = find_phrase(words, phrase);
      const std::string_view before = std::string_view(words).substr(0, at);
      if (at != std::string::npos && !denies_or_recalls(before) &&
          !speaks_of_earlier(words_before + std::string(before)))
        return true;
      words_before += words + ' ';
    }
  }
  return false;
}

}  // namespace

std::optional<Reading> find_send_outcome(const View& view) {
  std::optional<Reading> found;
  for (const Paragraph* paragraph : view.opening_paragraphs) {
    if (paragraph->page > 1 && found) break;
    for (const PrintedOutcome& printed : printed_send_outcomes()) {
      if (!gives_outcome(paragraph->text, printed.words)) continue;
      if (found && found->value != printed.outcome)
        return Reading{"unknown", {excerpt(paragraph->text), paragraph->page, "two-outcomes"}};
      if (!found)
        found = Reading{std::string(printed.outcome),
                        {excerpt(paragraph->text), paragraph->page, "inspection-outcome"}};
    }
  }
  return found;
}

}  // namespace ofsearch
