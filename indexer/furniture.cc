#include "indexer/furniture.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "common/text.h"

namespace ofsearch {
namespace {

constexpr double kMarginShare = 0.12;   // of the page's height, at the top and at the bottom
constexpr size_t kEdgeLines = 3;        // for text without layout: first and last lines of a page
constexpr size_t kLongestHead = 200;    // bytes; a running head is no paragraph
constexpr int kOftenEnough = 3;         // pages

// The wording of a line with its numbers made equal, so that "Page 3" and "Page 4" are one.
std::string wording(const std::string& text) {
  std::string out;
  for (char c : search_form(text)) {
    bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
    if (digit && out.ends_with('#')) continue;
    if (c != ' ') out.push_back(digit ? '#' : c);
  }
  return out;
}

bool is_page_number(const std::string& words) {
  static const std::set<std::string> kForms = {"#",     "page#",    "page#of#", "#of#",
                                               "-#-",   "p#",       "p.#",      "#|page",
                                               "page|#", "page-#-", "#/#",      "|#"};
  return kForms.contains(words);
}

bool in_margin(const Page& page, size_t index) {
  const Line& line = page.lines[index];
  if (page.height > 0)
    return line.y1 < page.height * kMarginShare || line.y0 > page.height * (1 - kMarginShare);
  return page.number > 0 && (index < kEdgeLines || index + kEdgeLines >= page.lines.size());
}

// Text extracted without form feeds has its page numbers as lines of their own between blank ones.
bool is_stray_page_number(const Page& page, size_t index) {
  const Line& line = page.lines[index];
  bool alone_before = index == 0 || page.lines[index - 1].block != line.block;
  bool alone_after = index + 1 == page.lines.size() || page.lines[index + 1].block != line.block;
  return page.height == 0 && page.number == 0 && alone_before && alone_after &&
         line.heading_level == 0 && !line.list_item;
}

std::map<std::string, int> count_pages_with(const std::vector<Page>& pages) {
  std::map<std::string, int> counts;
  for (const Page& page : pages) {
    std::set<std::string> seen;
    for (size_t i = 0; i < page.lines.size(); ++i)
      if (in_margin(page, i) && page.lines[i].text.size() <= kLongestHead)
        seen.insert(wording(page.lines[i].text));
    for (const std::string& words : seen) ++counts[words];
  }
  return counts;
}

}  // namespace

std::vector<Line> remove_furniture(std::vector<Page>* pages) {
  std::map<std::string, int> counts = count_pages_with(*pages);
  int half = static_cast<int>(pages->size() + 1) / 2;
  int enough = std::max(2, std::min(kOftenEnough, half));
  std::map<std::string, Line> furniture;
  for (Page& page : *pages) {
    std::vector<Line> kept;
    for (size_t i = 0; i < page.lines.size(); ++i) {
      const Line& line = page.lines[i];
      std::string words = wording(line.text);
      auto count = counts.find(words);
      bool recurs = count != counts.end() && count->second >= enough;
      bool number = is_page_number(words);
      bool remove = in_margin(page, i) ? number || recurs : number && is_stray_page_number(page, i);
      if (remove)
        furniture.emplace(words, line);
      else
        kept.push_back(line);
    }
    page.lines = std::move(kept);
  }
  std::vector<Line> out;
  for (auto& [words, line] : furniture)
    if (!is_page_number(words)) out.push_back(std::move(line));
  return out;
}

}  // namespace ofsearch
