#include "indexer/metadata/not_ours.h"

#include "common/dates/date.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/not_ours_phrases.h"
#include "indexer/metadata/view/headline.h"
#include "indexer/metadata/view/printed_dates.h"
#include "indexer/metadata/view/title.h"
#include "indexer/metadata/visit_type.h"

#include <algorithm>
#include <array>
#include <set>

namespace ofsearch {
namespace {

constexpr std::string_view kOther = "other", kNoInspection = "unknown";

const std::string_view* first_in(std::string_view words, const auto& phrases) {
  auto found = std::find_if(phrases.begin(), phrases.end(),
                            [&](std::string_view phrase) { return has_phrase(words, phrase); });
  return found == phrases.end() ? nullptr : &*found;
}

bool ends_with_any(std::string_view words, const auto& ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
    return words.ends_with(end) &&
           (words.size() == end.size() || words[words.size() - end.size() - 1] == ' ');
  });
}

bool starts_with_any(std::string_view words, const auto& starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return words.starts_with(start); });
}

Reading reading(std::string_view type, std::string_view text, int page, std::string rule) {
  return {std::string(type), {excerpt(text), page, std::move(rule)}};
}

// "Her Majesty's Inspector" signs Ofsted's letters; those of probation, prisons and constabulary
// say of what.
bool names_our_inspector(std::string_view words) {
  for (std::string_view name : {"majestys inspector", "majestys inspectors"})
    if (size_t at = find_phrase(words, name); at != std::string_view::npos)
      return !words.substr(at + name.size()).starts_with(" of ");
  return false;
}

bool names_ofsted(const View& view) {
  return std::any_of(view.document.paragraphs.begin(), view.document.paragraphs.end(),
                     [](const Paragraph& paragraph) {
                       std::string words = bare_words(paragraph.text);
                       return has_phrase(words, "ofsted") || names_our_inspector(words) ||
                              has_phrase(words, "office for standards in education");
                     });
}

// The names that the document calls itself: the inspection's name and the headline.
struct Titles {
  std::vector<Reading> readings;
  bool of_letter = false;
  bool names_our_inspection = false;
};

// Decides by who inspected. Other inspectorates are named in Ofsted's letters too.
std::optional<Reading> by_inspectorate(const View& view, const Titles& titles) {
  const auto is_ours = [&] {
    return (titles.of_letter && titles.names_our_inspection) || names_ofsted(view);
  };
  const std::string& declared = view.document.declared_title;
  if (first_in(bare_words(declared), kForeign) != nullptr ||
      (first_in(bare_words(declared), kPartners) != nullptr && !is_ours()))
    return reading(kOther, declared, 0, "other-inspectorate");
  constexpr size_t kFirst = 6;  // paragraphs
  for (size_t i = 0; i < view.opening_paragraphs.size() && i < kFirst; ++i) {
    const Paragraph& paragraph = *view.opening_paragraphs[i];
    std::string words = bare_words(paragraph.text);
    if (first_in(words, kForeign) != nullptr)
      return reading(kOther, paragraph.text, paragraph.page, "other-inspectorate");
    if (first_in(words, kPartners) != nullptr && !is_ours())
      return reading(kOther, paragraph.text, paragraph.page, "other-inspectorate");
  }
  return std::nullopt;
}

Titles titles_of(const View& view) {
  Titles titles;
  titles.of_letter = find_salutation(view) != nullptr;
  if (std::vector<InspectionName> names = inspection_names(view); !names.empty()) {
    titles.readings.push_back({names.front().text, names.front().evidence});
    std::string_view type = visit_type_of_title(bare_words(names.front().continued));
    titles.names_our_inspection = !type.empty() && type != kOther;
  }
  std::optional<Reading> title = titles.of_letter ? find_letter_title(view) : find_headline(view);
  if (title) titles.readings.push_back(*title);
  return titles;
}

// Decides by who was inspected: in a headline, on a line of the title page, or by what such reports
// print.
std::optional<Reading> by_institution(const View& view, const Titles& titles) {
  constexpr size_t kTitleCells = 10, kSignCells = 40, kLongest = 160;
  // The first line of a text that lost its first pages is no title: "41. A few children live in
  // children's homes ..."
  auto is_text = [](const Reading& title) {
    constexpr size_t kLongestTitle = 120;
    return title.evidence.rule == "first-line" &&
           (title.value.size() > kLongestTitle || is_ascii_digit(title.value[0]));
  };
  for (const Reading& title : titles.readings)
    if (!is_text(title) && first_in(bare_words(title.value), kInstitutions) != nullptr)
      return reading(kOther, title.value, title.evidence.page, "institution");
  for (const Reading& title : titles.readings)  // "Monitoring visit to Oak Academy"
    if (titles.of_letter && ends_with_any(bare_words(title.value), kInstitutionEnds))
      return reading(kOther, title.value, title.evidence.page, "institution");
  if (titles.of_letter || titles.names_our_inspection) return std::nullopt;
  for (size_t i = 0; i < view.opening.size() && i < kSignCells; ++i) {
    const Cell& cell = view.opening[i];
    if (cell.text.size() > kLongest) continue;
    bool named =
        i < kTitleCells && !cell.text.ends_with('.') && ends_with_any(cell.words, kInstitutionEnds);
    bool of_one = i < kTitleCells && has_phrase(cell.words, "inspection") &&
                  !cell.text.ends_with('.') &&
                  (first_in(cell.words, kInstitutions) != nullptr ||
                   first_in(cell.words, kInspected) != nullptr);
    if (named || of_one || first_in(cell.words, kInstitutionSigns) != nullptr)
      return reading(kOther, cell.text, cell.page, "institution");
  }
  return std::nullopt;
}

// Decides by a title that is a paper's.
std::optional<Reading> by_paper(const View& view, const Titles& titles) {
  constexpr size_t kTitleCells = 3, kLongest = 160;
  auto is_paper = [](std::string_view words) {
    return first_in(words, kPapers) != nullptr || starts_with_any(words, kPaperStarts);
  };
  for (const Reading& title : titles.readings)
    if (is_paper(bare_words(title.value)))
      return reading(kNoInspection, title.value, title.evidence.page, "paper");
  if (titles.of_letter) return std::nullopt;
  for (size_t i = 0; i < view.opening.size() && i < kTitleCells; ++i) {
    const Cell& cell = view.opening[i];
    if (cell.text.size() <= kLongest && !cell.text.ends_with('.') && is_paper(cell.words))
      return reading(kNoInspection, cell.text, cell.page, "paper");
  }
  return std::nullopt;
}

// A form whose blanks nobody has filled in, or word that no inspection took place.
std::optional<Reading> by_form(const View& view) {
  constexpr size_t kFirstCells = 12, kFirstParagraphs = 6;
  for (size_t i = 0; i < view.opening.size() && i < kFirstCells; ++i) {
    const Cell& cell = view.opening[i];
    const std::string text = search_form(cell.text);
    if (std::ranges::any_of(kBlanks, [&](std::string_view blank) { return contains(text, blank); }))
      return reading(kNoInspection, cell.text, cell.page, "paper");
  }
  for (size_t i = 0; i < view.opening_paragraphs.size() && i < kFirstParagraphs; ++i) {
    const Paragraph& paragraph = *view.opening_paragraphs[i];
    if (first_in(bare_words(paragraph.text), kNotHeld) != nullptr)
      return reading(kNoInspection, paragraph.text, paragraph.page, "paper");
  }
  return std::nullopt;
}

// An advertisement of a post: two of its labels.
std::optional<Reading> by_advertisement(const View& view) {
  static constexpr std::array<std::string_view, 11> kLabels = {
      "closing date", "salary",        "interview date", "interviews will be held",
      "job title",    "vacancy",       "contract type",  "how to apply",
      "to apply",     "working hours", "advert closes"};
  std::set<std::string_view> found;
  for (const Cell& cell : view.opening) {
    for (std::string_view label : kLabels)
      if (cell.words.starts_with(label)) found.insert(label);
    if (found.size() > 1) return reading(kNoInspection, cell.text, cell.page, "paper");
  }
  return std::nullopt;
}

// "Focused visit: 20 July 2023", "Latest report: Inspection of ..., 4 May 2023": a line of a list.
std::optional<std::string> listed_day(std::string_view text) {
  constexpr size_t kLongest = 120;  // bytes
  static constexpr std::array<std::string_view, 5> kReports = {
      "inspection report", "ilacs", "ofsted report", "services inspection", "single inspection"};
  if (text.size() > kLongest || text.ends_with('.')) return std::nullopt;
  const std::string words = bare_words(text);
  if (visit_type_of_title(words).empty() && first_in(words, kReports) == nullptr)
    return std::nullopt;
  std::optional<DateSpan> day = date_at_end(text);
  if (const std::vector<DateSpan> days = find_dates(text);
      !day && days.size() == 1 && days.front().begin_offset == 0)
    day = days.front();  // "1 May 2024: focused visit"
  if (!day || day->start != day->end || day->end_offset - day->begin_offset == text.size())
    return std::nullopt;
  return to_iso(day->end);
}

// "2. 1 May 2024 Focused visit" without the number of its item.
std::string without_item_number(const std::string& text) {
  constexpr size_t kMostDigits = 2;
  const size_t end = text.find(". ");
  const bool numbered =
      end <= kMostDigits && end > 0 && text.find_first_not_of("0123456789") == end;
  return numbered ? text.substr(end + 2) : text;
}

// A list of several reports, as a site's page of a council has it.
std::optional<Reading> by_list(const View& view, const Titles& titles) {
  constexpr size_t kSeveral = 3;
  if (titles.of_letter) return std::nullopt;
  std::set<std::string> days;
  for (size_t i = 0; i < view.opening.size(); ++i) {
    const Cell& cell = view.opening[i];
    std::string text = without_item_number(cell.text);
    const std::optional<DateSpan> day = date_at_end(text);
    const bool day_alone = day && day->begin_offset == 0;
    if (i + 1 < view.opening.size() && (view.opening[i + 1].row == cell.row || day_alone))
      text += ' ' + view.opening[i + 1].text;  // in a table, or below its day
    if (std::optional<std::string> listed = listed_day(text)) days.insert(*listed);
    if (days.size() == kSeveral) return reading(kNoInspection, cell.text, cell.page, "list");
  }
  return std::nullopt;
}

}  // namespace

bool is_list(const Reading& not_ours) {
  return not_ours.evidence.rule == "list";
}

bool is_paper(const Reading& not_ours) {
  return not_ours.evidence.rule == "paper";
}

std::optional<Reading> find_not_ours(const View& view) {
  const Titles titles = titles_of(view);
  if (auto found = by_inspectorate(view, titles)) return found;
  if (auto found = by_institution(view, titles)) return found;
  if (auto found = by_paper(view, titles)) return found;
  if (auto found = by_form(view)) return found;
  if (auto found = by_advertisement(view)) return found;
  return by_list(view, titles);
}

}  // namespace ofsearch
