#include "indexer/metadata/send_outcome.h"

#include <array>

#include "common/text.h"

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
};

}  // namespace

std::optional<Reading> find_send_outcome(const View& view) {
  std::optional<Reading> found;
  for (const Paragraph* paragraph : view.opening_paragraphs) {
    if (paragraph->page > 1 && found) break;
    std::string words = bare_words(paragraph->text);
    // What the last inspection or a monitored one found is not this one's outcome.
    if (has_words(words, "previous inspection") || has_words(words, "last inspection")) continue;
    for (const OutcomeRule& rule : kOutcomes) {
      if (!has_words(words, rule.phrase)) continue;
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
