#include "indexer/metadata/dates.h"

#include "common/report/date.h"
#include "common/report/sentences.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/publication.h"
#include "indexer/metadata/view/printed_dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace ofsearch {
namespace {

constexpr int kLongestVisit = 70;       // days from first to last; longer is a misreading
constexpr int kLongestToPublish = 420;  // days

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

struct Found {
  std::vector<DateSpan> spans;
  Evidence evidence;
};

// The words behind a label: the rest of its cell, and cells after it that go on with dates.
std::string text_behind_label(const std::vector<Cell>& cells, size_t at) {
  std::string text = cells[at].text;
  constexpr size_t kCellsBehind = 3;
  for (size_t i = at + 1; i < cells.size() && i <= at + kCellsBehind; ++i) {
    const Cell& next = cells[i];
    if (begins_with_any_of(next.words, kOtherLabels) || next.text.size() > 80) break;
    bool first = i == at + 1 && !has_ascii_digit(text);
    if (!first && !has_ascii_digit(next.text) && next.words != "and" && next.words != "to") break;
    text += ' ' + next.text;
  }
  return text;
}

bool is_possible(const DateSpan& span) {
  return days_between(span.start, span.end) <= kLongestVisit;
}

// Of the dates of a sentence the first, and those that a mere "and" joins to it: two periods on
// site, but not "on 4 May 2018, following a letter of 3 March 2018".
void keep_first_group(std::vector<DateSpan>* spans, const std::string& sentence) {
  for (size_t i = 1; i < spans->size(); ++i) {
    size_t begin = (*spans)[i - 1].end_offset, end = (*spans)[i].begin_offset;
    std::string between = bare_words(std::string_view(sentence).substr(begin, end - begin));
    static constexpr std::array<std::string_view, 9> kJoining = {
        "", "and", "and on", "and from", "and between", "and then", "then", "and again on", "to"};
    if (std::find(kJoining.begin(), kJoining.end(), between) != kJoining.end()) continue;
    spans->resize(i);
    return;
  }
}

// One end of a span that could not be read stands beside what was: "2x July to 5 July 2019" is not
// the 5th, "25 November 2019 to 6 Dxcember 2019" not the 25th.
bool is_half_read(std::string_view text, const DateSpan& span) {
  if (span.start != span.end) return false;
  constexpr size_t kNear = 30;  // bytes: a day, month and year
  std::string before = bare_words(text.substr(0, span.begin_offset));
  std::string behind = bare_words(text.substr(span.end_offset, kNear));
  std::string_view near = before;
  if (near.size() > kNear) near.remove_prefix(near.size() - kNear);
  std::string_view printed_behind = trimmed(text.substr(span.end_offset, kNear));
  bool dash_behind = printed_behind.starts_with('-') || printed_behind.starts_with("\xE2\x80\x93");
  bool joined_behind = (behind.starts_with("to ") || dash_behind) && has_ascii_digit(behind);
  bool joined_before = (near.ends_with(" to") || near.ends_with(" and")) && has_ascii_digit(near);
  std::string_view printed_before = trimmed(text.substr(0, span.begin_offset));
  bool dash_before = printed_before.ends_with('-') || printed_before.ends_with("\xE2\x80\x93");
  return joined_behind || joined_before || (dash_before && has_ascii_digit(near));
}

Found by_label(const View& view, std::optional<int> year) {
  for (size_t i = 0; i < view.opening.size(); ++i) {
    const Cell& cell = view.opening[i];
    if (!begins_with_any_of(cell.words, kDateLabels)) continue;
    std::string text = text_behind_label(view.opening, i);
    Found found{find_dates(text, year), {excerpt(text), cell.page, "inspection-dates"}};
    std::erase_if(found.spans, [](const DateSpan& span) { return !is_possible(span); });
    // Where lines ran together the dates of the inspection before may follow.
    keep_first_group(&found.spans, text);
    if (found.spans.size() == 1 && is_half_read(text, found.spans.front())) found.spans.clear();
    if (!found.spans.empty()) return found;
  }
  return {};
}

// How letters and early reports say when inspectors came; in lower case.
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

size_t first_of(std::string_view text, const auto& phrases) {
  size_t first = std::string_view::npos;
  for (std::string_view phrase : phrases) first = std::min(first, text.find(phrase));
  return first;
}

// "Published on 4 May 2018" is no visit's date; "published the findings of its visit on ..." is.
bool is_publication(std::string_view folded, const DateSpan& span) {
  size_t at = folded.substr(0, span.begin_offset).rfind("published");
  if (at == std::string_view::npos) return false;
  return first_of(folded.substr(at, span.begin_offset - at), kVisitPhrases) ==
         std::string_view::npos;
}

// "To be submitted by 9 March": something is due then.
bool is_deadline(std::string_view folded, const DateSpan& span) {
  std::string_view before = folded.substr(0, span.begin_offset);
  for (std::string_view phrase : {" by ", " by the ", " before ", "no later than ", " due on "})
    if (before.ends_with(phrase)) return true;
  return false;
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
  std::erase_if(spans, [&](const DateSpan& span) {
    bool day_of_publication = published && to_iso(span.start) == *published;
    return span.begin_offset > limit || !is_possible(span) || day_of_publication ||
           is_publication(folded, span) || is_deadline(folded, span);
  });
  keep_first_group(&spans, sentence);
  if (spans.size() == 1 && is_half_read(sentence, spans.front())) return {};
  return spans;
}

// The first sentence that tells of a visit. An article may tell of several authorities' visits;
// where it gives several dates none is taken.
Found by_sentence(const View& view, std::optional<int> year,
                  const std::optional<std::string>& published, bool article) {
  Found first;
  for (const Paragraph* paragraph : view.opening_paragraphs) {
    // Where a letter's head runs into its first paragraph, the letter begins behind "Dear".
    size_t dear = paragraph->text.find("Dear ");
    std::string text = paragraph->text.substr(dear == std::string::npos ? 0 : dear);
    if (!has_ascii_digit(text)) continue;
    for (auto [begin, end] : sentences(text)) {
      std::string sentence = text.substr(begin, end - begin);
      std::vector<DateSpan> spans = visit_days(sentence, year, published);
      if (spans.empty()) continue;
      if (first.spans.empty())
        first = {spans, {excerpt(sentence), paragraph->page, "visit-sentence"}};
      else if (spans.front().start != first.spans.front().start)
        return {};
      if (!article) return first;
    }
  }
  return first;
}

// ---- Years that are not printed beside the dates ----------------------------------------------

std::optional<int> copyright_year(const View& view) {
  for (auto paragraph = view.document.paragraphs.rbegin();
       paragraph != view.document.paragraphs.rend(); ++paragraph) {
    size_t at = paragraph->text.find("rown copyright");
    if (at == std::string::npos) continue;
    for (size_t i = at; i + 4 <= paragraph->text.size(); ++i) {
      if (paragraph->text.compare(i, 2, "20") != 0 ||
          !has_ascii_digit(paragraph->text.substr(i + 2, 1)))
        continue;
      int year = std::atoi(paragraph->text.substr(i, 4).c_str());
      if (year >= 2000 && year < 2100) return year;
    }
  }
  return std::nullopt;
}

std::vector<DateSpan> footer_dates(const View& view) {
  std::vector<DateSpan> spans;
  for (const Line& line : view.document.furniture)
    for (const DateSpan& span : find_dates(line.text)) spans.push_back(span);
  return spans;
}

bool same_days(const Date& a, const Date& b) {
  return a.day == b.day && a.month == b.month;
}

bool has_printed_year(const Found& found) {
  return std::all_of(found.spans.begin(), found.spans.end(),
                     [](const DateSpan& span) { return span.year_printed; });
}

// Moves every span by whole years.
void shift_years(Found* found, int years) {
  for (DateSpan& span : found->spans) span.start.year += years, span.end.year += years;
}

class DateFinder {
 public:
  DateFinder(const View& view, Metadata* metadata) : view_(view), metadata_(*metadata) {}

  int run() {
    find_published();
    Found found = find_spans();
    if (!found.spans.empty()) set_dates(found);
    set_year();
    check();
    return days_on_site(found.spans);
  }

 private:
  void find_published() {
    std::optional<Reading> reading = find_publication(view_, metadata_.kind);
    if (!reading) return;
    metadata_.published = reading->value;
    metadata_.evidence["published"] = reading->evidence;
  }

  Found find_spans() {
    bool article = metadata_.kind == "article";
    Found found = by_label(view_, {});
    if (found.spans.empty()) found = by_sentence(view_, {}, metadata_.published, article);
    if (!found.spans.empty() && has_printed_year(found)) return found;
    // The same again with a year from elsewhere.
    constexpr int kLeapYear = 2000;  // any: only days and months count
    Found yearless = by_label(view_, kLeapYear);
    if (yearless.spans.empty() && !article) yearless = by_sentence(view_, kLeapYear, {}, false);
    if (yearless.spans.empty()) return found;
    if (!give_year(&yearless)) {
      metadata_.warnings.push_back(
          fmt::format("no year is printed beside \"{}\"", yearless.evidence.text));
      return {};
    }
    return yearless;
  }

  // The year of dates printed without one: from a footer with the same days, from the day of
  // publication, or from the copyright line where the time of year leaves no doubt.
  bool give_year(Found* found) {
    constexpr int kAssumed = 2000;
    const Date last = found->spans.back().end;
    for (const DateSpan& span : footer_dates(view_)) {
      if (!same_days(span.end, last)) continue;
      shift_years(found, span.end.year - kAssumed);
      return true;
    }
    if (metadata_.published) {
      Date published = *parse_iso_date(*metadata_.published);
      shift_years(found, published.year - kAssumed);
      if (found->spans.back().end > published) shift_years(found, -1);
      return true;
    }
    std::optional<int> year = copyright_year(view_);
    constexpr int kFirstSafeMonth = 1, kLastSafeMonth = 9;  // later ones come out next year
    if (!year || last.month < kFirstSafeMonth || last.month > kLastSafeMonth) return false;
    shift_years(found, *year - kAssumed);
    return true;
  }

  void set_dates(const Found& found) {
    const DateSpan& first = found.spans.front();
    const DateSpan& last = found.spans.back();
    // A slip of the pen, and either date may be the wrong one.
    if (first.start_exact && last.end_exact && last.end < first.start) {
      metadata_.warnings.push_back(
          fmt::format("the inspection is said to begin on {} and to end on {}; neither is taken",
                      to_iso(first.start), to_iso(last.end)));
      return;
    }
    if (first.start_exact) {
      metadata_.inspection_start = to_iso(first.start);
      metadata_.evidence["inspection_start"] = found.evidence;
    }
    if (last.end_exact) {
      metadata_.inspection_end = to_iso(last.end);
      metadata_.evidence["inspection_end"] = found.evidence;
    }
  }

  void set_year() {
    if (metadata_.inspection_end) {
      set_year(*metadata_.inspection_end, "inspection_end");
      return;
    }
    if (metadata_.published && metadata_.kind == "report") {
      set_year(*metadata_.published, "published");
      return;
    }
    settle_year_by_text();
  }

  void set_year(const std::string& date, const std::string& field) {
    metadata_.year = parse_iso_date(date)->year;
    metadata_.evidence["year"] = metadata_.evidence[field];
  }

  // "The fourth monitoring visit, in July 2017, found ...": the one month that an article gives for
  // its visit.
  void settle_year_of_visit() {
    if (metadata_.visit_type != "focused-visit" && metadata_.visit_type != "monitoring-visit")
      return;
    std::optional<Reading> found;
    for (const Paragraph* paragraph : view_.opening_paragraphs) {
      for (auto [begin, end] : sentences(paragraph->text)) {
        std::string sentence = paragraph->text.substr(begin, end - begin);
        std::string folded = to_ascii_lower(sentence);
        if (folded.find("visit") == std::string::npos || first_of(folded, kEarlier) != folded.npos)
          continue;
        std::vector<MonthYear> months = find_month_years(sentence);
        if (months.size() != 1) continue;
        std::string year = std::to_string(months.front().year);
        if (found && found->value != year) return;
        found = Reading{year, {excerpt(sentence), paragraph->page, "month-of-visit"}};
      }
    }
    if (!found) return;
    metadata_.year = std::stoi(found->value);
    metadata_.evidence["year"] = found->evidence;
  }

  // Without dates: the last year that the text speaks of, where it is also the last of the
  // framework.
  void settle_year_by_text() {
    if (metadata_.kind == "article") {
      settle_year_of_visit();
      return;
    }
    int latest = 0;
    const Paragraph* where = nullptr;
    for (const Paragraph& paragraph : view_.document.paragraphs) {
      for (const MonthYear& month : find_month_years(paragraph.text)) {
        if (month.year <= latest) continue;
        latest = month.year;
        where = &paragraph;
      }
    }
    if (where == nullptr) return;
    bool last_of_framework = latest == 2013 && (metadata_.visit_type == "child-protection" ||
                                                metadata_.visit_type == "looked-after");
    if (!last_of_framework) return;
    metadata_.year = latest;
    metadata_.evidence["year"] = {excerpt(where->text), where->page, "latest-date-in-text"};
  }

  void check() {
    if (!metadata_.inspection_end) return;
    Date end = *parse_iso_date(*metadata_.inspection_end);
    if (metadata_.published) {
      int days = days_between(end, *parse_iso_date(*metadata_.published));
      if (days < 0 || days > kLongestToPublish)
        metadata_.warnings.push_back(
            fmt::format("published {} does not fit an inspection that ended {}",
                        *metadata_.published, *metadata_.inspection_end));
    }
    for (const DateSpan& span : footer_dates(view_)) {
      if (span.end == end || span.start != span.end ? span.end == end : true) continue;
      metadata_.warnings.push_back(fmt::format("a running footer says {}, the title page {}",
                                               to_iso(span.end), to_iso(end)));
    }
  }

  static int days_on_site(const std::vector<DateSpan>& spans) {
    constexpr int kWeekend = 3;  // Friday to Monday
    int days = 0;
    for (size_t i = 0; i < spans.size(); ++i) {
      days += days_between(spans[i].start, spans[i].end) + 1;
      if (i == 0) continue;
      int gap = days_between(spans[i - 1].end, spans[i].start);
      if (gap > 0 && gap <= kWeekend) days += gap - 1;
    }
    return days;
  }

  const View& view_;
  Metadata& metadata_;
};

}  // namespace

int find_inspection_dates(const View& view, Metadata* metadata) {
  return DateFinder(view, metadata).run();
}

}  // namespace ofsearch
