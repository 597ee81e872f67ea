#include "indexer/readers/markup/roff.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/text/icu_status.h"
#include "common/text/text.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace ofsearch {
namespace {

constexpr const char* kUnreadable = "\uFFFD";

using Lines = std::vector<std::string_view>;

// Requests of the macros man and ms that set paragraphs and headings.
constexpr std::array<std::string_view, 16> kRequests = {".TH", ".SH", ".SS", ".PP", ".LP", ".P",
                                                        ".IP", ".TP", ".RS", ".RE", ".TS", ".TE",
                                                        ".NH", ".AU", ".B",  ".I"};

// Names of characters, as in \[en] and \(en; groff_char(7) lists them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 19> kCharacters = {{
    {"en", "–"},  {"em", "—"}, {"cq", "’"}, {"oq", "‘"}, {"lq", "“"}, {"rq", "”"}, {"aq", "'"},
    {"dq", "\""}, {"bu", "•"}, {"hy", "-"}, {"ha", "^"}, {"ti", "~"}, {"co", "©"}, {"Po", "£"},
    {"rs", "\\"}, {"sq", "■"}, {"OK", "✓"}, {"oa", "å"}, {"oA", "Å"},
}};

// Signs before a letter that stand for an accent on it, as in \['e], with Unicode's marks, which
// stand behind the letter.
constexpr std::array<std::pair<char, char32_t>, 7> kAccents = {{{'\'', 0x301},
                                                                {'`', 0x300},
                                                                {'^', 0x302},
                                                                {':', 0x308},
                                                                {'~', 0x303},
                                                                {',', 0x327},

                                                                {'v', 0x30C}}};

// Empty where `name` is no letter with an accent.
std::string accented(std::string_view name) {
  if (name.size() != 2 || !is_ascii_letter(name[1])) return {};
  const auto* accent = std::find_if(kAccents.begin(), kAccents.end(),
                                    [&](const auto& each) { return each.first == name[0]; });
  if (accent == kAccents.end()) return {};
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(status);
  require_success(status);
  icu::UnicodeString letter(static_cast<UChar32>(name[1]));
  letter.append(static_cast<UChar32>(accent->second));
  std::string out;
  composer->normalize(letter, status).toUTF8String(out);
  require_success(status);
  return out;
}

std::string_view request_of(std::string_view line) {
  if (!line.starts_with('.') && !line.starts_with('\'')) return {};
  return line.substr(0, std::min(line.find(' '), line.size()));
}

std::string character(std::string_view name) {
  for (const auto& [known, text] : kCharacters)
    if (known == name) return std::string(text);
  unsigned code = 0;
  std::string out = accented(name);
  if (out.empty() && name.starts_with('u') &&
      std::from_chars(name.data() + 1, name.data() + name.size(), code, 16).ec == std::errc())
    append_code_point(&out, code);
  // A word with a letter missing would look whole.
  return out.empty() && !name.empty() ? kUnreadable : out;
}

// Returns what an escape stands for. Its backslash stands before `*at`, which is moved behind it.
std::string unescaped(std::string_view text, size_t* at) {
  const auto name_at = [&](size_t begin) -> std::string_view {  // "[name]", "(xx" or one character
    if (begin >= text.size()) return {};
    if (text[begin] == '[') {
      const size_t end = std::min(text.find(']', begin), text.size());
      *at = std::min(end + 1, text.size());
      return text.substr(begin + 1, end - begin - 1);
    }
    const bool two = text[begin] == '(';
    *at = std::min(begin + (two ? 3 : 1), text.size());
    return text.substr(two ? begin + 1 : begin, two ? 2 : 1);
  };
  if (*at >= text.size()) return {};
  const char sign = text[*at];
  if (sign == '[' || sign == '(') return character(name_at(*at));
  if (sign == 'f' || sign == 'm') {
    name_at(*at + 1);
    return {};
  }
  ++*at;
  if (sign == 's') {  // a size: \s+2, \s0
    *at = std::min(text.find_first_not_of("+-0123456789", *at), text.size());
    return {};
  }
  if (sign == '"') *at = text.size();  // a comment
  if (sign == 'e') return "\\";
  if (sign == '-' || sign == '\'' || sign == '.' || sign == '\\') return std::string(1, sign);
  return sign == ' ' || sign == '~' || sign == '0' ? " " : "";
}

std::string plain(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char c = text[at++];
    if (c != '\\')
      out.push_back(c);
    else
      out += unescaped(text, &at);
  }
  return out;
}

// The words behind a request, without the quotes around them.
std::string argument(std::string_view line) {
  std::string_view text = trimmed(line.substr(request_of(line).size()));
  if (text.size() > 1 && text.front() == '"' && text.back() == '"')
    text = text.substr(1, text.size() - 2);
  return plain(text);
}

class RoffReader {
 public:
  explicit RoffReader(const Lines& lines) : lines_(lines) {}

  std::string run() {
    while (at_ < lines_.size()) {
      const std::string_view line = lines_[at_++];
      if (const std::string_view request = request_of(line); !request.empty())
        take(request, line);
      else
        write(plain(line));
    }
    return std::move(out_);
  }

 private:
  void take(std::string_view request, std::string_view line) {
    if (request == ".TS") return read_table();
    if (request == ".SH" || request == ".NH") return heading("#", argument(line));
    if (request == ".SS") return heading("##", argument(line));
    if (request == ".B" || request == ".I") return write(argument(line));
    out_ += '\n';
    label_.clear();
    if (request == ".IP") label_ = label_of(argument(line));
  }

  // `.IP \[bu] 2` and `.IP "1." 3` begin items.
  static std::string label_of(const std::string& text) {
    const size_t begin = text.starts_with('"') ? 1 : 0;
    const std::string first = text.substr(begin, text.find_first_of(" \"", begin) - begin);
    if (first == "•" || first == "-" || first == "*") return "- ";
    return first.ends_with('.') ? first + " " : "";
  }

  // Its text may stand in the next line.
  void heading(const char* signs, std::string text) {
    if (text.empty() && at_ < lines_.size() && request_of(lines_[at_]).empty())
      text = plain(lines_[at_++]);
    if (!trimmed(text).empty())
      out_.append("\n").append(signs).append(" ").append(trimmed(text)).append("\n\n");
  }

  void write(std::string_view text) {
    if (trimmed(text).empty()) return;
    out_.append(std::exchange(label_, {})).append(text).push_back('\n');
  }

  // Rows of tbl: options, formats up to a line that ends with a stop, and cells parted by tabs or
  // the sign that the options name. A cell of several lines stands between T{ and T}.
  void read_table() {
    char separator = '\t';
    for (; at_ < lines_.size(); ++at_) {
      const size_t option = lines_[at_].find("tab(");
      if (option != std::string_view::npos && option + 4 < lines_[at_].size())
        separator = lines_[at_][option + 4];
      if (trimmed(lines_[at_]).ends_with('.')) break;
    }
    out_ += '\n';
    std::string row;
    bool open = false;  // inside T{
    for (++at_; at_ < lines_.size() && lines_[at_] != ".TE"; ++at_) {
      std::string_view line = lines_[at_];
      if (!open && (line == "_" || line == "=")) continue;
      if (open && !line.starts_with("T}")) {
        if (request_of(line).empty()) row.append(plain(line)).push_back(' ');
        continue;
      }
      if (open) line.remove_prefix(2);
      open = line.ends_with("T{");
      if (open) line.remove_suffix(2);
      std::string cells = plain(line);
      std::replace(cells.begin(), cells.end(), separator, '|');
      row += cells;
      if (!open) out_.append("| ").append(std::exchange(row, {})).append(" |\n");
    }
    ++at_;
    out_ += '\n';
  }

  const Lines& lines_;
  size_t at_ = 0;
  std::string out_;
  std::string label_;  // of the item that the next line begins
};

}  // namespace

bool shows_roff(const Lines& lines, size_t i) {
  return std::find(kRequests.begin(), kRequests.end(), request_of(lines[i])) != kRequests.end();
}

std::string from_roff(const Lines& lines) {
  return RoffReader(lines).run();
}

}  // namespace ofsearch
