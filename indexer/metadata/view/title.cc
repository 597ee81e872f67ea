#include "indexer/metadata/view/title.h"

#include "common/report/sections.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/view/headline.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

constexpr size_t kLongestTitle = 240;  // bytes
constexpr size_t kLastTitleWord = 9;   // words before the inspection's name in a title

// Names of an inspection in titles, in bare words.
constexpr std::array<std::string_view, 24> kInspectionNames = {
    "inspection of",
    "inspections of",
    "reinspection of",
    "re inspection of",
    "focused visit",
    "focussed visit",
    "focus visit",
    "monitoring visit",
    "monitoring inspection",
    "joint targeted area inspection",
    "joint inspection",
    "joint area send",
    "joint local area",
    "local area send",
    "area send",
    "send inspection",
    "revisit",
    "review of the effectiveness of",
    "review of local safeguarding",
    "joint area review",
    "annual performance assessment",
    "unannounced inspection",
    "announced inspection",
    "assurance visit",
};

size_t words_before(std::string_view words, size_t at) {
  return static_cast<size_t>(std::count(words.begin(), words.begin() + static_cast<long>(at), ' '));
}

bool names_inspection(std::string_view words) {
  return std::any_of(kInspectionNames.begin(), kInspectionNames.end(), [&](std::string_view name) {
    size_t at = find_phrase(words, name);
    return at != std::string_view::npos && words_before(words, at) <= kLastTitleWord;
  });
}

bool begins_with_inspection_name(std::string_view words) {
  return std::any_of(kInspectionNames.begin(), kInspectionNames.end(), [&](std::string_view name) {
    return words.starts_with(name) && (words.size() == name.size() || words[name.size()] == ' ');
  });
}

// Words that a sentence has and a title has not.
constexpr std::array<std::string_view, 14> kSentenceVerbs = {
    "will be", "took place", "has been", "have been", "was carried", "were carried", "is",
    "are",     "was",        "were",     "will",      "resulted",    "took",         "found"};

bool is_sentence(std::string_view words) {
  return has_any_phrase(words, kSentenceVerbs);
}

// "Source: Inspection of ...", "Report title: Outcome of the inspection of ...": what cites one.
bool is_cited(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kLabels = {
      "source", "report title", "title of report", "subject of report", "link",
      "see",    "see also",     "reference",       "related documents"};
  constexpr size_t kLongestLabel = 24;  // bytes
  const size_t colon = text.substr(0, kLongestLabel).find(':');
  return colon != std::string_view::npos &&
         std::ranges::find(kLabels, bare_words(text.substr(0, colon))) != kLabels.end();
}

// A line of a table of contents, or a row of a table of several inspections.
bool is_entry(const Paragraph& paragraph) {
  return paragraph.text.find("....") != std::string::npos || has_three_cells(paragraph);
}

// A title is no sentence and no label of another fact.
bool is_title(const Paragraph& paragraph) {
  if (paragraph.text.size() > kLongestTitle || paragraph.text.ends_with('.')) return false;
  if (paragraph.kind == ParagraphKind::kBullet || paragraph.kind == ParagraphKind::kFootnote ||
      paragraph.kind == ParagraphKind::kNumbered || is_cited(paragraph.text) || is_entry(paragraph))
    return false;
  const std::string words = bare_words(without_markup(paragraph.text));
  for (std::string_view start : {"this letter", "date of previous", "dates of previous", "dear",
                                 "inspection date", "the last", "since"})
    if (words.starts_with(start)) return false;
  return names_inspection(words) && !is_sentence(words);
}

// `text` up to the label of another fact that ran into it: "... services Inspection dates: 3 to 7
// May".
std::string without_labels(const std::string& text) {
  constexpr std::array<std::string_view, 8> kFactLabels = {
      " Inspection date", " Inspected ", " Lead inspector", " Report published",
      " Date published",  " Published:", " Date of inspec", " Dates of inspec"};
  size_t end = text.size();
  for (std::string_view label : kFactLabels) end = std::min(end, text.find(label));
  return std::string(trimmed(std::string_view(text).substr(0, end)));
}

// A title's paragraph, with those below it that go on with it: broken lines may have become
// paragraphs of their own.
std::string whole_title(const std::vector<const Paragraph*>& paragraphs, size_t i) {
  std::string text = without_labels(without_markup(paragraphs[i]->text));
  for (size_t next = i + 1; next < paragraphs.size(); ++next) {
    const std::string& more = paragraphs[next]->text;
    bool goes_on = breaks_off(bare_words(text)) && !more.empty() &&
                   paragraphs[next]->page == paragraphs[i]->page;
    if (!goes_on || text.size() + more.size() > kLongestTitle) break;
    text = without_labels(text + ' ' + without_markup(more));
  }
  return text;
}

// "Loamshire County Council" above "Inspection of children's social care services".
bool is_name_above(const Paragraph& above, const Paragraph& title) {
  return above.kind == ParagraphKind::kHeading && above.page == title.page &&
         above.text.size() < 80 && above.heading_level <= title.heading_level &&
         above.heading_level <= 2;
}

// Looks at lines: in text without blank lines a title's paragraph holds half a page.
std::vector<InspectionName> names_by_line(const View& view) {
  constexpr size_t kFirstLines = 50, kTitleLines = 4, kLongestLine = 120;
  std::vector<InspectionName> found;
  auto in_row_of_three = [&](size_t i) {
    return std::ranges::count_if(view.opening, [&](const Cell& cell) {
             return cell.row == view.opening[i].row && cell.page == view.opening[i].page;
           }) > 2;
  };
  for (size_t i = 0; i < view.opening.size() && i < kFirstLines; ++i) {
    const Cell& cell = view.opening[i];
    bool capital = cell.text[0] >= 'A' && cell.text[0] <= 'Z';
    if (!capital || cell.text.size() > kLongestLine || cell.text.ends_with('.') ||
        !begins_with_inspection_name(cell.words) || in_row_of_three(i))
      continue;
    std::string continued = cell.text;
    for (size_t next = i + 1; next < view.opening.size() && next < i + kTitleLines; ++next)
      continued += ' ' + view.opening[next].text;
    std::string text = cell.text;
    if (i + 1 < view.opening.size() && breaks_off(cell.words))
      text += ' ' + view.opening[i + 1].text;
    found.push_back({text, continued, {excerpt(text), cell.page, "title-line"}});
  }
  return found;
}

// A title that is printed above the pages only, or that the file alone has: of a text that labels
// an inspection's facts.
std::optional<InspectionName> name_of_file(const View& view) {
  const std::string& title = view.document.declared_title;
  const std::string words = bare_words(title);
  if (title.size() > kLongestTitle || !begins_with_inspection_name(words) || is_sentence(words))
    return std::nullopt;
  bool labelled = std::any_of(view.opening.begin(), view.opening.end(), [](const Cell& cell) {
    return cell.words.starts_with("inspection date") || cell.words.starts_with("lead inspector");
  });
  if (!labelled) return std::nullopt;
  return InspectionName{title, title, {excerpt(title), 0, "file-title"}};
}

std::optional<Reading> file_title(const View& view) {
  if (view.document.declared_title.empty()) return std::nullopt;
  return Reading{view.document.declared_title,
                 {excerpt(view.document.declared_title), 0, "file-title"}};
}

}  // namespace

std::vector<InspectionName> inspection_names(const View& view) {
  constexpr size_t kFirstParagraphs = 30;
  std::vector<InspectionName> found;
  for (size_t i = 0; i < view.opening_paragraphs.size() && i < kFirstParagraphs; ++i) {
    const Paragraph& paragraph = *view.opening_paragraphs[i];
    if (!is_title(paragraph)) continue;
    std::string text = whole_title(view.opening_paragraphs, i);
    std::string continued = text;
    if (i + 1 < view.opening_paragraphs.size() &&
        view.opening_paragraphs[i + 1]->text.size() < kLongestTitle)
      continued += ' ' + without_markup(view.opening_paragraphs[i + 1]->text);
    found.push_back({text, continued, {excerpt(text), paragraph.page, "title"}});
  }
  if (found.empty()) found = names_by_line(view);
  if (found.empty())
    if (std::optional<InspectionName> name = name_of_file(view)) found.push_back(*name);
  return found;
}

const Cell* find_salutation(const View& view) {
  constexpr size_t kLongest = 90;  // bytes
  const Cell* found = nullptr;
  for (const Cell& cell : view.opening) {
    bool salutation = cell.words.starts_with("dear ") && cell.text.size() < kLongest &&
                      cell.text.find('[') == std::string::npos;  // a form for letters is none
    if (!salutation) continue;
    if (!addresses_many(cell)) return &cell;
    if (found == nullptr) found = &cell;
  }
  return found;
}

bool addresses_many(const Cell& salutation) {
  static constexpr std::array<std::string_view, 10> kMany = {
      "colleague", "colleagues", "all",   "parents",  "parent",
      "residents", "partners",   "staff", "everyone", "members"};
  std::vector<std::string_view> words = split_words(salutation.words);
  return std::find(kMany.begin(), kMany.end(), words.back()) != kMany.end();
}

namespace {

// The first inspection's name, with the council's name above it.
std::optional<Reading> inspection_title(const View& view) {
  const std::vector<const Paragraph*>& paragraphs = view.opening_paragraphs;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    if (!is_title(*paragraphs[i])) continue;
    std::string text = whole_title(paragraphs, i);
    if (i > 0 && is_name_above(*paragraphs[i - 1], *paragraphs[i]) &&
        !names_inspection(bare_words(paragraphs[i - 1]->text)))
      text = without_markup(paragraphs[i - 1]->text) + ": " + text;
    return Reading{text, {excerpt(text), paragraphs[i]->page, "title"}};
  }
  if (std::vector<InspectionName> names = names_by_line(view); !names.empty())
    return Reading{names.front().text, names.front().evidence};
  if (std::optional<InspectionName> name = name_of_file(view))
    return Reading{name->text, name->evidence};
  return std::nullopt;
}

}  // namespace

std::optional<Reading> find_letter_title(const View& view) {
  if (auto title = inspection_title(view)) return title;
  constexpr size_t kLongestSubject = 160;  // bytes
  bool behind = false;
  for (const Cell& cell : view.opening) {
    if (behind)
      return cell.text.size() <= kLongestSubject && !cell.text.ends_with('.')
                 ? std::optional(Reading{cell.text, {excerpt(cell.text), cell.page, "subject"}})
                 : std::nullopt;
    behind = cell.words.starts_with("dear ");
  }
  return std::nullopt;
}

std::optional<Reading> find_title(const View& view, std::string_view kind) {
  std::optional<Reading> title;
  if (kind == "letter") title = find_letter_title(view);
  if (kind == "report") title = inspection_title(view);
  if (!title && kind != "letter") title = find_headline(view);
  if (!title) title = file_title(view);
  if (title) title->value = without_note_marks(title->value);
  return title;
}

}  // namespace ofsearch
