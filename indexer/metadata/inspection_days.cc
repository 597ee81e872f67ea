#include "indexer/metadata/inspection_days.h"

#include "common/dates/date.h"
#include "common/report/sentences.h"
#include "common/text/characters.h"
#include "common/text/lists.h"
#include "common/text/text.h"
#include "indexer/metadata/grades/words/grade_words.h"
#include "indexer/metadata/view/date_groups.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ofsearch {
namespace {

// Labels of the dates on a title page, in bare words.
constexpr std::array<std::string_view, 20> kDateLabels = {"inspection dates",
                                                          "inspection date",
                                                          "dates of inspection",
                                                          "date of inspection",
                                                          "dates of visit",
                                                          "date of visit",
                                                          "visit dates",
                                                          "visit date",
                                                          "dates of the inspection",
                                                          "date of the inspection",
                                                          "review dates",
                                                          "review date",
                                                          "date of review",
                                                          "dates of review",
                                                          "monitoring inspection dates",
                                                          "monitoring inspection date",
                                                          "dates of monitoring inspection",
                                                          "date of monitoring inspection",
                                                          "monitoring visit dates",
                                                          "dates of fieldwork"};
// Labels that end the words of another label.
constexpr std::array<std::string_view, 13> kOtherLabels = {
    "lead inspector",   "reporting inspector", "report published",    "published",
    "date of previous", "dates of previous",   "previous inspection", "judgement",
    "age group",        "inspection outcome",  "publication",         "reference",
    "unique reference"};

// The words behind a label: the rest of its cell, and cells after it that go on with dates.
std::string text_behind_label(const std::vector<Cell>& cells, size_t at) {
  std::string text = cells[at].text;
  constexpr size_t kCellsBehind = 3;
  for (size_t i = at + 1; i < cells.size() && i <= at + kCellsBehind; ++i) {
    const Cell& next = cells[i];
    constexpr size_t kLongestDate = 40;  // bytes, with a full stop
    bool sentence = next.text.ends_with('.') && next.text.size() > kLongestDate;
    if (begins_with_any_of(next.words, kOtherLabels) || next.text.size() > 80 || sentence) break;
    bool first = i == at + 1 && !has_ascii_digit(text);
    if (!first && !has_ascii_digit(next.text) && next.words != "and" && next.words != "to") break;
    text += ' ' + next.text;
  }
  return text;
}

// Phrases with which letters and early reports say when inspectors came; in lower case.
constexpr std::array<std::string_view, 30> kVisitPhrases = {
    "took place",
    "visit to ",
    "visited ",
    "visit of ",
    "visit on ",
    "visit in ",
    "visit between ",
    "inspection of ",
    "inspection in ",
    "inspection on ",
    "inspection between ",
    "inspection from ",
    "was carried out",
    "were carried out",
    "carried out ",
    "conducted ",
    "undertook ",
    "was undertaken",
    "was completed",
    "fieldwork",
    "between ",
    "on-site",
    "on site",
    "off-site",
    "contact, referral and assessment",
    "revisited ",
    "visit which",
    "visit that",
    "inspection which",
    "inspection that",
};

// One of these words shows that it was an inspection that took place then.
constexpr std::array<std::string_view, 6> kInspections = {"inspect",   "visit",   "review",
                                                          "fieldwork", "on-site", "on site"};

// Words after which a sentence's dates are those of another inspection.
constexpr std::array<std::string_view, 19> kEarlier = {
    "since",          "previous",       "last inspect",
    "last visit",     "judged",         "following the inspection in",
    "earlier",        "in response to", "minute ",
    "was evaluated",  "letter dated",   "action plan",
    "as a result of", "was found to",   "were found to",
    "in comparison",  "until",          "issued on",
    "required on"};

// "Published on 4 May 2018" is no visit's date; "published the findings of its visit on ..." is.
bool is_publication(std::string_view folded, const DateSpan& span) {
  size_t at = folded.substr(0, span.begin_offset).rfind("published");
  if (at == std::string_view::npos) return false;
  return first_of(folded.substr(at, span.begin_offset - at), kVisitPhrases) ==
         std::string_view::npos;
}

// "Your request dated 4 June", "my letter of 2 March": a paper's own day.
bool is_of_paper(std::string_view folded, const DateSpan& span) {
  static constexpr std::array<std::string_view, 9> kPapers = {
      "request ", "letter ", "letters ",  "email ",         "e-mail ",
      "report ",  "notice ", "response ", "correspondence "};
  static constexpr std::array<std::string_view, 6> kOwn = {
      "letter ", "letters ", "email ", "e-mail ", "request ", "correspondence "};
  const std::string_view before = folded.substr(0, span.begin_offset);
  const auto stands = [&](std::string_view joint, const auto& papers) {
    return before.ends_with(joint) && std::ranges::any_of(papers, [&](std::string_view paper) {
             return before.substr(0, before.size() - joint.size()).ends_with(paper);
           });
  };
  static constexpr std::array<std::string_view, 4> kVisits = {"inspection ", "visit ", "review ",
                                                              "fieldwork "};
  // "Cabinet, date: 27 June", but not "visit date: 27 June".
  const bool labelled = before.ends_with("date: ") && !stands("date: ", kVisits);
  // The day behind "report of" may be the one that it reports of.
  return labelled || stands("dated ", kPapers) || stands("of ", kOwn);
}

// "You complained on 4 April about the inspection of ...": a day on which somebody wrote.
bool is_of_writing(std::string_view folded, const DateSpan& span) {
  static constexpr std::array<std::string_view, 8> kWrote = {
      " complained ", " wrote ", " replied ",    " emailed ",
      " asked ",      " rang ",  " telephoned ", " have written "};
  const std::string_view before = folded.substr(0, span.begin_offset);
  return std::ranges::any_of(kWrote, [&](std::string_view verb) {
    const size_t at = before.rfind(verb);
    return at != before.npos && first_of(before.substr(at), kInspections) == before.npos;
  });
}

// "We will be visited on 4 May": that is still to come.
bool is_to_come(std::string_view folded, const DateSpan& span) {
  static constexpr std::array<std::string_view, 8> kComing = {
      " will be ",      " will take place ", " will visit ", " is planned ",
      " is scheduled ", " are scheduled ",   " starts on ",  " begins on "};
  return first_of(folded.substr(0, span.begin_offset), kComing) != std::string_view::npos;
}

// "(Planned for 4 May) on 6 June": it took place on another day.
bool is_of_plan(std::string_view folded, const DateSpan& span) {
  static constexpr std::array<std::string_view, 11> kPlans = {
      "planned for ",      "planned to take place on ", "scheduled for ", "arranged for ",
      "rescheduled from ", "postponed from ",           "moved from ",    "brought forward from ",
      "deferred from ",    "rearranged from ",          "delayed from "};
  const std::string_view before = folded.substr(0, span.begin_offset);
  return std::ranges::any_of(kPlans,
                             [before](std::string_view plan) { return before.ends_with(plan); });
}

// "On 5 January 2024 at 10:02 Ada Brook wrote: ...": a message's day.
bool is_of_message(std::string_view folded, const DateSpan& span) {
  constexpr size_t kNear = 120;  // bytes
  const std::string_view behind = folded.substr(span.end_offset, kNear);
  return span.start == span.end && behind.find(" wrote:") != std::string_view::npos;
}

// "To be submitted by 9 March": something is due then.
bool is_deadline(std::string_view folded, const DateSpan& span) {
  std::string_view before = folded.substr(0, span.begin_offset);
  for (std::string_view phrase : {" by ", " by the ", " before ", "no later than ", " due on "})
    if (before.ends_with(phrase)) return true;
  return false;
}

// "Inspection of children's services: good, 18 April 2024": a list's day of publication.
bool is_behind_grade(std::string_view folded, const DateSpan& span) {
  std::string_view before = trimmed(folded.substr(0, span.begin_offset));
  if (before.empty() || std::string_view(",-(|").find(before.back()) == std::string_view::npos)
    return false;
  std::string_view label;
  return grade_at_end(trimmed(before.substr(0, before.size() - 1)), &label).has_value();
}

// "- Inspection of children's services, 10 March 2016 (PDF, 300KB)": an item of a list of reports
// has the day on which one was published.
bool is_listed(const Paragraph& paragraph, const std::vector<DateSpan>& spans) {
  if (paragraph.kind != ParagraphKind::kBullet || spans.size() != 1 ||
      spans[0].start != spans[0].end)
    return false;
  const std::optional<DateSpan> last = date_at_end(paragraph.text);
  return last && last->start == spans[0].start;
}

// The days that one sentence gives for a visit.
std::vector<DateSpan> visit_days(const std::string& sentence, std::optional<int> year,
                                 const std::optional<std::string>& published) {
  std::string folded = to_ascii_lower(sentence);
  if (first_of(folded, kVisitPhrases) == std::string::npos ||
      first_of(folded, kInspections) == std::string::npos)
    return {};
  size_t limit = std::min(first_of(folded, kEarlier), sentence.size());
  std::vector<DateSpan> spans = find_dates(sentence, year);
  open_weeks(&spans, sentence);
  std::erase_if(spans, [&](const DateSpan& span) {
    bool day_of_publication = published && to_iso(span.start) == *published;
    return span.begin_offset > limit || !is_possible(span) || day_of_publication ||
           is_publication(folded, span) || is_of_paper(folded, span) ||
           is_of_message(folded, span) || is_deadline(folded, span) ||
           is_of_writing(folded, span) || is_to_come(folded, span) || is_of_plan(folded, span) ||
           is_behind_grade(folded, span);
  });
  keep_first_group(&spans, sentence);
  if (spans.size() == 1 && is_half_read(sentence, spans.front())) return {};
  return spans;
}

}  // namespace

bool tells_of_earlier(std::string_view folded) {
  return first_of(folded, kEarlier) != std::string_view::npos;
}

FoundDays days_by_label(const View& view, std::optional<int> year) {
  for (size_t i = 0; i < view.opening.size(); ++i) {
    const Cell& cell = view.opening[i];
    if (!begins_with_any_of(cell.words, kDateLabels)) continue;
    std::string text = text_behind_label(view.opening, i);
    FoundDays found{find_dates(text, year), {excerpt(text), cell.page, "inspection-dates"}};
    open_weeks(&found.spans, text);
    std::erase_if(found.spans, [](const DateSpan& span) { return !is_possible(span); });
    // The dates of the inspection before may follow if lines ran together.
    keep_first_group(&found.spans, text);
    if (found.spans.size() == 1 && is_half_read(text, found.spans.front())) found.spans.clear();
    if (!found.spans.empty()) return found;
  }
  return {};
}

namespace {

// The sentence with which a letter says what it is about.
bool says_what_letter_is_about(std::string_view sentence) {
  const std::string folded = to_ascii_lower(sentence);
  return contains(folded, "letter summari") || contains(folded, "summarise the findings");
}

}  // namespace

FoundDays days_by_sentence(const View& view, std::optional<int> year,
                           const std::optional<std::string>& published, bool article) {
  FoundDays first;
  for (const Paragraph* paragraph : view.opening_paragraphs) {
    // If a letter's head runs into its first paragraph, the letter begins behind that.
    size_t begin_of_letter =
        std::min(paragraph->text.find("Dear "), paragraph->text.find("This letter summarises"));
    std::string text =
        paragraph->text.substr(begin_of_letter == std::string::npos ? 0 : begin_of_letter);
    if (!has_ascii_digit(text)) continue;
    for (auto [begin, end] : sentences(text)) {
      std::string sentence = text.substr(begin, end - begin);
      std::vector<DateSpan> spans = visit_days(sentence, year, published);
      if (spans.empty() || is_listed(*paragraph, spans)) continue;
      const FoundDays found{spans, {excerpt(sentence), paragraph->page, "visit-sentence"}};
      // A few words of whoever passes a letter on may stand before it.
      if (!article && says_what_letter_is_about(sentence)) return found;
      if (first.spans.empty())
        first = found;
      else if (article && spans.front().start != first.spans.front().start)
        return {};
    }
  }
  return first;
}

std::optional<std::string> impossible_days(const View& view) {
  for (size_t i = 0; i < view.opening.size(); ++i) {
    if (!begins_with_any_of(view.opening[i].words, kDateLabels)) continue;
    if (auto printed = find_impossible_date(text_behind_label(view.opening, i))) return printed;
  }
  for (const Paragraph* paragraph : view.opening_paragraphs) {
    auto printed = find_impossible_date(paragraph->text);
    if (printed && first_of(to_ascii_lower(paragraph->text), kVisitPhrases) != std::string::npos)
      return printed;
  }
  return std::nullopt;
}

bool prints_dates(const View& view) {
  bool by_cell = std::any_of(view.opening.begin(), view.opening.end(), [](const Cell& cell) {
    return begins_with_any_of(cell.words, kDateLabels);
  });
  // Within a line, where lines ran together.
  auto runs_on = [](const Paragraph* paragraph) {
    std::string words = bare_words(paragraph->text);
    return has_phrase(words, "inspection dates") || has_phrase(words, "inspection date");
  };
  return by_cell ||
         std::any_of(view.opening_paragraphs.begin(), view.opening_paragraphs.end(), runs_on);
}

}  // namespace ofsearch
