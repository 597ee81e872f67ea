#include "indexer/readers/text/flow_lines.h"

#include "common/text/text.h"
#include "indexer/readers/text/wrapping.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

constexpr std::array<std::string_view, 18> kHeadingsOfLinks = {
    "related",           "read more",           "more on",
    "more like this",    "you may also",        "you might also",
    "share this",        "most read",           "most popular",
    "latest news",       "other news",          "recent posts",
    "explore the topic", "is this page useful", "cookies on",
    "in this section",   "popular pages",       "sign up"};

bool is_heading_of_links(const FlowLine& line) {
  constexpr size_t kLongest = 60;
  std::string text = bare_words(line.line.text);
  return line.line.heading_level > 0 && text.size() <= kLongest &&
         std::any_of(kHeadingsOfLinks.begin(), kHeadingsOfLinks.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

bool is_link(const FlowLine& line) {
  return line.link_bytes * 10 >= line.line.text.size() * 6;
}

bool is_broken_by_element(const FlowLine& line, const FlowLine& next) {
  return next.line.block != line.line.block && !next.after_gap;
}

// Tells whether the page puts each printed line into an element of its own.
bool has_element_a_line(const std::vector<FlowLine>& lines) {
  constexpr size_t kEnough = 3;
  size_t broken = 0, plain = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!is_broken_by_element(lines[i], lines[i + 1])) continue;
    bool text = lines[i].line.heading_level == 0 && lines[i + 1].line.heading_level == 0 &&
                !lines[i + 1].line.list_item;
    plain += text ? 1 : 0;
    broken += text && is_broken_sentence(lines[i].line, lines[i + 1].line) ? 1 : 0;
  }
  return broken >= kEnough && broken * 4 >= plain;
}

}  // namespace

void distrust_headings(const std::vector<Line*>& lines) {
  constexpr size_t kLongest = 220;  // bytes
  size_t all = 0, headings = 0, long_ones = 0;
  for (const Line* line : lines) {
    all += line->text.size();
    if (line->heading_level == 0) continue;
    headings += line->text.size();
    long_ones += line->text.size() > kLongest ? 1 : 0;
  }
  bool lies = long_ones > 0 && headings * 2 > all;
  for (Line* line : lines)
    if (lies || line->text.size() > kLongest) line->heading_level = 0;
}

void drop_link_lists(std::vector<FlowLine>* lines) {
  std::vector<FlowLine> kept;
  for (size_t i = 0; i < lines->size();) {
    size_t end = i + 1;
    if (is_heading_of_links((*lines)[i]))
      while (end < lines->size() && (*lines)[end].line.heading_level == 0 && is_link((*lines)[end]))
        ++end;
    bool links = end > i + 1;
    if (!links) kept.push_back(std::move((*lines)[i]));
    i = end;
  }
  *lines = std::move(kept);
}

std::vector<Line> group_paragraphs(std::vector<FlowLine> lines) {
  std::vector<Line*> all;
  for (FlowLine& each : lines) all.push_back(&each.line);
  distrust_headings(all);
  bool element_a_line = has_element_a_line(lines);
  std::vector<const Line*> broken;
  for (size_t i = 0; i + 1 < lines.size(); ++i)
    if (element_a_line || lines[i + 1].line.block == lines[i].line.block)
      broken.push_back(&lines[i].line);
  size_t width = width_of(broken);
  std::vector<int> blocks;
  for (size_t i = 0; i < lines.size(); ++i) {
    bool candidate = i > 0 && !lines[i].after_gap &&
                     (element_a_line || lines[i].line.block == lines[i - 1].line.block);
    bool on = candidate && goes_on(lines[i - 1].line, lines[i].line, width);
    blocks.push_back(blocks.empty() ? 1 : blocks.back() + (on ? 0 : 1));
  }
  std::vector<Line> out;
  for (size_t i = 0; i < lines.size(); ++i) {
    out.push_back(std::move(lines[i].line));
    out.back().block = blocks[i];
  }
  return out;
}

}  // namespace ofsearch
