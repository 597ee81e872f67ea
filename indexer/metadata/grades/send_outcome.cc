#include "indexer/metadata/grades/send_outcome.h"

#include "common/report/values.h"
#include "common/text/text.h"

namespace ofsearch {
namespace {

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
    for (const PrintedOutcome& printed : printed_send_outcomes()) {
      size_t at = find_phrase(words, printed.words);
      if (at == std::string::npos || speaks_of_earlier(std::string_view(words).substr(0, at)))
        continue;
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
