#include "indexer/metadata/dates.h"

#include "common/dates/date.h"
#include "common/dates/typed_date.h"
#include "common/report/sentences.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/inspection_days.h"
#include "indexer/metadata/publication.h"
#include "indexer/metadata/view/printed_dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace ofsearch {
namespace {

constexpr int kLongestToPublish = 420;  // days

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

bool has_printed_year(const FoundDays& found) {
  return std::all_of(found.spans.begin(), found.spans.end(),
                     [](const DateSpan& span) { return span.year_printed; });
}

// Moves every span by whole years. 29 February may then be no day: see all_valid().
void shift_years(FoundDays* found, int years) {
  for (DateSpan& span : found->spans) span.start.year += years, span.end.year += years;
}

bool all_valid(const FoundDays& found) {
  return std::all_of(found.spans.begin(), found.spans.end(), [](const DateSpan& span) {
    return is_valid(span.start) && is_valid(span.end);
  });
}

std::optional<Date> day_of(const std::optional<std::string>& iso) {
  return iso ? parse_iso_date(*iso) : std::nullopt;
}

class DateFinder {
 public:
  DateFinder(const View& view, Metadata* metadata) : view_(view), metadata_(*metadata) {}

  int run() {
    find_published();
    FoundDays found = find_spans();
    if (!found.spans.empty())
      set_dates(found);
    else if (const std::optional<std::string> printed = impossible_days(view_))
      metadata_.warnings.push_back(fmt::format("\"{}\" has a day that does not exist", *printed));
    set_year();
    check();
    return metadata_.inspection_end ? days_on_site(found.spans) : 0;
  }

 private:
  void find_published() {
    std::optional<Reading> reading = find_publication(view_, metadata_.kind);
    if (!reading) return;
    metadata_.published = reading->value;
    metadata_.evidence["published"] = reading->evidence;
  }

  // Tells whether dates stand beside a label that could not be read: those that a sentence gives
  // may then be of something else.
  bool is_beside_lost_label(const FoundDays& found) const {
    return found.evidence.rule == "visit-sentence" && metadata_.kind == "report" &&
           prints_dates(view_) && !contains(found.evidence.text, "nspection date");
  }

  // Guidance, plans and notices name inspections as examples, or earlier ones.
  bool is_paper() const {
    auto found = metadata_.evidence.find("visit_type");
    return found != metadata_.evidence.end() && found->second.rule == "paper";
  }

  FoundDays find_spans() {
    bool article = metadata_.kind == "article";
    FoundDays found = days_by_label(view_, {});
    if (found.spans.empty() && !is_paper())
      found = days_by_sentence(view_, {}, metadata_.published, article);
    if (is_beside_lost_label(found)) return {};
    if (!found.spans.empty() && has_printed_year(found)) return found;
    // Reads the dates again with a year from elsewhere.
    constexpr int kLeapYear = 2000;  // any: only days and months count
    FoundDays yearless = days_by_label(view_, kLeapYear);
    if (yearless.spans.empty() && !article && !is_paper())
      yearless = days_by_sentence(view_, kLeapYear, {}, false);
    if (yearless.spans.empty()) return found;
    // If one of two dates has its year beside it, the other is in doubt: what joins them was not
    // read.
    bool mixed = std::any_of(yearless.spans.begin(), yearless.spans.end(),
                             [](const DateSpan& span) { return span.year_printed; });
    if (mixed || !give_year(&yearless)) {
      metadata_.warnings.push_back(
          fmt::format("no year is printed beside \"{}\"", yearless.evidence.text));
      return {};
    }
    // The year that was found is another one than that of the dates.
    if (!all_valid(yearless)) {
      metadata_.warnings.push_back(fmt::format("\"{}\" has a day that {} does not have",
                                               yearless.evidence.text,
                                               yearless.spans.back().end.year));
      return {};
    }
    return yearless;
  }

  // The year of dates printed without one: from a footer with the same days, from the day of
  // publication, or from the copyright line where the time of year leaves no doubt.
  bool give_year(FoundDays* found) {
    constexpr int kAssumed = 2000;
    // The writer knew which year that is.
    if (has_phrase(bare_words(found->evidence.text), "last year")) return false;
    const Date last = found->spans.back().end;
    for (const DateSpan& span : footer_dates(view_)) {
      if (!same_days(span.end, last)) continue;
      shift_years(found, span.end.year - kAssumed);
      return true;
    }
    if (const std::optional<Date> published = day_of(metadata_.published)) {
      shift_years(found, published->year - kAssumed);
      if (found->spans.back().end > *published) shift_years(found, -1);
      return true;
    }
    std::optional<int> year = copyright_year(view_);
    constexpr int kLastSafeMonth = 9;  // reports of later ones may come out next year
    if (!year || last.month > kLastSafeMonth) return false;
    shift_years(found, *year - kAssumed);
    return true;
  }

  // A report is not printed years before its inspection.
  bool is_after_copyright(const Date& end) const {
    std::optional<int> year = copyright_year(view_);
    return year && end.year > *year + 1;
  }

  // Tells whether a day is far in the future: what is told of it is a slip of the pen. The clock
  // may be a little wrong.
  static bool is_far_in_future(const Date& end) { return end.year > current_date().year + 1; }

  void set_dates(const FoundDays& found) {
    const DateSpan& first = found.spans.front();
    const DateSpan& last = found.spans.back();
    // Only visits are so short; the other end was lost.
    bool visit = metadata_.kind == "letter" || metadata_.visit_type == "focused-visit" ||
                 metadata_.visit_type == "monitoring-visit";
    if (view_.misread && !visit && days_on_site(found.spans) < 2) return;
    if (is_after_copyright(last.end)) {
      metadata_.warnings.push_back(
          fmt::format("\"{}\" is long after the year of its copyright", found.evidence.text));
      return;
    }
    if (is_far_in_future(last.end)) {
      metadata_.warnings.push_back(
          fmt::format("\"{}\" lies in the future; it is not taken", found.evidence.text));
      return;
    }
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
    } else if (first.start.year == last.end.year) {
      metadata_.year = last.end.year;
      metadata_.evidence["year"] = found.evidence;
    }
  }

  void set_year() {
    if (const std::optional<Date> end = day_of(metadata_.inspection_end)) {
      set_year(*end, "inspection_end");
      return;
    }
    // A report that came out early in a year may tell of the year before.
    constexpr int kFirstSafeMonth = 6;
    const std::optional<Date> published = day_of(metadata_.published);
    if (published && metadata_.kind == "report" && published->month >= kFirstSafeMonth) {
      set_year(*published, "published");
      return;
    }
    settle_year_by_text();
  }

  void set_year(const Date& date, const std::string& field) {
    metadata_.year = date.year;
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
        if (folded.find("visit") == std::string::npos || tells_of_earlier(folded)) continue;
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

  // Settles the year without dates: it is the last year that the text speaks of, if that is also
  // the last of the framework.
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
    const std::optional<Date> end = day_of(metadata_.inspection_end);
    if (!end) return;
    if (const std::optional<Date> published = day_of(metadata_.published)) {
      int days = days_between(*end, *published);
      if (days < 0 || days > kLongestToPublish)
        metadata_.warnings.push_back(
            fmt::format("published {} does not fit an inspection that ended {}",
                        *metadata_.published, *metadata_.inspection_end));
    }
    for (const DateSpan& span : footer_dates(view_)) {
      // A single day may be another one, of publication.
      if (span.end == *end || span.start == span.end) continue;
      metadata_.warnings.push_back(fmt::format("a running footer says {}, the title page {}",
                                               to_iso(span.end), to_iso(*end)));
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
