#include "indexer/metadata/kind.h"

#include "common/text.h"
#include "indexer/metadata/title.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

// How the press speaks of an inspection, in search form.
constexpr std::array<std::string_view, 31> kPressPhrases = {"ofsted has said",
                                                            "ofsted said",
                                                            "said the report",
                                                            "the report said",
                                                            "the report adds",
                                                            "the report added",
                                                            "the report found",
                                                            "the report concludes",
                                                            "the report says",
                                                            "according to ofsted",
                                                            "an inspection has found",
                                                            "inspectors have found",
                                                            "ofsted has found",
                                                            "ofsted inspectors",
                                                            "said a letter from ofsted",
                                                            "the watchdog",
                                                            "the inspection warned",
                                                            "inspectors warned",
                                                            "told the",
                                                            "councillor",
                                                            "the inspectorate said",
                                                            "the report highlighted",
                                                            "the letter said",
                                                            "the letter says",
                                                            "inspectors said",
                                                            "inspectors say",
                                                            "ofsted says",
                                                            "local democracy reporter",
                                                            "affairs reporter",
                                                            "affairs correspondent",
                                                            "a spokesperson"};

// What only the inspectorate's own documents have.
constexpr std::array<std::string_view, 10> kOfficialPhrases = {
    "lead inspector:",
    "inspection dates:",
    "inspection date:",
    "reporting inspector",
    "yours sincerely",
    "ofsted regulates and inspects",
    "(ofsted) regulates and inspects",
    "crown copyright",
    "this letter summarises",
    "all inspection judgements are made"};

// A line that begins a letter.
const Cell* salutation(const View& view) {
  for (const Cell& cell : view.opening)
    if (cell.words.starts_with("dear ") && cell.text.size() < 90) return &cell;
  return nullptr;
}

struct PhraseCount {
  size_t press = 0, official = 0;
  const Paragraph* first_press = nullptr;
};

PhraseCount count_phrases(const View& view) {
  PhraseCount count;
  for (const Paragraph& paragraph : view.document.paragraphs) {
    std::string text = search_form(paragraph.text);
    for (std::string_view phrase : kPressPhrases) {
      if (text.find(phrase) == std::string::npos) continue;
      if (count.first_press == nullptr) count.first_press = &paragraph;
      ++count.press;
    }
    for (std::string_view phrase : kOfficialPhrases)
      if (text.find(phrase) != std::string::npos) ++count.official;
  }
  return count;
}

}  // namespace

Reading find_kind(const View& view) {
  if (const Cell* cell = salutation(view))
    return {"letter", {excerpt(cell->text), cell->page, "salutation"}};
  // Long documents are no articles, and need no search.
  constexpr int kLongestArticlePages = 8;
  bool short_enough = view.document.pages.size() <= kLongestArticlePages;
  if (short_enough) {
    PhraseCount count = count_phrases(view);
    if (count.press > 0 && count.official == 0)
      return {"article",
              {excerpt(count.first_press->text), count.first_press->page, "press-phrases"}};
    for (const Paragraph* paragraph : view.opening_paragraphs)
      if (bare_words(paragraph->text).starts_with("this letter"))
        return {"letter", {excerpt(paragraph->text), paragraph->page, "opening-sentence"}};
  }
  std::vector<InspectionName> names = inspection_names(view);
  if (!names.empty()) return {"report", names.front().evidence};
  return {"report", {"", 0, "default"}};
}

}  // namespace ofsearch
