#include "fetcher/site/pages.h"

#include "common/dates/date.h"
#include "common/report/values.h"
#include "common/text/text.h"
#include "fetcher/site/address.h"
#include "fetcher/site/html_tree.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace ofsearch {
namespace {

// "july", "jul" or "sept" -> 7, 7, 9; 0 for anything else.
int month_number(std::string_view word) {
  int number = 0;
  for (const Month& month : months()) {
    ++number;
    auto same = [&](std::string_view form) { return !form.empty() && search_form(form) == word; };
    if (same(month.name) || same(month.short_forms[0]) || same(month.short_forms[1])) return number;
  }
  return 0;
}

int number_of(std::string_view digits) {
  int value = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole ? value : 0;
}

// Words of letters and words of digits: "15th July, 2024" -> 15 th july 2024.
std::vector<std::string> words_and_numbers(std::string_view text) {
  std::vector<std::string> out;
  std::string form = search_form(text);
  char before = ' ';
  for (char c : form) {
    bool digit = c >= '0' && c <= '9', letter = c >= 'a' && c <= 'z';
    bool same = digit ? before >= '0' && before <= '9' : before >= 'a' && before <= 'z';
    if ((digit || letter) && same && !out.empty())
      out.back().push_back(c);
    else if (digit || letter)
      out.emplace_back(1, c);
    before = c;
  }
  return out;
}

std::optional<Date> day_at(const std::vector<std::string>& words, size_t i) {
  bool suffix = i + 1 < words.size() && (words[i + 1] == "st" || words[i + 1] == "nd" ||
                                         words[i + 1] == "rd" || words[i + 1] == "th");
  size_t m = i + (suffix ? 2 : 1);
  if (m + 1 >= words.size() || words[m + 1].size() != 4) return std::nullopt;
  int month = month_number(words[m]);
  if (month == 0) month = number_of(words[m]);
  Date date{number_of(words[m + 1]), month, number_of(words[i])};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

bool is_nonvisual(const GumboNode* node) {
  return has_class(node, "nonvisual");
}

// The hidden text of a link; empty if there is none.
std::string hidden_text(const GumboNode* link) {
  std::string all = text_below(link), seen = text_below(link, is_nonvisual);
  if (all.size() <= seen.size()) return {};
  size_t at = all.starts_with(seen) ? seen.size() : 0;
  std::string hidden = all.substr(at, at == 0 ? all.size() - seen.size() : std::string::npos);
  return display_form(hidden);
}

// "Title, pdf - 15 July 2024" -> "Title".
std::string bare_title(std::string text) {
  constexpr std::string_view kFormats[] = {", pdf", ", PDF", " (PDF", ", doc"};
  for (std::string_view format : kFormats) text = text.substr(0, text.rfind(format));
  if (size_t dash = text.rfind(" - ");
      dash != std::string::npos && !last_day_in(text.substr(dash)).empty())
    text = text.substr(0, dash);
  return text;
}

// The one day that the entry around a link names.
std::string day_around(const GumboNode* link) {
  const GumboNode* entry = around(link, GUMBO_TAG_LI, GUMBO_TAG_TR);
  return entry == nullptr ? std::string() : last_day_in(text_below(entry));
}

ListedReport report_of(const GumboNode* link, const std::string& address) {
  ListedReport report;
  report.address = address;
  report.number = trailing_number(address);
  std::string hidden = hidden_text(link), seen = text_below(link, is_nonvisual);
  report.title = bare_title(seen.empty() ? hidden : seen);
  report.published = last_day_in(hidden);
  if (report.published.empty()) report.published = last_day_in(seen);
  if (report.published.empty()) report.published = day_around(link);
  return report;
}

bool is_file(const std::string& address) {
  return !trailing_number(address).empty() && path_of(address).find("/file/") != std::string::npos;
}

}  // namespace

std::string last_day_in(std::string_view text) {
  std::vector<std::string> words = words_and_numbers(text);
  std::optional<Date> last;
  for (size_t i = 0; i < words.size(); ++i)
    if (auto day = day_at(words, i)) last = day;
  return last ? to_iso(*last) : std::string();
}

std::vector<ListedProvider> providers_of(std::string_view html, const std::string& address) {
  std::vector<ListedProvider> providers;
  std::set<std::string> seen;
  HtmlTree(html).for_each(GUMBO_TAG_A, [&](const GumboNode* link) {
    auto target = resolve(address, attribute(link, "href"));
    if (!target || path_of(*target).find("/provider/") == std::string::npos) return;
    std::string number = trailing_number(*target);
    std::string name = text_below(link);
    if (number.empty() || name.empty() || !seen.insert(number).second) return;
    providers.push_back({number, name, *target});
  });
  return providers;
}

ProviderPage reports_of(std::string_view html, const std::string& address) {
  ProviderPage page;
  std::set<std::string> seen;
  HtmlTree(html).for_each(GUMBO_TAG_A, [&](const GumboNode* link) {
    auto target = resolve(address, attribute(link, "href"));
    bool file = target && is_file(*target);
    if (!file) {
      page.strange += has_class(link, "publication-link") ? 1 : 0;
      return;
    }
    ListedReport report = report_of(link, *target);
    if (seen.insert(report.number).second) page.reports.push_back(std::move(report));
  });
  return page;
}

std::string title_of(std::string_view html) {
  HtmlTree tree(html);
  for (GumboTag tag : {GUMBO_TAG_TITLE, GUMBO_TAG_H1}) {
    std::string text;
    tree.for_each(tag, [&](const GumboNode* node) {
      if (text.empty()) text = text_below(node);
    });
    if (!text.empty()) return text;
  }
  return {};
}

bool says_not_found(std::string_view html) {
  constexpr std::string_view kSayings[] = {"report not found", "page not found",
                                           "no longer exists"};
  HtmlTree tree(html);
  std::string head;
  for (GumboTag tag : {GUMBO_TAG_TITLE, GUMBO_TAG_H1, GUMBO_TAG_H2})
    tree.for_each(tag, [&](const GumboNode* node) { head += text_below(node) + "\n"; });
  std::string text = search_form(head);
  return std::any_of(std::begin(kSayings), std::end(kSayings), [&](std::string_view saying) {
    return text.find(saying) != std::string::npos;
  });
}

}  // namespace ofsearch
