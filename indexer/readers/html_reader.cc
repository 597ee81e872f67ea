// HTML through Gumbo: the text of the page without its navigation, scripts and footer.
#include "common/text/text.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/list_label.h"
#include "indexer/readers/reader.h"

#include <fmt/format.h>
#include <gumbo.h>

#include <array>
#include <cctype>
#include <charconv>
#include <cstring>
#include <memory>
#include <vector>

namespace ofsearch {
namespace {

struct TagRule {
  GumboTag tag;
  int heading_level;
};

constexpr std::array<TagRule, 6> kHeadings = {{{GUMBO_TAG_H1, 1},
                                               {GUMBO_TAG_H2, 2},
                                               {GUMBO_TAG_H3, 3},
                                               {GUMBO_TAG_H4, 4},
                                               {GUMBO_TAG_H5, 5},
                                               {GUMBO_TAG_H6, 6}}};

// Not forms: some pages put all their text in one, and Gumbo loses sight of where a form ends.
constexpr std::array<GumboTag, 16> kLeftOut = {
    GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,    GUMBO_TAG_NAV,    GUMBO_TAG_FOOTER,
    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_HEAD,     GUMBO_TAG_LABEL,  GUMBO_TAG_BUTTON,
    GUMBO_TAG_IFRAME,   GUMBO_TAG_SVG,      GUMBO_TAG_ASIDE,  GUMBO_TAG_SELECT,
    GUMBO_TAG_TEMPLATE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_LEGEND, GUMBO_TAG_OPTION};

constexpr std::array<GumboTag, 28> kBlocks = {
    GUMBO_TAG_P,       GUMBO_TAG_DIV,        GUMBO_TAG_LI,  GUMBO_TAG_UL,         GUMBO_TAG_OL,
    GUMBO_TAG_TABLE,   GUMBO_TAG_TR,         GUMBO_TAG_H1,  GUMBO_TAG_H2,         GUMBO_TAG_H3,
    GUMBO_TAG_H4,      GUMBO_TAG_H5,         GUMBO_TAG_H6,  GUMBO_TAG_SECTION,    GUMBO_TAG_ARTICLE,
    GUMBO_TAG_HEADER,  GUMBO_TAG_MAIN,       GUMBO_TAG_BR,  GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DL,
    GUMBO_TAG_DT,      GUMBO_TAG_DD,         GUMBO_TAG_PRE, GUMBO_TAG_HR,         GUMBO_TAG_ADDRESS,
    GUMBO_TAG_CAPTION, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_BODY};

template <size_t N>
bool contains(const std::array<GumboTag, N>& tags, GumboTag tag) {
  for (GumboTag t : tags)
    if (t == tag) return true;
  return false;
}

int heading_level(GumboTag tag) {
  for (const TagRule& rule : kHeadings)
    if (rule.tag == tag) return rule.heading_level;
  return 0;
}

class Walker {
 public:
  explicit Walker(const ReaderLimits& limits) : limits_(limits) { page_.number = 0; }

  // False when the elements lie deeper inside each other than allowed.
  bool walk(const GumboNode* node, int depth) {
    if (depth > limits_.max_nesting) return false;
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
      text_ += node->v.text.text;
      return true;
    }
    if (node->type != GUMBO_NODE_ELEMENT) return true;
    const GumboElement& element = node->v.element;
    if (contains(kLeftOut, element.tag) || is_hidden(element)) return true;
    bool block = contains(kBlocks, element.tag);
    bool cell = element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH;
    bool list = element.tag == GUMBO_TAG_OL || element.tag == GUMBO_TAG_UL;
    int level = heading_level(element.tag);
    if (block) end_line();
    if (list) lists_.push_back(list_of(element));
    if (element.tag == GUMBO_TAG_LI) begin_item(element);
    if (level > 0) heading_level_ = level;
    in_cell_ += cell ? 1 : 0;
    for (unsigned i = 0; i < element.children.length; ++i)
      if (!walk(static_cast<const GumboNode*>(element.children.data[i]), depth + 1)) return false;
    in_cell_ -= cell ? 1 : 0;
    if (cell) end_cell();
    if (block) end_line();
    if (level > 0) heading_level_ = 0;
    if (element.tag == GUMBO_TAG_LI) end_item();
    if (list) lists_.pop_back();
    return true;
  }

  Page take_page() {
    end_line();
    return std::move(page_);
  }

 private:
  struct List {
    NumberFormat format = NumberFormat::kBullet;
    int next = 1;
    int step = 1;
  };

  // A number of a list; one so large that counting on could leave the range of an int is none.
  static int list_number(const GumboElement& element, const char* name, int otherwise) {
    constexpr int kLargest = 1'000'000;
    const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, name);
    if (attribute == nullptr) return otherwise;
    int value = otherwise;
    std::from_chars(attribute->value, attribute->value + std::strlen(attribute->value), value);
    return value >= -kLargest && value <= kLargest ? value : otherwise;
  }

  static int count_items(const GumboElement& list) {
    int items = 0;
    for (unsigned i = 0; i < list.children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(list.children.data[i]);
      items += child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_LI ? 1 : 0;
    }
    return items;
  }

  static List list_of(const GumboElement& element) {
    List list;
    if (element.tag != GUMBO_TAG_OL) return list;
    const GumboAttribute* type = gumbo_get_attribute(&element.attributes, "type");
    list.format = format_of_letter(type != nullptr ? type->value[0] : '1');
    bool reversed = gumbo_get_attribute(&element.attributes, "reversed") != nullptr;
    list.step = reversed ? -1 : 1;
    list.next = list_number(element, "start", reversed ? count_items(element) : 1);
    return list;
  }

  void begin_item(const GumboElement& element) {
    list_item_ = true;
    label_.clear();
    if (lists_.empty() || lists_.back().format == NumberFormat::kBullet) return;
    List& list = lists_.back();
    list.next = list_number(element, "value", list.next);
    label_ = format_number(list.next, list.format) + ". ";
    list.next += list.step;
  }

  void end_item() {
    list_item_ = false;
    label_.clear();
  }

  static bool is_hidden(const GumboElement& element) {
    return gumbo_get_attribute(&element.attributes, "hidden") != nullptr;
  }

  // Paragraphs inside a table cell belong to the cell.
  void end_line() {
    if (in_cell_ > 0) {
      text_.push_back(' ');
      return;
    }
    if (!cells_.empty()) text_.insert(0, cells_ + '\t');
    cells_.clear();
    std::string shown = display_cells(text_);
    text_.clear();
    if (!shown.empty()) {
      Line line;
      line.text = label_ + shown;
      line.block = ++block_;
      line.heading_level = heading_level_;
      line.list_item = list_item_;
      page_.lines.push_back(std::move(line));
      // A second paragraph of an item is no item of its own.
      end_item();
    }
  }

  void end_cell() {
    if (in_cell_ > 0) return;  // a table inside a table
    std::string cell = display_form(text_);
    text_.clear();
    if (cell.empty()) return;
    if (!cells_.empty()) cells_.push_back('\t');
    cells_ += cell;
  }

  // display_form() of each tab-separated cell.
  static std::string display_cells(std::string_view text) {
    std::string out;
    size_t begin = 0;
    bool row = text.find('\t') != std::string_view::npos;
    while (begin <= text.size()) {
      size_t end = std::min(text.find('\t', begin), text.size());
      std::string cell = display_form(text.substr(begin, end - begin));
      if (!cell.empty()) {
        if (!out.empty()) out.push_back(row ? '\t' : ' ');
        out += cell;
      }
      begin = end + 1;
    }
    return out;
  }

  const ReaderLimits& limits_;
  Page page_;
  std::string text_, cells_;
  std::string label_;  // printed before the next line: "10. "
  std::vector<List> lists_;
  int in_cell_ = 0;
  int block_ = 0;
  int heading_level_ = 0;
  bool list_item_ = false;
};

// The element of a tag, breadth not depth first being of no matter: pages have one of each.
const GumboNode* find_element(const GumboNode* node, GumboTag tag, int depth, int max_depth) {
  if (node->type != GUMBO_NODE_ELEMENT || depth > max_depth) return nullptr;
  if (node->v.element.tag == tag) return node;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    if (const GumboNode* found = find_element(child, tag, depth + 1, max_depth)) return found;
  }
  return nullptr;
}

Error too_deep(const ReaderLimits& limits) {
  return {ErrorCode::kUnreadable,
          fmt::format("its elements lie more than {} deep inside each other", limits.max_nesting),
          "save the page's text alone"};
}

// Elements that stay open add to the depth of all that follow, and Gumbo's time and stack grow with
// the depth. So they are counted before it parses; real pages forget to close a few dozen.
class OpenElements {
 public:
  // Reads what begins with the "<" at `at`; returns where to look for the next one.
  size_t read(std::string_view html, size_t at) {
    if (html.substr(at).starts_with("<!--")) return html.find("-->", at);
    bool closing = html.substr(at).starts_with("</");
    size_t name = at + (closing ? 2 : 1);
    GumboTag tag = tag_at(html, name);
    if (tag == GUMBO_TAG_LAST || contains(kClosesItself, tag)) return name;
    if (contains(kRaw, tag)) return closing ? name : end_of_raw(html, name, tag);
    size_t& open = open_[static_cast<size_t>(tag)];
    if (closing && open > 0) --open, --count_;
    if (!closing) ++open, ++count_;
    return name;
  }

  size_t count() const { return count_; }

 private:
  // GUMBO_TAG_LAST where no name begins.
  static GumboTag tag_at(std::string_view html, size_t begin) {
    constexpr size_t kLongestName = 32;
    size_t end = begin;
    while (end < html.size() && end - begin < kLongestName && is_name(html[end])) ++end;
    return end == begin ? GUMBO_TAG_LAST
                        : gumbo_tagn_enum(html.data() + begin, static_cast<unsigned>(end - begin));
  }

  static size_t end_of_raw(std::string_view html, size_t at, GumboTag tag) {
    do at = html.find("</", at + 1);
    while (at != std::string_view::npos && tag_at(html, at + 2) != tag);
    return at;
  }

  // What is inside is no markup.
  static constexpr std::array<GumboTag, 3> kRaw = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,
                                                   GUMBO_TAG_TEXTAREA};

  // Without content, or ended by the next of its kind.
  static constexpr std::array<GumboTag, 30> kClosesItself = {
      GUMBO_TAG_AREA,   GUMBO_TAG_BASE,     GUMBO_TAG_BR,       GUMBO_TAG_COL,    GUMBO_TAG_EMBED,
      GUMBO_TAG_HR,     GUMBO_TAG_IMG,      GUMBO_TAG_INPUT,    GUMBO_TAG_KEYGEN, GUMBO_TAG_LINK,
      GUMBO_TAG_META,   GUMBO_TAG_PARAM,    GUMBO_TAG_SOURCE,   GUMBO_TAG_TRACK,  GUMBO_TAG_WBR,
      GUMBO_TAG_P,      GUMBO_TAG_LI,       GUMBO_TAG_DT,       GUMBO_TAG_DD,     GUMBO_TAG_TR,
      GUMBO_TAG_TD,     GUMBO_TAG_TH,       GUMBO_TAG_THEAD,    GUMBO_TAG_TBODY,  GUMBO_TAG_TFOOT,
      GUMBO_TAG_OPTION, GUMBO_TAG_OPTGROUP, GUMBO_TAG_COLGROUP, GUMBO_TAG_RT,     GUMBO_TAG_RP};

  static bool is_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == ':';
  }

  std::array<size_t, GUMBO_TAG_LAST> open_{};
  size_t count_ = 0;
};

bool leaves_too_many_open(std::string_view html) {
  constexpr size_t kMostOpen = 2000;
  OpenElements elements;
  for (size_t at = html.find('<'); at != std::string_view::npos;) {
    size_t next = elements.read(html, at);
    if (elements.count() > kMostOpen) return true;
    at = next == std::string_view::npos ? next : html.find('<', next);
  }
  return false;
}

std::string title_of(const GumboNode* root, int max_depth) {
  const GumboNode* title = find_element(root, GUMBO_TAG_TITLE, 0, max_depth);
  if (title == nullptr || title->v.element.children.length == 0) return {};
  const auto* text = static_cast<const GumboNode*>(title->v.element.children.data[0]);
  return text->type == GUMBO_NODE_TEXT ? display_form(text->v.text.text) : std::string();
}

}  // namespace

Result<SourceDocument> read_html(std::string_view bytes, const ReaderLimits& limits) {
  std::string text = decode(bytes);
  if (text.size() > limits.max_text_bytes)
    return Error{ErrorCode::kUnreadable,
                 fmt::format("it holds more than {} MB of text", limits.max_text_bytes >> 20),
                 "split it"};
  if (leaves_too_many_open(text)) return too_deep(limits);
  GumboOptions options = kGumboDefaultOptions;
  auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, text.data(), text.size()), destroy);

  // The main element, where a page has one, holds the article and nothing else.
  const GumboNode* top = find_element(output->root, GUMBO_TAG_MAIN, 0, limits.max_nesting);
  if (top == nullptr) top = output->root;
  Walker walker(limits);
  if (!walker.walk(top, 0)) return too_deep(limits);
  SourceDocument document;
  document.format = "html";
  document.declared_title = title_of(output->root, limits.max_nesting);
  document.pages.push_back(walker.take_page());
  return document;
}

}  // namespace ofsearch
