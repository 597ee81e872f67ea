// RTF: control words between braces, told apart as far as the text needs it.
#include "common/text/text.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/rtf/rtf_text.h"
#include "indexer/readers/text/flow_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <utility>

namespace ofsearch {
namespace {

// The use of a group's text.
enum class Use { kBody, kSkipped, kStyles, kTitle, kNote };

// Groups whose text is none of the document's.
constexpr std::string_view kSkipped[] = {
    "fonttbl",   "colortbl",     "info",       "pict",
    "object",    "header",       "footer",     "headerl",
    "headerr",   "headerf",      "footerl",    "footerr",
    "footerf",   "fldinst",      "listtable",  "listoverridetable",
    "rsidtbl",   "generator",    "filetbl",    "revtbl",
    "xe",        "tc",           "bkmkstart",  "bkmkend",
    "atnid",     "atnauthor",    "annotation", "themedata",
    "datastore", "latentstyles", "nonshppict", "template",
    "ftnsep",    "ftnsepc",      "pnseclvl"};

// Words that stand for characters.
constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
    {"tab", " "},         {"emdash", "\u2014"},    {"endash", "\u2013"},    {"lquote", "\u2018"},
    {"rquote", "\u2019"}, {"ldblquote", "\u201C"}, {"rdblquote", "\u201D"}, {"bullet", "\u2022"},
    {"emspace", " "},     {"enspace", " "}};

struct Group {
  Use use = Use::kBody;
  bool bold = false, raised = false, hidden = false;
  bool struck = false;         // or marked as deleted: the writer took it back
  int skip_after_unicode = 1;  // characters that stand in for a \u, for old readers
};

class RtfReader {
 public:
  RtfReader(std::string_view bytes, int max_nesting) : bytes_(bytes), max_nesting_(max_nesting) {}

  // False when groups lie deeper inside each other than allowed.
  bool run() {
    while (at_ < bytes_.size()) {
      char c = bytes_[at_++];
      if (c == '{') {
        flush_bytes();
        groups_.push_back(group_);
        if (groups_.size() > static_cast<size_t>(max_nesting_) * 5) return false;
        ignorable_ = false;
      } else if (c == '}') {
        end_group();
      } else if (c == '\\') {
        read_control();
      } else if (c != '\r' && c != '\n') {
        characters_.add_byte(c);
      }
    }
    end_paragraph();
    return true;
  }

  std::vector<FlowLine> take_lines() { return lines_.take(); }
  const std::string& title() const { return title_; }

 private:
  void end_group() {
    flush_bytes();
    if (group_.use == Use::kStyles) end_style();
    if (groups_.empty()) return;
    bool note_ends = group_.use == Use::kNote && groups_.back().use != Use::kNote;
    if (note_ends) lines_.end_note(heading_);
    group_ = groups_.back();
    groups_.pop_back();
  }

  void read_control() {
    if (at_ >= bytes_.size()) return;
    char c = bytes_[at_];
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) {
      ++at_;
      read_symbol(c);
      return;
    }
    size_t begin = at_;
    while (at_ < bytes_.size() && std::isalpha(static_cast<unsigned char>(bytes_[at_])) != 0) ++at_;
    std::string_view word = bytes_.substr(begin, at_ - begin);
    int number = 0;
    const char* first = bytes_.data() + at_;
    auto [end, error] = std::from_chars(first, bytes_.data() + bytes_.size(), number);
    bool has_number = error == std::errc();
    if (has_number) at_ += static_cast<size_t>(end - first);
    if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
    read_word(word, has_number, number);
  }

  void read_symbol(char c) {
    if (c == '\'') {
      int byte = 0;
      bool ok =
          at_ + 2 <= bytes_.size() &&
          std::from_chars(bytes_.data() + at_, bytes_.data() + at_ + 2, byte, 16).ec == std::errc();
      if (ok) at_ += 2, characters_.add_byte(static_cast<char>(byte));
    } else if (c == '*') {
      ignorable_ = true;
    } else if (c == '~') {
      add("\u00A0");
    } else if (c == '_') {
      add("\u2011");
    } else if (c == '\n' || c == '\r') {
      end_paragraph();
    } else if (c == '\\' || c == '{' || c == '}') {
      characters_.add_byte(c);
    }  // "\-" is a soft hyphen
  }

  void read_word(std::string_view word, bool has_number, int number) {
    bool on = !has_number || number != 0;
    if (word != "u" && word != "uc") flush_bytes();
    if (read_destination(word)) return;
    if (word == "par" || word == "sect" || word == "page")
      end_paragraph();
    else if (word == "line")
      add("\n");
    else if (word == "cell" || word == "nestcell")
      lines_.end_cell();
    else if (word == "row" || word == "nestrow")
      lines_.end_row();
    else if (word == "pard")
      heading_ = 0, in_table_ = false;
    else if (word == "intbl")
      in_table_ = true;
    else if (word == "s")
      begin_style(number);
    else if (word == "outlinelevel")
      heading_ = number >= 0 && number < 6 ? number + 1 : 0;
    else if (word == "b")
      group_.bold = on;
    else if (word == "v")
      group_.hidden = on;
    else if (word == "strike" || word == "striked" || word == "deleted")
      group_.struck = on;
    else if (word == "super")
      group_.raised = on;
    else if (word == "nosupersub")
      group_.raised = false;
    else if (word == "plain")
      group_.bold = group_.raised = group_.hidden = group_.struck = false;
    else if (word == "ansicpg")
      characters_.set_charset(fmt::format("windows-{}", number));
    else if (word == "mac")
      characters_.set_charset("macintosh");
    else if (word == "uc")
      group_.skip_after_unicode = std::clamp(number, 0, 10);
    else if (word == "u")
      add_unicode(number);
    else if (word == "bin")
      at_ += std::min(bytes_.size() - at_, static_cast<size_t>(std::max(number, 0)));
    else
      for (const auto& [known, sign] : kSigns)
        if (known == word) add(sign);
  }

  // A word that says what its group is for.
  bool read_destination(std::string_view word) {
    bool ignorable = std::exchange(ignorable_, false);
    if (word == "stylesheet") return group_.use = Use::kStyles, true;
    if (word == "footnote" && group_.use == Use::kBody) return begin_note(), true;
    if (word == "title" && group_.use == Use::kSkipped) return group_.use = Use::kTitle, true;
    // The label of a list's item, for readers that do not count.
    if (word == "listtext" || word == "pntext" || word == "shptxt" || word == "shpinst" ||
        word == "shp")
      return true;
    bool skipped = std::find(std::begin(kSkipped), std::end(kSkipped), word) != std::end(kSkipped);
    if (!skipped && !ignorable) return false;
    if (group_.use != Use::kStyles || word != "cs") group_.use = Use::kSkipped;
    return true;
  }

  void begin_style(int number) {
    style_ = number;
    if (group_.use == Use::kStyles) return;
    auto known = headings_.find(number);
    heading_ = known == headings_.end() ? 0 : known->second;
  }

  // "{\s1 ... heading 1;}" in the table of styles.
  void end_style() {
    std::string name = search_form(std::exchange(style_name_, {}));
    if (name.starts_with("heading ") && name.size() > 8 && name[8] >= '1' && name[8] <= '9')
      headings_[style_] = std::min(name[8] - '0', 6);
    if (name.starts_with("title")) headings_[style_] = 1;
    style_ = 0;
  }

  void add_unicode(int number) {
    flush_bytes();
    if (std::string text = characters_.unicode(number, group_.skip_after_unicode); !text.empty())
      add(text);
  }

  void flush_bytes() {
    if (std::string text = characters_.take_bytes(); !text.empty()) add(text);
  }

  void add(std::string_view text) {
    flush_bytes();
    if (group_.use == Use::kStyles) style_name_ += text;
    if (group_.use == Use::kTitle) title_ += text;
    bool shown =
        (group_.use == Use::kBody || group_.use == Use::kNote) && !group_.hidden && !group_.struck;
    if (shown) lines_.add(text, group_.bold, group_.raised);
  }

  void end_paragraph() {
    flush_bytes();
    if (in_table_ && group_.use == Use::kBody)
      lines_.add_space();
    else
      lines_.end_paragraph(heading_, group_.use == Use::kNote);
  }

  void begin_note() {
    group_.use = Use::kNote;
    lines_.begin_note();
  }

  std::string_view bytes_;
  int max_nesting_;
  size_t at_ = 0;
  std::vector<Group> groups_;  // around the current one
  Group group_;
  bool ignorable_ = false;  // "\*": a group that may be passed over by whom does not know its word
  std::string title_, style_name_;
  int style_ = 0, heading_ = 0;
  bool in_table_ = false;
  std::map<int, int> headings_;  // style to level
  RtfCharacters characters_;
  RtfLines lines_;
};

}  // namespace

Result<ReaderOutput> read_rtf(std::string_view bytes, const ReaderLimits& limits) {
  RtfReader reader(bytes, limits.max_nesting);
  if (!reader.run())
    return Error{ErrorCode::kUnreadable, "its groups lie too deep inside each other",
                 "save it as DOCX or PDF"};
  ReaderOutput document;
  document.format = "rtf";
  document.hard_wrapped = true;  // lines of a block are one paragraph
  document.declared_title = reader.title();
  document.pages.emplace_back();
  document.pages.back().lines = group_paragraphs(reader.take_lines());
  return document;
}

}  // namespace ofsearch
