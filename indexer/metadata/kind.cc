#include "indexer/metadata/kind.h"

#include "common/text/text.h"
#include "indexer/metadata/title.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

// How the press speaks of an inspection, in search form.
constexpr std::array<std::string_view, 39> kPressPhrases = {"ofsted has said",
                                                            "ofsted has published",
                                                            "ofsted published",
                                                            "full letter on ofsted",
                                                            "the following is the full letter",
                                                            "register now to",
                                                            "page was last updated",
                                                            "ofsted inspection of our",
                                                            "our latest",

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

// The words of a letter with which its text begins.
bool begins_letter(const Paragraph& paragraph) {
  std::string words = bare_words(paragraph.text.substr(0, 60));
  return words.starts_with("dear ") || words.starts_with("this letter");
}

// An article may print a letter in full: then paragraphs that speak of the inspectorate come before
// it. A letter's own head has addresses there.
const Paragraph* story_before_letter(const View& view) {
  constexpr size_t kSentence = 60, kEnough = 2;
  const Paragraph* first = nullptr;
  size_t told = 0;
  bool names_ofsted = false;
  for (const Paragraph* paragraph : view.opening_paragraphs) {
    if (begins_letter(*paragraph)) return names_ofsted && told >= kEnough ? first : nullptr;
    bool sentence = paragraph->text.size() >= kSentence && paragraph->text.ends_with('.');
    if (!sentence) continue;
    if (first == nullptr) first = paragraph;
    names_ofsted = names_ofsted || has_words(bare_words(paragraph->text), "ofsted") ||
                   has_words(bare_words(paragraph->text), "ofsteds");
    ++told;
  }
  return nullptr;
}

size_t text_size(const CleanDocument& document) {
  size_t size = 0;
  for (const Paragraph& paragraph : document.paragraphs) size += paragraph.text.size();
  return size;
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
  if (const Paragraph* story = story_before_letter(view))
    return {"article", {excerpt(story->text), story->page, "story-before-letter"}};
  if (const Cell* cell = salutation(view))
    return {"letter", {excerpt(cell->text), cell->page, "salutation"}};
  // Long documents are no articles, and need no search.
  constexpr int kLongestArticlePages = 8;
  constexpr size_t kLongestArticle = 20000;  // bytes; a text without pages may be a whole report
  bool short_enough = view.document.pages.size() <= kLongestArticlePages &&
                      text_size(view.document) <= kLongestArticle;
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
