#include "indexer/readers/packed/message.h"

#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/readers/charset.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <map>
#include <optional>

namespace ofsearch {
namespace {

constexpr int kDeepest = 20;  // containers inside each other

using Head = std::map<std::string, std::string>;  // names in lower case

// Takes the head and the empty line behind it off `rest`.
Head take_head(std::string_view* rest) {
  Head head;
  std::string* last = nullptr;
  bool first = true;
  while (!rest->empty()) {
    std::string_view line = rest->substr(0, rest->find('\n'));
    bool mbox = first && line.starts_with("From ");
    first = false;
    size_t colon = line.find(':');
    bool folded = line.starts_with(' ') || line.starts_with('\t');
    bool empty = trimmed(line).empty();
    if (!empty && !folded && !mbox && colon == std::string_view::npos) break;
    rest->remove_prefix(std::min(line.size() + 1, rest->size()));
    if (empty) break;
    if (folded && last != nullptr) *last += " " + std::string(trimmed(line));
    if (folded || mbox) continue;
    last = &head[to_ascii_lower(trimmed(line.substr(0, colon)))];
    *last = trimmed(line.substr(colon + 1));
  }
  return head;
}

// The parameter `name` of a field such as `text/html; charset="utf-8"`.
std::string parameter(const std::string& field, const std::string& name) {
  std::string small = to_ascii_lower(field);
  for (size_t at = small.find(name); at != std::string::npos; at = small.find(name, at + 1)) {
    bool begins = at > 0 && (small[at - 1] == ';' || small[at - 1] == ' ' || small[at - 1] == '\t');
    size_t equals = small.find_first_not_of(" *", at + name.size());
    if (!begins || equals == std::string::npos || small[equals] != '=') continue;
    std::string_view value = trimmed(std::string_view(field).substr(equals + 1));
    if (value.starts_with('"')) return std::string(value.substr(1, value.find('"', 1) - 1));
    return std::string(trimmed(value.substr(0, value.find(';'))));
  }
  return {};
}

// The byte that two hexadecimal digits write; nothing if they are none.
std::optional<char> byte_of(std::string_view digits) {
  unsigned value = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value, 16);
  if (digits.size() != 2 || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return static_cast<char>(value);
}

std::string from_quoted_printable(std::string_view text, bool underscores = false) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' && underscores) {
      out.push_back(' ');
    } else if (text[i] != '=') {
      out.push_back(text[i]);
    } else if (const std::optional<char> byte = byte_of(text.substr(i + 1, 2))) {
      out.push_back(*byte);
      i += 2;
    } else if (size_t end = text.find_first_not_of(" \t\r", i + 1);
               end != std::string_view::npos && text[end] == '\n') {
      i = end;  // a line that goes on
    } else {
      out.push_back('=');
    }
  }
  return out;
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

std::string from_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (char c : text) {
    int value = base64_value(c);
    if (c == '=') break;
    if (value < 0) continue;
    bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out.push_back(static_cast<char>(bits >> count & 0xFF));
  }
  return out;
}

// "=?utf-8?Q?Children=E2=80=99s?=" and the like, as UTF-8.
std::string decoded_words(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    size_t begin = text.find("=?");
    std::array<size_t, 3> marks{};  // of "?" behind the charset, the encoding and the text
    size_t at = begin == std::string_view::npos ? begin : begin + 2;
    for (size_t& mark : marks) {
      mark = at == std::string_view::npos ? at : text.find('?', at);
      at = mark == std::string_view::npos ? mark : mark + 1;
    }
    if (at == std::string_view::npos || at >= text.size() || text[at] != '=') {
      out += text;
      break;
    }
    std::string_view before = text.substr(0, begin);
    // Spaces between two encoded words are not printed.
    if (!trimmed(before).empty() || out.empty()) out += before;
    std::string_view charset = text.substr(begin + 2, marks[0] - begin - 2);
    std::string_view words = text.substr(marks[1] + 1, marks[2] - marks[1] - 1);
    bool base64 = std::tolower(static_cast<unsigned char>(text[marks[0] + 1])) == 'b';
    out += decode(base64 ? from_base64(words) : from_quoted_printable(words, true), charset);
    text.remove_prefix(at + 1);
  }
  return out;
}

class MessageReader {
 public:
  MessageReader(size_t max_parts, Message* out) : max_parts_(max_parts), out_(out) {}

  void read(std::string_view bytes, int depth) {
    if (out_->parts.size() >= max_parts_ || depth > kDeepest) return;
    Head head = take_head(&bytes);
    if (depth == 0) out_->subject = display_form(decoded_words(head["subject"]));
    const std::string& type = head["content-type"];
    std::string boundary = parameter(type, "boundary");
    if (to_ascii_lower(type).starts_with("multipart/") && !boundary.empty())
      return read_parts(bytes, "--" + boundary, depth);
    std::string encoding = to_ascii_lower(head["content-transfer-encoding"]);
    MessagePart part;
    part.content = encoding == "base64"             ? from_base64(bytes)
                   : encoding == "quoted-printable" ? from_quoted_printable(bytes)
                                                    : std::string(bytes);
    part.type =
        type.empty() ? "text/plain" : to_ascii_lower(trimmed(type.substr(0, type.find(';'))));
    if (part.type == "message/rfc822") return read(part.content, depth + 1);
    part.charset = parameter(type, "charset");
    part.name = decoded_words(parameter(head["content-disposition"], "filename"));
    if (part.name.empty()) part.name = decoded_words(parameter(type, "name"));
    part.location = head["content-location"];
    out_->parts.push_back(std::move(part));
  }

 private:
  void read_parts(std::string_view bytes, const std::string& boundary, int depth) {
    size_t begin = find_boundary(bytes, boundary, 0);
    while (begin != std::string_view::npos) {
      size_t body = bytes.find('\n', begin);
      if (bytes.substr(begin + boundary.size()).starts_with("--") || body == bytes.npos) return;
      size_t end = find_boundary(bytes, boundary, body);
      read(bytes.substr(body + 1, end == bytes.npos ? end : end - body - 1), depth + 1);
      begin = end;
    }
  }

  // Finds a boundary at the start of a line.
  static size_t find_boundary(std::string_view bytes, const std::string& boundary, size_t from) {
    size_t at = bytes.find(boundary, from);
    while (at != std::string_view::npos && at > 0 && bytes[at - 1] != '\n')
      at = bytes.find(boundary, at + 1);
    return at;
  }

  size_t max_parts_;
  Message* out_;
};

}  // namespace

Message read_message(std::string_view bytes, size_t max_parts) {
  Message message;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  MessageReader(max_parts, &message).read(bytes, 0);
  return message;
}

}  // namespace ofsearch
