#include "indexer/document/lines/furniture.h"

#include "common/report/font_size.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/lists.h"
#include "common/text/text.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>

namespace ofsearch {
namespace {

constexpr double kMarginShare = 0.12;  // of the page's height, at the top and at the bottom
constexpr double kWideMargin = 0.2;    // for page numbers that count with the pages
constexpr size_t kEdgeLines = 3;       // for text without layout: first and last lines of a page
constexpr size_t kLongestHead = 200;   // bytes; a running head is no paragraph
constexpr int kOftenEnough = 3;        // pages
constexpr size_t kFullLine = 60;       // bytes; a line of the body that fills it
constexpr size_t kTellingWords = 3;    // words: so many repeated ones are no chance
constexpr double kSmallType = 0.95;    // of the body's size
constexpr size_t kShortPage = 300;     // bytes; few pages have less text
constexpr size_t kLongPage = 6000;     // bytes; few pages have more
constexpr size_t kLongestContents = 2000;  // bytes, of a table of contents

// The wording of a line with its numbers made equal, so that "Page 3" and "Page 4" are one.
std::string wording(const std::string& text) {
  std::string out;
  for (char c : search_form(text)) {
    bool digit = is_ascii_digit(c);
    if (digit && out.ends_with('#')) continue;
    if (c != ' ') out.push_back(digit ? '#' : c);
  }
  return out;
}

bool has_letters(const std::string& words) {
  return std::any_of(words.begin(), words.end(),
                     [](unsigned char c) { return std::isalpha(c) != 0 || c >= 0x80; });
}

// True when `text` has no digit, or so many other signs that wording() need not be asked.
bool is_no_page_number(const std::string& text) {
  constexpr int kMostSigns = 8;  // more than any form has
  bool digits = false;
  int signs = 0;
  for (char c : text) {
    digits = digits || is_ascii_digit(c);
    signs += c > ' ' && !is_ascii_digit(c) ? 1 : 0;  // those outside ASCII may fold to less
    if (signs > kMostSigns) return true;
  }
  return !digits;
}

// The number in a line that is a page number and nothing else. "4." is none: a full stop stands
// behind the number of a paragraph.
std::optional<int> page_number(const std::string& text) {
  static const std::set<std::string> kForms = {"#",   "page#",  "page#of#", "#of#",    "-#-", "p#",
                                               "p.#", "#|page", "page|#",   "page-#-", "#/#", "|#"};
  constexpr size_t kDigits = 5;
  if (is_no_page_number(text)) return std::nullopt;
  if (!kForms.contains(wording(text))) return std::nullopt;
  size_t begin = text.find_first_of("0123456789");
  size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
  if (end - begin > kDigits) return std::nullopt;
  return std::stoi(text.substr(begin, end - begin));
}

// A bare number may as well be a figure of a table, and "3 of 10" too; "Page 3" may not.
bool is_bare_number(const std::string& text) {
  return !contains(wording(text), "p");
}

// "Contents", also with the first entry in its line.
bool is_heading_of_contents(const std::string& text) {
  constexpr size_t kLongest = 60;  // bytes
  return text.size() < kLongest && to_ascii_lower(text).starts_with("contents");
}

bool in_margin(const Page& page, size_t index, double share = kMarginShare) {
  const Line& line = page.lines[index];
  if (page.height > 0) return line.y1 < page.height * share || line.y0 > page.height * (1 - share);
  return page.number > 0 && (index < kEdgeLines || index + kEdgeLines >= page.lines.size());
}

class Finder {
 public:
  explicit Finder(const std::vector<Page>& pages) : pages_(pages) {
    measure_body();
    count_wordings();
    count_offsets();
    for (const Page& page : pages_) {
      if (page.lines.empty()) continue;
      opening_page_ = &page;
      // Only pages with a layout ask for it.
      for (const Line& line : page.lines)
        if (page.height > 0) opening_ += line.text + ' ';
      break;
    }
    opening_ = ' ' + bare_words(opening_) + ' ';
    find_stray_numbers();
  }

  bool is_furniture(const Page& page, size_t index) const {
    const Line& line = page.lines[index];
    if (page_number(line.text)) return is_page_number(page, index);
    if (!in_margin(page, index) || line.text.size() > kLongestHead) return false;
    std::string words = wording(line.text);
    // A lone "12." is the number of a paragraph whose text stands beside it or overleaf.
    if (!has_letters(words)) return false;
    return recurs(line, words) || repeats_opening(page, line);
  }

 private:
  // Measures how far up and down the pages full lines of the body reach.
  void measure_body() {
    body_size_ = usual_font_size(pages_);
    for (const Page& page : pages_)
      for (const Line& line : page.lines) {
        bool body = line.text.size() >= kFullLine && std::abs(line.font_size - body_size_) < 0.6;
        if (!body || page.height == 0) continue;
        body_top_ = std::min(body_top_, line.y0);
        body_bottom_ = std::max(body_bottom_, line.y1);
      }
  }

  void count_wordings() {
    for (const Page& page : pages_) {
      std::set<std::string> seen;
      for (size_t i = 0; i < page.lines.size(); ++i)
        if (in_margin(page, i) && page.lines[i].text.size() <= kLongestHead)
          seen.insert(wording(page.lines[i].text));
      for (const std::string& words : seen) ++wordings_[words];
    }
  }

  // Page numbers count with the pages: the difference is the same throughout.
  void count_offsets() {
    std::map<int, int> offsets;
    for (const Page& page : pages_) {
      std::set<int> seen;
      for (size_t i = 0; i < page.lines.size(); ++i)
        if (auto number = page_number(page.lines[i].text);
            number && in_margin(page, i, kWideMargin))
          seen.insert(*number - page.number);
      for (int offset : seen) ++offsets[offset];
    }
    // If each difference comes once, as on a single page, the plain one is likeliest.
    if (offsets.contains(0)) ++offsets[0];
    offset_ = most_frequent(offsets);
    offset_pages_ = offsets.empty() ? 0 : offsets[offset_];
  }

  bool is_page_number(const Page& page, size_t index) const {
    const Line& line = page.lines[index];
    if (page.height == 0 && page.number == 0) return stray_numbers_.contains(&line);
    if (!is_bare_number(line.text)) return in_margin(page, index);
    bool counts = *page_number(line.text) - page.number == offset_;
    // One number alone may be a figure.
    counts = counts && (offset_ == 0 || offset_pages_ > 1);
    return counts && in_margin(page, index, offset_pages_ > 1 ? kWideMargin : kMarginShare);
  }

  // Tells whether a line recurs. Among the lines of the body, furniture is only what stands on most
  // pages: three pages may well begin with the same heading.
  bool recurs(const Line& line, const std::string& words) const {
    if (is_grade(line)) return false;
    int count = wordings_.at(words);
    int half = static_cast<int>(pages_.size() + 1) / 2;
    int enough = std::max(2, std::min(kOftenEnough, half));
    bool within_body = line.y1 > 0 && line.y0 >= body_top_ - 1 && line.y1 <= body_bottom_ + 1;
    return count >= (within_body ? std::max(2, half) : enough);
  }

  // A table that goes over a page may have a grade at the foot of one page and at the head of the
  // next.
  static bool is_grade(const Line& line) {
    const std::string words = bare_words(line.text);
    return std::ranges::any_of(printed_grades(),
                               [&](const PrintedGrade& grade) { return grade.words == words; });
  }

  // A report of two pages prints its footer once: title or dates again, in small type.
  bool repeats_opening(const Page& page, const Line& line) const {
    if (page.height == 0 || &page == opening_page_) return false;
    if (line.font_size >= body_size_ * kSmallType) return false;
    std::string words = bare_words(line.text);
    bool telling =
        static_cast<size_t>(std::count(words.begin(), words.end(), ' ')) + 1 >= kTellingWords;
    return telling && opening_.find(' ' + words + ' ') != std::string::npos;
  }

  // A page number of text without pages, and the bytes of text before it.
  struct StrayNumber {
    const Line* line = nullptr;
    size_t number = 0, at = 0;
    bool in_contents = false;
  };

  // Text extracted without form feeds has its page numbers as lines of their own between blank
  // ones, each one more than the last.
  void find_stray_numbers() {
    std::vector<StrayNumber> found;
    size_t at = 0, end_of_contents = 0;
    for (const Page& page : pages_)
      for (size_t i = 0; i < page.lines.size(); ++i) {
        const Line& line = page.lines[i];
        if (auto number = page_number(line.text); number && stands_alone(page, i))
          found.push_back({&line, static_cast<size_t>(*number), at, at < end_of_contents});
        else if (is_heading_of_contents(line.text))
          end_of_contents = at + kLongestContents;
        at += line.text.size();
      }
    for (size_t begin = 0, end = 0; begin < found.size(); begin = end) {
      for (end = begin + 1; end < found.size() && found[end].number == found[end - 1].number + 1;)
        ++end;
      const std::span<const StrayNumber> run(&found[begin], end - begin);
      if (run.size() < 2 || !counts_pages(run, at)) continue;
      for (const StrayNumber& each : run) stray_numbers_.insert(each.line);
    }
  }

  // Figures may follow one another too, but a page of text stands before most numbers of pages. The
  // last one, which ends the text of so many bytes, may be short.
  static bool counts_pages(std::span<const StrayNumber> run, size_t bytes) {
    const StrayNumber &first = run.front(), &last = run.back();
    if (!is_bare_number(last.line->text) || last.in_contents) return true;
    if (last.at < last.number * kShortPage) return false;
    size_t pages = 0;
    for (size_t i = 1; i < run.size(); ++i)
      pages += run[i].at - run[i - 1].at >= kShortPage ? 1 : 0;
    if (pages * 2 >= run.size() - 1) return true;
    return bytes - last.at < kShortPage && first.at <= first.number * kLongPage;
  }

  static bool stands_alone(const Page& page, size_t index) {
    const Line& line = page.lines[index];
    bool before = index == 0 || page.lines[index - 1].block != line.block;
    bool after = index + 1 == page.lines.size() || page.lines[index + 1].block != line.block;
    return page.height == 0 && page.number == 0 && before && after && line.heading_level == 0 &&
           !line.list_item;
  }

  const std::vector<Page>& pages_;
  double body_size_ = 0, body_top_ = 1e9, body_bottom_ = 0;  // points
  std::map<std::string, int> wordings_;                      // pages that have it in a margin
  int offset_ = 0, offset_pages_ = 0;
  std::string opening_;  // bare words of the first page that has any
  const Page* opening_page_ = nullptr;
  std::set<const Line*> stray_numbers_;
};

}  // namespace

std::vector<Line> remove_furniture(std::vector<Page>* pages) {
  Finder finder(*pages);
  std::vector<std::vector<bool>> found;
  for (const Page& page : *pages) {
    found.emplace_back();
    for (size_t i = 0; i < page.lines.size(); ++i)
      found.back().push_back(finder.is_furniture(page, i));
  }
  std::map<std::string, Line> furniture;
  for (size_t p = 0; p < pages->size(); ++p) {
    std::vector<Line> kept;
    std::vector<Line>& lines = (*pages)[p].lines;
    for (size_t i = 0; i < lines.size(); ++i)
      if (!found[p][i])
        kept.push_back(std::move(lines[i]));
      else if (!page_number(lines[i].text))
        furniture.emplace(wording(lines[i].text), std::move(lines[i]));
    lines = std::move(kept);
  }
  std::vector<Line> out;
  for (auto& [words, line] : furniture) out.push_back(std::move(line));
  return out;
}

}  // namespace ofsearch
