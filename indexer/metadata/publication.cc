#include "indexer/metadata/publication.h"

#include "common/dates/date.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/view/printed_dates.h"
#include "indexer/metadata/view/title.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

constexpr std::array<std::string_view, 15> kPublishedLabels = {
    "report published",    "published",       "publication date", "date published",
    "date of publication", "first published", "published date",   "report publication date",
    "published on",        "publish date",    "released",         "release date",
    "date released",       "date of release", "date of issue"};

bool is_lone_date(const Cell& cell, const std::vector<DateSpan>& spans) {
  if (spans.size() != 1 || spans[0].start != spans[0].end) return false;
  std::string rest =
      cell.text.substr(0, spans[0].begin_offset) + cell.text.substr(spans[0].end_offset);
  static constexpr std::array<std::string_view, 17> kBeside = {
      "date",    "dated",     "ofsted",   "published", "posted",   "monday",
      "tuesday", "wednesday", "thursday", "friday",    "saturday", "sunday",
      "bst",     "gmt",       "am",       "pm",        "at"};
  std::string words = bare_words(rest);
  std::vector<std::string_view> all = split_words(words);
  return std::all_of(all.begin(), all.end(), [&](std::string_view word) {
    bool clock = word.size() == 2 && has_ascii_digit(word);
    return clock || std::find(kBeside.begin(), kBeside.end(), word) != kBeside.end();
  });
}

std::optional<Reading> published_by_label(const View& view) {
  for (size_t i = 0; i < view.opening.size(); ++i) {
    const Cell& cell = view.opening[i];
    if (!begins_with_any_of(cell.words, kPublishedLabels) || cell.text.size() > 80) continue;
    if (cell.text[0] == 'p') continue;  // "... published on": a sentence goes on
    std::string text = cell.text;
    if (find_dates(text).empty() && i + 1 < view.opening.size() &&
        view.opening[i + 1].text.size() < 40)
      text += ' ' + view.opening[i + 1].text;
    std::vector<DateSpan> spans = find_dates(text);
    if (spans.size() != 1 || spans[0].start != spans[0].end) continue;
    return Reading{to_iso(spans[0].end), {excerpt(text), cell.page, "published"}};
  }
  return std::nullopt;
}

// "By our reporter. Published 14 March 2024": behind the word anywhere in an article's first lines.
std::optional<Reading> article_date(const View& view) {
  constexpr size_t kFirstCells = 14;
  for (size_t i = 0; i < view.opening.size() && i < kFirstCells; ++i) {
    const Cell& cell = view.opening[i];
    if (cell.text.size() > 160) continue;
    std::string folded = to_ascii_lower(cell.text);
    size_t at = std::min({folded.find("published"), folded.find("posted"), folded.find("updated"),
                          folded.find(" date ")});
    if (at == std::string::npos) continue;
    // "... the letter published on 4 May says."
    static constexpr std::array<std::string_view, 4> kOther = {"letter ", "report ", "findings ",
                                                               "plan "};
    std::string_view before = std::string_view(folded).substr(0, at);
    if (cell.text.ends_with('.') &&
        std::ranges::any_of(kOther, [&](std::string_view word) { return before.ends_with(word); }))
      continue;
    std::vector<DateSpan> spans = find_dates(std::string_view(cell.text).substr(at));
    if (spans.empty() || spans[0].start != spans[0].end) continue;
    return Reading{to_iso(spans[0].end), {excerpt(cell.text), cell.page, "article-date"}};
  }
  return std::nullopt;
}

// "Sent: Monday, 2 March 2026 09:00" among the other lines of a message's head.
bool is_of_message(const View& view, size_t at) {
  constexpr size_t kNear = 3;  // lines
  static constexpr std::array<std::string_view, 4> kHead = {"From:", "To:", "Subject:", "Cc:"};
  const std::string& text = view.opening[at].text;
  if (!text.starts_with("Date:") && !text.starts_with("Sent:")) return false;
  size_t begin = at > kNear ? at - kNear : 0, end = std::min(at + kNear + 1, view.opening.size());
  return std::any_of(view.opening.begin() + static_cast<long>(begin),
                     view.opening.begin() + static_cast<long>(end), [](const Cell& cell) {
                       return std::any_of(kHead.begin(), kHead.end(), [&](std::string_view field) {
                         return cell.text.starts_with(field);
                       });
                     });
}

// "Date of next meeting" above a day: that is still to come.
bool is_of_coming_day(const View& view, size_t at) {
  static constexpr std::array<std::string_view, 6> kComing = {"next",    "closing", "deadline",
                                                              "expires", "due",     "review date"};
  constexpr size_t kLongest = 60;  // bytes
  if (at == 0 || view.opening[at - 1].text.size() > kLongest) return false;
  const std::string& words = view.opening[at - 1].words;
  return !view.opening[at - 1].text.ends_with('.') && has_any_phrase(words, kComing);
}

// A letter's date: a line of its own above "Dear ...".
std::optional<Reading> letter_date(const View& view, std::string_view kind) {
  constexpr size_t kLongestDateLine = 40;  // bytes
  constexpr size_t kArticleHead = 12;      // cells in which an article prints its date
  size_t seen = 0;
  for (size_t i = 0; i < view.opening.size(); ++i) {
    const Cell& cell = view.opening[i];
    if (is_of_message(view, i) || is_of_coming_day(view, i)) continue;
    bool dear = cell.words.starts_with("dear ") && !addresses_many(cell);
    if (dear || (kind == "article" && ++seen > kArticleHead)) break;
    // A plan's tables are full of days by which something is due.
    if (kind == "unknown" && cell.column > 0) continue;
    if (cell.page > 1 || cell.text.size() > kLongestDateLine) continue;
    std::vector<DateSpan> spans = find_dates(cell.text);
    if (!is_lone_date(cell, spans)) continue;
    return Reading{
        to_iso(spans[0].end),
        {excerpt(cell.text), cell.page, kind == "letter" ? "letter-date" : "article-date"}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Reading> find_publication(const View& view, std::string_view kind) {
  std::optional<Reading> reading = published_by_label(view);
  if (!reading && kind == "article") reading = article_date(view);
  if (!reading && kind != "report") reading = letter_date(view, kind);
  if (!reading && kind == "article" && !view.declared_published.empty())
    reading = Reading{view.declared_published, {view.declared_published, 0, "file-data"}};
  return reading;
}

}  // namespace ofsearch
