#include "indexer/metadata/grades/send_outcome.h"

#include "common/text/text.h"

#include <array>

namespace ofsearch {
namespace {

struct OutcomeRule {
  std::string_view outcome;
  std::string_view phrase;  // bare words
};
constexpr std::array kOutcomes = {
    OutcomeRule{"typically-positive", "typically lead to positive experiences"},
    OutcomeRule{"typically-positive", "typically leads to positive experiences"},
    OutcomeRule{"inconsistent", "lead to inconsistent experiences"},
    OutcomeRule{"inconsistent", "leads to inconsistent experiences"},
    OutcomeRule{"widespread-failings", "widespread and or systemic failings"},
    OutcomeRule{"widespread-failings", "widespread and systemic failings"},
    OutcomeRule{"widespread-failings", "widespread or systemic failings"},
    OutcomeRule{"widespread-failings", "widespread systemic failings"},
};

// What the last inspection found is not this one's outcome.
bool speaks_of_earlier(std::string_view words_before) {
  constexpr size_t kNear = 70;  // bytes
  if (words_before.size() > kNear) words_before.remove_prefix(words_before.size() - kNear);
  for (std::string_view phrase :
       {"previous inspection found", "last inspection found", "at the last inspection",
        "at the previous inspection", "inspection in", "that there were"})
    if (has_phrase(words_before, phrase)) return true;
  return false;
}

}  // namespace

std::optional<Reading> find_send_outcome(const View& view) {
  std::optional<Reading> found;
  for (const Paragraph* paragraph : view.opening_paragraphs) {
    if (paragraph->page > 1 && found) break;
    std::string words = bare_words(paragraph->text);
    for (const OutcomeRule& rule : kOutcomes) {
      size_t at = find_phrase(words, rule.phrase);
      if (at == std::string::npos || speaks_of_earlier(std::string_view(words).substr(0, at)))
        continue;
      if (found && found->value != rule.outcome)
        return Reading{"unknown", {excerpt(paragraph->text), paragraph->page, "two-outcomes"}};
      if (!found)
        found = Reading{std::string(rule.outcome),
                        {excerpt(paragraph->text), paragraph->page, "inspection-outcome"}};
    }
  }
  return found;
}

}  // namespace ofsearch
