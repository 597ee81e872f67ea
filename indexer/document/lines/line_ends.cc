#include "indexer/document/lines/line_ends.h"

#include "common/field/common_words.h"
#include "common/report/values.h"
#include "common/text/characters.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <unordered_set>

namespace ofsearch {
namespace {

constexpr std::array<std::string_view, 4> kHyphens = {"-", "\u2010", "\u2011", "\u00AD"};
constexpr std::string_view kSoft = "\u00AD";

// First halves of real compounds that are no words of their own.
constexpr std::array<std::string_view, 24> kPrefixes = {
    "co",   "re",    "pre", "non", "multi", "anti", "inter", "sub", "semi", "mis", "over",  "under",
    "self", "cross", "mid", "ex",  "micro", "post", "pro",   "bi",  "de",   "un",  "intra", "mini"};

bool is_letter(char c) {
  auto byte = static_cast<unsigned char>(c);
  return std::isalpha(byte) != 0 || byte >= 0x80;
}

// The hyphen that `text` ends with behind a letter; empty if it ends otherwise.
std::string_view final_hyphen(std::string_view text) {
  for (std::string_view hyphen : kHyphens)
    if (text.ends_with(hyphen) && text.size() > hyphen.size() &&
        is_letter(text[text.size() - hyphen.size() - 1]))
      return text.substr(text.size() - hyphen.size());
  return {};
}

// The letters right before the end of `text`, and those at its start.
std::string_view last_letters(std::string_view text) {
  size_t begin = text.size();
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return text.substr(begin);
}
std::string_view first_letters(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && is_letter(text[end])) ++end;
  return text.substr(0, end);
}

// The words of a document, whole ones and compounds.
class Vocabulary {
 public:
  explicit Vocabulary(const std::vector<Page>& pages) {
    bool broken = false;  // the line before ends within a word
    for (const Page& page : pages)
      for (const Line& line : page.lines) {
        std::string_view text = line.text;
        add(broken ? text.substr(first_letters(text).size()) : text);
        broken = !final_hyphen(text).empty();
      }
  }

  bool has(const std::string& word) const { return words_.contains(word); }
  bool is_word(const std::string& word) const { return has(word) || is_common_word(word); }

 private:
  void add(std::string_view text) {
    size_t begin = 0;
    auto inside = [&](size_t at) {
      return at < text.size() && (is_letter(text[at]) || text[at] == '-');
    };
    while (begin < text.size()) {
      size_t end = begin;
      while (inside(end)) ++end;
      // The part that a hyphen at the line's end leaves is no word.
      if (end > begin && text[end - 1] != '-')
        words_.insert(to_ascii_lower(text.substr(begin, end - begin)));
      begin = end + 1;
    }
  }

  std::unordered_set<std::string> words_;
};

bool is_broken_common_word(const std::string& first, const std::string& second,
                           const Vocabulary& words) {
  if (!is_common_word(first + second)) return false;
  if (std::find(kPrefixes.begin(), kPrefixes.end(), first) != kPrefixes.end()) return false;
  return !words.is_word(first) || !words.is_word(second);
}

bool belongs_together(std::string_view first, std::string_view second, const Vocabulary& words) {
  if (second.empty() || std::islower(static_cast<unsigned char>(second[0])) == 0) return false;
  std::string a = to_ascii_lower(first), b = to_ascii_lower(second);
  if (b == "and" || b == "or" || b == "to") return false;  // "short- and long-term"
  if (words.has(a + "-" + b)) return false;
  if (is_month(a + b)) return true;
  return words.has(a + b) || is_broken_common_word(a, b, words);
}

class Mender {
 public:
  explicit Mender(std::vector<Page>* pages) : pages_(*pages), words_(*pages) {}

  void run() {
    for (size_t p = 0; p < pages_.size(); ++p) {
      std::vector<Line>& lines = pages_[p].lines;
      for (size_t i = 0; i < lines.size(); ++i) {
        mend_inside(&lines[i].text);
        mend_end(&lines[i], next_line(p, i));
      }
    }
    for (Page& page : pages_)
      std::erase_if(page.lines, [](const Line& line) { return line.text.empty(); });
  }

 private:
  // The line that goes on below line `i` of page `p`, where it can be told; else null.
  Line* next_line(size_t p, size_t i) {
    constexpr size_t kNear = 4;
    std::vector<Line>& lines = pages_[p].lines;
    const Line& line = lines[i];
    for (size_t j = i + 1; j < lines.size() && j <= i + kNear; ++j)
      if (line.y1 == 0 || (lines[j].y0 > line.y0 + line.font_size * 0.5 && lines[j].x0 < line.x1 &&
                           lines[j].x1 > line.x0))
        return &lines[j];
    bool last = i + 1 == lines.size();
    return last && p + 1 < pages_.size() && !pages_[p + 1].lines.empty()
               ? &pages_[p + 1].lines.front()
               : nullptr;
  }

  void mend_end(Line* line, Line* next) {
    std::string_view hyphen = final_hyphen(line->text);
    if (hyphen.empty()) return;
    bool soft = hyphen == kSoft;
    std::string text = line->text.substr(0, line->text.size() - hyphen.size());
    bool join = next != nullptr && !first_letters(next->text).empty() &&
                (soft || belongs_together(last_letters(text), first_letters(next->text), words_));
    if (!join) {
      line->text = soft ? text : text + "-";
      return;
    }
    size_t end = std::min(next->text.find_first_of(" \t"), next->text.size());
    line->text = text + next->text.substr(0, end);
    next->text.erase(0, std::min(end + 1, next->text.size()));
  }

  // "chil-dren" in the midst of a line.
  void mend_inside(std::string* text) const {
    for (size_t at = text->find('-', 1); at != std::string::npos; at = text->find('-', at + 1)) {
      std::string_view first = last_letters(std::string_view(*text).substr(0, at));
      std::string_view second = first_letters(std::string_view(*text).substr(at + 1));
      size_t before = at - first.size();
      bool alone =
          (before == 0 || (*text)[before - 1] != '-') && !second.empty() &&
          (at + 1 + second.size() == text->size() || (*text)[at + 1 + second.size()] != '-');
      if (alone && std::islower(static_cast<unsigned char>(second[0])) != 0 &&
          is_broken_common_word(to_ascii_lower(first), to_ascii_lower(second), words_))
        text->erase(at, 1);
    }
  }

  std::vector<Page>& pages_;
  Vocabulary words_;
};

}  // namespace

void mend_line_ends(std::vector<Page>* pages) {
  Mender(pages).run();
}

}  // namespace ofsearch
