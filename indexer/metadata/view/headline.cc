#include "indexer/metadata/view/headline.h"

#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/view/printed_dates.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

constexpr size_t kLongestTitle = 240;  // bytes

// Lines that sites and minutes print around a headline, bare words of a whole line.
constexpr std::array<std::string_view, 37> kFurniture = {"home",
                                                         "news",
                                                         "latest news",
                                                         "latest",
                                                         "features",
                                                         "agenda item",
                                                         "minutes",
                                                         "issue meetings",
                                                         "issue",
                                                         "menu",
                                                         "search",
                                                         "subscribe now",
                                                         "advertisement",
                                                         "image caption",
                                                         "comments",
                                                         "share",
                                                         "share this",
                                                         "guidance",
                                                         "news story",
                                                         "press release",
                                                         "article",
                                                         "new website",
                                                         "jobs",
                                                         "cookies",
                                                         "decision",
                                                         "contents",
                                                         "ofsted",
                                                         "background",
                                                         "recent posts",
                                                         "toggle contrast",
                                                         "sign in",
                                                         "log in",
                                                         "register",
                                                         "most read",
                                                         "read more",
                                                         "news article",
                                                         "department for education"};
// The words with which such a line begins or ends.
constexpr std::array<std::string_view, 14> kFurnitureStarts = {
    "skip to",  "image caption", "by ",      "published", "posted", "date ",  "last updated",
    "updated ", "share this",    "meeting ", "picture ",  "hi ",    "hello ", "dear "};
constexpr std::array<std::string_view, 4> kFurnitureEnds = {" vacancies", " jobs", " menu",
                                                            " subscribe now"};

// "permalink: /updates": a field of the page's own data.
bool is_data(std::string_view text) {
  size_t colon = text.find(':');
  return colon != std::string_view::npos && text.substr(0, colon).find(' ') == text.npos &&
         text[0] >= 'a' && text[0] <= 'z';
}

// "[09:14] Ada Brook", "12/03/2024, 09:14 - Ada Brook": who said something when in a chat.
bool is_time_stamp(std::string_view words) {
  constexpr size_t kParts = 6;  // bytes of two numbers
  std::string_view numbers = words.substr(0, kParts);
  return numbers.size() == kParts && numbers[2] == ' ' && numbers[5] == ' ' &&
         is_ascii_digit(numbers[0]) && is_ascii_digit(numbers[1]) && is_ascii_digit(numbers[3]) &&
         is_ascii_digit(numbers[4]);
}

bool is_furniture(std::string_view words) {
  return split_words(words).size() < 2 || is_time_stamp(words) ||
         std::find(kFurniture.begin(), kFurniture.end(), words) != kFurniture.end() ||
         std::any_of(kFurnitureStarts.begin(), kFurnitureStarts.end(),
                     [&](std::string_view start) { return words.starts_with(start); }) ||
         std::any_of(kFurnitureEnds.begin(), kFurnitureEnds.end(),
                     [&](std::string_view end) { return words.ends_with(end); });
}

// A line of text, not of headings.
bool is_body(std::string_view text) {
  constexpr size_t kBody = 80;  // bytes
  return text.size() >= kBody && text.ends_with('.');
}

// A headline whose line runs into the day it was published.
std::string without_date(const std::string& text) {
  std::vector<DateSpan> spans = find_dates(text);
  if (spans.empty() || spans.back().end_offset != text.size()) return text;
  std::string_view before = std::string_view(text).substr(0, spans.back().begin_offset);
  for (std::string_view label : {" date ", " published ", " posted ", " Published ", " Posted "})
    if (before.ends_with(label)) return std::string(before.substr(0, before.size() - label.size()));
  return text;
}

// The first heading of the highest level: a news page's own headline, not the newspaper's name
// above it.
std::optional<Reading> highest_heading(const View& view) {
  constexpr size_t kFirstParagraphs = 12;
  const std::vector<const Paragraph*>& paragraphs = view.opening_paragraphs;
  const Paragraph* best = nullptr;
  for (size_t i = 0; i < paragraphs.size() && i < kFirstParagraphs; ++i) {
    const Paragraph& paragraph = *paragraphs[i];
    if (paragraph.kind != ParagraphKind::kHeading || paragraph.text.size() > kLongestTitle ||
        is_furniture(bare_words(paragraph.text)) || is_data(paragraph.text) ||
        paragraph.text.ends_with(':'))
      continue;
    if (best == nullptr || paragraph.heading_level < best->heading_level) best = &paragraph;
  }
  if (best == nullptr) return std::nullopt;
  return Reading{without_markup(best->text), {excerpt(best->text), best->page, "first-heading"}};
}

// The first line of a text that has no marked headings.
std::optional<Reading> first_line(const View& view) {
  constexpr size_t kFirstLines = 8, kNearlyFull = 60, kLongestLine = 200;
  for (size_t i = 0; i < view.opening.size() && i < kFirstLines; ++i) {
    const Cell& cell = view.opening[i];
    // A text that begins inside a sentence has lost its headline.
    bool inside = i == 0 && cell.text[0] >= 'a' && cell.text[0] <= 'z';
    if (inside || is_body(cell.text)) break;
    if (cell.text.size() > kLongestLine || cell.text.ends_with('.') || is_furniture(cell.words))
      continue;
    std::string text = cell.text;
    // Wrapped: the next line goes on in small letters.
    if (text.size() >= kNearlyFull && i + 1 < view.opening.size() &&
        view.opening[i + 1].text[0] >= 'a' && view.opening[i + 1].text[0] <= 'z' &&
        !is_furniture(view.opening[i + 1].words))
      text += ' ' + view.opening[i + 1].text;
    // "A report on", "the services of one council".
    if (i + 1 < view.opening.size() && (breaks_off(cell.words) || cell.words.ends_with(" on")) &&
        text.size() + view.opening[i + 1].text.size() <= kLongestTitle)
      text += ' ' + view.opening[i + 1].text;
    text = without_date(text);
    return Reading{text, {excerpt(text), cell.page, "first-line"}};
  }
  return std::nullopt;
}

// The file's own title, and what is left of it without the site's names behind it: "Headline |
// Loamshire Council". Bare words, longest first.
std::vector<std::string> main_parts(std::string_view declared) {
  std::vector<std::string> parts = {bare_words(declared)};
  while (true) {
    size_t end = 0;
    for (std::string_view bar : {" | ", " - ", " :: ", " \xE2\x80\x93 "})
      if (size_t at = declared.rfind(bar); at != std::string_view::npos) end = std::max(end, at);
    if (end == 0) return parts;
    declared = declared.substr(0, end);
    parts.push_back(bare_words(declared));
  }
}

// A paragraph of the opening that the file's own title repeats.
std::optional<Reading> declared_heading(const View& view) {
  if (view.document.declared_title.empty()) return std::nullopt;
  for (const std::string& words : main_parts(view.document.declared_title))
    for (const Paragraph* paragraph : view.opening_paragraphs)
      if (!is_furniture(words) && paragraph->text.size() <= kLongestTitle &&
          bare_words(paragraph->text) == words)
        return Reading{without_markup(paragraph->text),
                       {excerpt(paragraph->text), paragraph->page, "declared-heading"}};
  return std::nullopt;
}

bool has_marked_headings(const CleanDocument& document) {
  return document.has_layout || document.format == "html" || document.format == "docx" ||
         document.format == "markdown";
}

}  // namespace

std::optional<Reading> find_headline(const View& view) {
  if (auto heading = declared_heading(view)) return heading;
  if (has_marked_headings(view.document))
    if (auto heading = highest_heading(view)) return heading;
  if (!view.document.has_layout)
    if (auto line = first_line(view)) return line;
  return std::nullopt;
}

}  // namespace ofsearch
