#include "indexer/readers/html/placed_html.h"

#include "common/text/code_points.h"
#include "common/text/text.h"
#include "indexer/readers/html/html_rules.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>

namespace ofsearch {
namespace {

constexpr double kPageWidth = 595, kPageWidthAcross = 842;  // points; A4
constexpr double kLetterWidth = 0.5;                        // of the font's size, on average
constexpr double kDefaultSize = 12;

// The declarations of a style that say where text stands; in the units of the page.
struct Placing {
  std::optional<double> top, left, width, height, line_height, font_size;
};

// "12.5px" and "12.5pt" are both 12.5: pages are brought to one width afterwards.
std::optional<double> measure(std::string_view value) {
  size_t begin = value.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return std::nullopt;
  double number = 0;
  auto [end, error] = std::from_chars(value.data() + begin, value.data() + value.size(), number);
  bool absolute = std::string_view(end, static_cast<size_t>(value.data() + value.size() - end))
                      .starts_with("p");
  constexpr double kFar = 1e5;
  if (error != std::errc() || !absolute || !(number > -kFar && number < kFar)) return std::nullopt;
  return number;
}

void read_declaration(std::string_view name, std::string_view value, Placing* out) {
  size_t begin = name.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return;
  name = name.substr(begin);
  static constexpr std::pair<std::string_view, std::optional<double> Placing::*> kNames[] = {
      {"top", &Placing::top},
      {"left", &Placing::left},
      {"width", &Placing::width},
      {"height", &Placing::height},
      {"line-height", &Placing::line_height},
      {"font-size", &Placing::font_size}};
  for (const auto& [known, member] : kNames)
    if (name == known)
      if (auto number = measure(value)) out->*member = number;
}

void read_style(std::string_view style, Placing* out) {
  while (!style.empty()) {
    std::string_view declaration = style.substr(0, style.find(';'));
    style.remove_prefix(std::min(declaration.size() + 1, style.size()));
    size_t colon = declaration.find(':');
    if (colon != std::string_view::npos)
      read_declaration(declaration.substr(0, colon), declaration.substr(colon + 1), out);
  }
}

// ".ft10{font-size:12px;}" for all classes of a page's style sheets.
std::map<std::string, Placing, std::less<>> read_classes(std::string_view sheet) {
  std::map<std::string, Placing, std::less<>> classes;
  for (size_t at = sheet.find('.'); at != std::string_view::npos; at = sheet.find('.', at)) {
    size_t name = ++at, open = sheet.find_first_of("{};", name);
    if (open == std::string_view::npos) break;
    if (sheet[open] != '{') continue;
    size_t close = std::min(sheet.find('}', open), sheet.size());
    read_style(sheet.substr(open + 1, close - open - 1),
               &classes[std::string(sheet.substr(name, open - name))]);
    at = close;
  }
  return classes;
}

class Pages {
 public:
  Pages(const GumboNode* root, int max_nesting) : max_nesting_(max_nesting) {
    std::string sheets;
    visit_html(root, max_nesting, [&](const GumboNode* node) {
      bool sheet = node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == GUMBO_TAG_STYLE;
      if (sheet && node->v.element.children.length > 0)
        sheets += static_cast<const GumboNode*>(node->v.element.children.data[0])->v.text.text;
      return !sheet;
    });
    classes_ = read_classes(sheets);
  }

  std::vector<Page> read(const GumboNode* root) {
    visit_html(root, max_nesting_, [&](const GumboNode* node) {
      if (node->type != GUMBO_NODE_ELEMENT) return true;
      if (is_left_out_html(node->v.element)) return false;
      Placing placing = placing_of(node->v.element);
      if (placing.top && placing.left) {
        add_lines(node, placing);
        return false;
      }
      if (placing.width && placing.height) begin_page(placing);
      return true;
    });
    for (Page& page : pages_) bring_to_points(&page);
    std::erase_if(pages_, [](const Page& page) { return page.lines.empty(); });
    for (size_t i = 0; i < pages_.size(); ++i) pages_[i].number = static_cast<int>(i) + 1;
    return std::move(pages_);
  }

 private:
  Placing placing_of(const GumboElement& element) const {
    Placing placing;
    std::string_view names = html_attribute(element, "class");
    if (const Placing* of_number = numbered_class(names))
      placing = *of_number;
    else if (auto known = classes_.find(names); known != classes_.end())
      placing = known->second;
    read_style(html_attribute(element, "style"), &placing);
    return placing;
  }

  // pdftohtml names a class by page and number ("ft12" is number 2 of page 1) and writes down each
  // number once, on the first page that has it.
  const Placing* numbered_class(std::string_view name) const {
    std::string prefix = "ft" + std::to_string(pages_.size());
    if (!name.starts_with(prefix)) return nullptr;
    std::string number(name.substr(prefix.size()));
    for (size_t page = 1; page <= pages_.size(); ++page)
      if (auto known = classes_.find("ft" + std::to_string(page) + number); known != classes_.end())
        return &known->second;
    return nullptr;
  }

  void begin_page(const Placing& placing) {
    Page page;
    page.width = *placing.width;
    page.height = *placing.height;
    pages_.push_back(std::move(page));
  }

  // The text of a placed element; <br> goes to the next line down.
  void add_lines(const GumboNode* element, const Placing& placing) {
    ++block_;
    Line line;
    line.x0 = *placing.left;
    line.y0 = *placing.top;
    line.font_size = placing.font_size.value_or(0);
    bold_ = 0;
    double pitch = placing.line_height.value_or(0);
    int in_bold = 0;
    collect(element, 0, &in_bold, &line, pitch);
    end_line(line);
  }

  void collect(const GumboNode* node, int depth, int* in_bold, Line* line, double pitch) {
    if (depth > max_nesting_) return;
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
      line->text += node->v.text.text;
      if (*in_bold > 0) bold_ += std::string_view(node->v.text.text).size();
      return;
    }
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const GumboElement& element = node->v.element;
    Placing placing = placing_of(element);
    if (line->font_size == 0 && placing.font_size) line->font_size = *placing.font_size;
    if (element.tag == GUMBO_TAG_BR) {
      end_line(*line);
      line->text.clear();
      bold_ = 0;
      line->y0 += pitch > 0 ? pitch : (line->font_size > 0 ? line->font_size : kDefaultSize) * 1.2;
      return;
    }
    bool bold = element.tag == GUMBO_TAG_B || element.tag == GUMBO_TAG_STRONG;
    *in_bold += bold ? 1 : 0;
    for (unsigned i = 0; i < element.children.length; ++i)
      collect(static_cast<const GumboNode*>(element.children.data[i]), depth + 1, in_bold, line,
              pitch);
    *in_bold -= bold ? 1 : 0;
  }

  void end_line(Line line) {
    bool soft = display_form(line.text).size() > 0 && line.text.ends_with("\u00AD");
    size_t bytes = line.text.size();
    line.text = display_form(line.text);
    if (line.text.empty()) return;
    if (soft) line.text += "\u00AD";
    if (line.font_size == 0) line.font_size = kDefaultSize;
    line.bold = bold_ * 5 > bytes * 4;
    line.x1 = line.x0 + static_cast<double>(length(line.text)) * line.font_size * kLetterWidth;
    line.y1 = line.y0 + line.font_size;
    line.block = block_;
    if (pages_.empty()) pages_.emplace_back();
    pages_.back().lines.push_back(std::move(line));
  }

  // Programs count in pixels of their own; rules for printed pages know points.
  static void bring_to_points(Page* page) {
    if (page->width <= 0 || page->height <= 0) return;
    double scale = (page->width < page->height ? kPageWidth : kPageWidthAcross) / page->width;
    page->width *= scale;
    page->height *= scale;
    for (Line& line : page->lines) {
      for (double* measure : {&line.x0, &line.x1, &line.y0, &line.y1, &line.font_size})
        *measure *= scale;
    }
  }

  int max_nesting_;
  std::map<std::string, Placing, std::less<>> classes_;
  std::vector<Page> pages_;
  size_t bold_ = 0;  // bytes of the current line
  int block_ = 0;
};

// Most of the text of the page must be placed, else its places are those of a menu or a banner.
bool is_placed(const GumboNode* root, int max_nesting) {
  constexpr int kEnough = 10;
  int placed = 0, flowing = 0;
  visit_html(root, max_nesting, [&](const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT) ++flowing;
    if (node->type != GUMBO_NODE_ELEMENT) return true;
    if (is_left_out_html(node->v.element)) return false;
    Placing placing;
    read_style(html_attribute(node->v.element, "style"), &placing);
    bool here = placing.top && placing.left && node->v.element.tag != GUMBO_TAG_BODY;
    placed += here ? 1 : 0;
    return !here;
  });
  return placed >= kEnough && placed > 2 * flowing;
}

}  // namespace

std::vector<Page> read_placed_pages(const GumboNode* root, int max_nesting) {
  if (!is_placed(root, max_nesting)) return {};
  return Pages(root, max_nesting).read(root);
}

}  // namespace ofsearch
