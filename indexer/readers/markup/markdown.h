// Writes Markdown, which all languages of markup become, line by line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

constexpr int kDeepestHeading = 6;

// Returns how often the line (one byte a sign) begins with `sign`.
std::size_t count_of(std::string_view line, char sign);

class Markdown {
 public:
  // Writes a heading. `level` is 1 to kDeepestHeading; what is beyond becomes the nearest of them.
  void heading(int level, std::string_view text);
  void item(std::string_view text);
  // Writes an item that the markup numbers itself; numbers begin anew below each heading.
  void numbered(std::string_view text);
  void rows(const std::vector<std::string>& rows);
  void line(std::string_view text);
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  int number_ = 0;
};

}  // namespace ofsearch
