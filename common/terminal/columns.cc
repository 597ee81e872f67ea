#include "common/terminal/columns.h"

#include <algorithm>

namespace ofsearch {

size_t columns(std::string_view text) {
  size_t count = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\033') {
      const bool is_link = text.substr(i, 2) == "\033]";
      const size_t end = is_link ? text.find("\033\\", i + 1) : text.find('m', i);
      i = end == std::string_view::npos ? text.size() - 1 : end + (is_link ? 1 : 0);
      continue;
    }
    bool continues = (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
    count += continues ? 0 : 1;
  }
  return count;
}

std::string padded(std::string_view text, size_t width) {
  size_t taken = columns(text);
  return std::string(text) + std::string(width > taken ? width - taken : 0, ' ');
}

namespace {

template <typename Items>
std::string fill_lines(const Items& items, size_t width, std::string_view first_indent,
                       std::string_view indent) {
  std::string out(first_indent);
  size_t column = columns(first_indent);
  bool line_is_empty = true;
  for (std::string_view item : items) {
    size_t taken = columns(item);
    if (!line_is_empty && column + 1 + taken > width) {
      out += "\n";
      out += indent;
      column = columns(indent);
    } else if (!line_is_empty) {
      out += " ";
      ++column;
    }
    out += item;
    column += taken;
    line_is_empty = false;
  }
  return out;
}

}  // namespace

std::string wrapped_items(const std::vector<std::string>& items, size_t width,
                          std::string_view first_indent, std::string_view indent) {
  return fill_lines(items, width, first_indent, indent);
}

std::string wrapped(std::string_view text, size_t width, std::string_view first_indent,
                    std::string_view indent) {
  std::vector<std::string_view> words;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return fill_lines(words, width, first_indent, indent);
}

std::string wrapped(std::string_view text, size_t width, std::string_view indent) {
  return wrapped(text, width, indent, indent);
}

}  // namespace ofsearch
