#include "indexer/metadata/kind.h"

#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/grades/words/judgement_labels.h"
#include "indexer/metadata/not_ours.h"
#include "indexer/metadata/view/headline.h"
#include "indexer/metadata/view/title.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ofsearch {
namespace {

// Phrases with which the press speaks of an inspection, in search form.
constexpr std::array<std::string_view, 75> kPressPhrases = {"ofsted has said",
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
                                                            "a spokesperson",
                                                            "a spokesman",
                                                            "a spokeswoman",
                                                            "watchdog",
                                                            "the regulator",
                                                            "cabinet member for",
                                                            "lead member for",
                                                            "image caption",
                                                            "education editor",
                                                            "political editor",
                                                            "told mps",
                                                            "told this week",
                                                            "chief inspector said",
                                                            "rated by ofsted",
                                                            "by ofsted inspectors",
                                                            "ofsted rated",
                                                            "ofsted brands",
                                                            "ofsted judges",
                                                            "ofsted praises",
                                                            "rating by ofsted",
                                                            "rated inadequate by ofsted",
                                                            "rated good by ofsted",
                                                            "rated outstanding by ofsted",
                                                            "ofsted has revealed",
                                                            "subscribe now",
                                                            "read more:",
                                                            "sign up for",
                                                            "says: \"",
                                                            "said: \"",
                                                            "their report said",
                                                            "have apologised",
                                                            "ofsted visited us",
                                                            "ofsted inspected us",
                                                            "inspectors visited us",
                                                            "ofsted rated us",
                                                            "we were rated",
                                                            "we were judged"};

// Phrases that only the inspectorate's own documents have.
constexpr std::array<std::string_view, 11> kOfficialPhrases = {
    "yours sincerely",
    "lead inspector:",
    "inspection dates:",
    "inspection date:",
    "reporting inspector",
    "age group:",
    "ofsted regulates and inspects",
    "(ofsted) regulates and inspects",
    "crown copyright",
    "this letter summarises",
    "all inspection judgements are made"};

// The words of a letter with which its text begins.
bool begins_letter(const Paragraph& paragraph) {
  std::string words = bare_words(paragraph.text.substr(0, 60));
  return words.starts_with("dear ") || words.starts_with("this letter");
}

// Officers lay a letter or report before a committee with a sheet that says to whom and for what.
bool has_committee_cover(const View& view) {
  static constexpr std::array<std::string_view, 6> kLabels = {
      "report to", "report of", "report by", "report author", "agenda item", "recommendation"};
  constexpr size_t kFirst = 12, kEnough = 2;  // lines; labels
  size_t labels = 0;
  for (size_t i = 0; i < view.opening.size() && i < kFirst; ++i)
    labels +=
        begins_with_any_of(view.opening[i].words, kLabels) && !view.opening[i].text.ends_with('.');
  return labels >= kEnough;
}

// An article may print a letter in full: then paragraphs that speak of the inspectorate come before
// it. A letter's own head has addresses there.
const Paragraph* story_before_letter(const View& view) {
  if (has_committee_cover(view)) return nullptr;
  constexpr size_t kSentence = 60, kEnough = 2;
  const Paragraph* first = nullptr;
  size_t told = 0;
  bool names_ofsted = false;
  for (const Paragraph* paragraph : view.opening_paragraphs) {
    if (begins_letter(*paragraph)) return names_ofsted && told >= kEnough ? first : nullptr;
    bool sentence = paragraph->text.size() >= kSentence && paragraph->text.ends_with('.');
    if (!sentence) continue;
    if (first == nullptr) first = paragraph;
    names_ofsted = names_ofsted || has_phrase(bare_words(paragraph->text), "ofsted") ||
                   has_phrase(bare_words(paragraph->text), "ofsteds");
    ++told;
  }
  return nullptr;
}

size_t text_size(const CleanDocument& document) {
  size_t size = 0;
  for (const Paragraph& paragraph : document.paragraphs) size += paragraph.text.size();
  return size;
}

// `phrase` stands in `text` as words of their own, a plural's "s" apart: "told the" is not in "told
// them".
bool has_phrase_or_plural(std::string_view text, std::string_view phrase) {
  for (size_t at = text.find(phrase); at != text.npos; at = text.find(phrase, at + 1)) {
    size_t end = at + phrase.size();
    if (end < text.size() && text[end] == 's') ++end;
    bool begins = at == 0 || !is_ascii_alnum(text[at - 1]);
    bool ends = end >= text.size() || !is_ascii_alnum(text[end]) || !is_ascii_alnum(phrase.back());
    if (begins && ends) return true;
  }
  return false;
}

// An official phrase that is not of what is only practised or planned: "Mock inspection dates:".
bool has_official(std::string_view text, std::string_view phrase) {
  static constexpr std::array<std::string_view, 5> kNotYet = {"mock ", "practice ", "planned ",
                                                              "expected ", "likely "};
  size_t at = text.find(phrase);
  return at != text.npos && std::ranges::none_of(kNotYet, [&](std::string_view word) {
           return text.substr(0, at).ends_with(word);
         });
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
      if (!has_phrase_or_plural(text, phrase)) continue;
      if (count.first_press == nullptr) count.first_press = &paragraph;
      ++count.press;
    }
    for (std::string_view phrase : kOfficialPhrases)
      if (has_official(text, phrase)) ++count.official;
  }
  return count;
}

// "By Ada Brook", a line of its own among the first.
const Cell* byline(const View& view) {
  constexpr size_t kFirstCells = 8, kLongest = 60, kMostWords = 6, kFewestWords = 3;
  for (size_t i = 0; i < view.opening.size() && i < kFirstCells; ++i) {
    const Cell& cell = view.opening[i];
    size_t words = split_words(cell.words).size();
    if (cell.text.size() <= kLongest && cell.text.starts_with("By ") && words >= kFewestWords &&
        words <= kMostWords && cell.text[3] >= 'A' && cell.text[3] <= 'Z' &&
        !cell.text.ends_with('.'))
      return &cell;
  }
  return nullptr;
}

// "Joint targeted area inspections" is a page about them; a report's title goes on. "Ofsted
// inspection of ..." is how others call it.
bool says_whose(const InspectionName& name) {
  std::string words = bare_words(name.text);
  if (words.starts_with("ofsted")) return false;
  return has_phrase(words, "of") || has_phrase(words, "to") || has_phrase(words, "in");
}

// Tells whether a document has in its first lines what minutes of a council's committee have.
bool is_minutes(const View& view) {
  static constexpr std::array<std::string_view, 12> kMinutes = {
      "agenda item",    "issue meetings",    "agendas meetings and minutes",
      "minutes",        "the committee",     "the panel noted",
      "the cabinet",    "the sub committee", "resolved",
      "standing order", "urgent business",   "to consider the report"};
  constexpr size_t kFirst = 12;  // paragraphs
  for (size_t i = 0; i < view.opening_paragraphs.size() && i < kFirst; ++i) {
    std::string words = bare_words(view.opening_paragraphs[i]->text);
    for (std::string_view phrase : kMinutes)
      if (words.starts_with(phrase)) return true;
  }
  return false;
}

// A study of reports: its first lines are those of a paper.
bool is_study(const View& view) {
  static constexpr std::array<std::string_view, 5> kParts = {
      "abstract", "1 introduction", "methods", "methodology", "literature review"};
  return std::any_of(view.opening.begin(), view.opening.end(), [](const Cell& cell) {
    return cell.words.starts_with("abstract ") ||
           std::ranges::find(kParts, cell.words) != kParts.end();
  });
}

// A story by its subject: it has a headline of its own, and Ofsted rates in it. Reports judge.
std::optional<Reading> rated_story(const View& view) {
  std::optional<Reading> headline = find_headline(view);
  if (!headline || !inspection_names(view).empty() || is_study(view)) return std::nullopt;
  static constexpr std::array<std::string_view, 5> kRates = {"rated", "rating", "ratings",
                                                             "upgraded", "downgraded"};
  bool rates = false, names_ofsted = false;
  for (const Paragraph& paragraph : view.document.paragraphs) {
    std::string words = bare_words(paragraph.text);
    rates = rates || has_any_phrase(words, kRates);
    names_ofsted = names_ofsted || has_phrase(words, "ofsted") || has_phrase(words, "ofsteds");
  }
  if (!rates || !names_ofsted) return std::nullopt;
  return Reading{"article", {headline->evidence.text, headline->evidence.page, "rated"}};
}

// A paper of the council's own, by the beginning of its first line.
bool is_own_paper(const View& view) {
  static constexpr std::array<std::string_view, 5> kPapers = {"annual report", "self evaluation",
                                                              "self assessment", "job description",
                                                              "terms of reference"};
  return !view.opening.empty() && begins_with_any_of(view.opening.front().words, kPapers);
}

std::optional<Reading> article(const View& view, bool not_ours) {
  if (is_own_paper(view)) return std::nullopt;
  PhraseCount count = count_phrases(view);
  if (count.official > 0) return std::nullopt;
  if (count.first_press != nullptr)
    return Reading{"article",
                   {excerpt(count.first_press->text), count.first_press->page, "press-phrases"}};
  if (const Cell* cell = byline(view))
    return Reading{"article", {excerpt(cell->text), cell->page, "byline"}};
  return is_minutes(view) || not_ours ? std::nullopt : rated_story(view);
}

// Recognises a report by what it prints beside its title, for those that lost their title page.
std::optional<Reading> report_without_title(const View& view, size_t enough_sections) {
  for (const Paragraph& paragraph : view.document.paragraphs) {
    std::string text = search_form(paragraph.text);
    for (std::string_view phrase : kOfficialPhrases)
      if (has_official(text, phrase))
        return Reading{
            phrase == "yours sincerely" || phrase == "this letter summarises" ? "letter" : "report",
            {excerpt(paragraph.text), paragraph.page, "official-phrases"}};
  }
  size_t known = 0;
  for (const Section& section : view.sections)
    known += (section.kind != SectionKind::kOther && section.kind != SectionKind::kBoilerplate) ||
             begins_label(split_words(bare_words(section.heading)));
  if (known == 0 || known < enough_sections) return std::nullopt;
  return Reading{"report", {excerpt(view.sections.front().heading), 0, "headings"}};
}

// A letter whose "Dear ..." was misread has its first words within a paragraph, or its last.
std::optional<Reading> misread_letter(const View& view) {
  for (const Paragraph& paragraph : view.document.paragraphs) {
    std::string words = bare_words(paragraph.text);
    if (has_phrase(words, "this letter summarises") || has_phrase(words, "this letter to all") ||
        words.starts_with("yours sincerely"))
      return Reading{"letter", {excerpt(paragraph.text), paragraph.page, "opening-sentence"}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Reading> find_kind(const View& view, const std::optional<Reading>& other) {
  const bool not_ours = other.has_value();
  if (const Paragraph* story = story_before_letter(view))
    return Reading{"article", {excerpt(story->text), story->page, "story-before-letter"}};
  const Cell* cell = find_salutation(view);
  if (cell != nullptr && !addresses_many(*cell))
    return Reading{"letter", {excerpt(cell->text), cell->page, "salutation"}};
  // Long documents are no articles, and need no search.
  constexpr int kLongestArticlePages = 8;
  constexpr size_t kLongestArticle = 20000;  // bytes; a text without pages may be a whole report
  bool short_enough = view.document.pages.size() <= kLongestArticlePages &&
                      text_size(view.document) <= kLongestArticle;
  if (short_enough) {
    if (auto found = article(view, not_ours)) return found;
    for (const Paragraph* paragraph : view.opening_paragraphs)
      if (bare_words(paragraph->text).starts_with("this letter"))
        return Reading{"letter", {excerpt(paragraph->text), paragraph->page, "opening-sentence"}};
  }
  if (view.misread)
    if (auto letter = misread_letter(view)) return letter;
  if (other && is_paper(*other)) return std::nullopt;
  std::vector<InspectionName> names = inspection_names(view);
  if (!names.empty() && !not_ours && says_whose(names.front()) && !is_minutes(view))
    return Reading{"report", names.front().evidence};
  constexpr size_t kEnough = 3, kNever = 1000;  // sections that only reports have
  size_t enough = not_ours || is_minutes(view) ? kNever : short_enough ? kEnough : 1;
  return report_without_title(view, enough);
}

}  // namespace ofsearch
