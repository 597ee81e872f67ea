// HTML through Gumbo: the text of the page without its navigation, scripts and footer.
#include "common/text/text.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/html/html_dates.h"
#include "indexer/readers/html/html_rules.h"
#include "indexer/readers/html/html_source.h"
#include "indexer/readers/html/html_walker.h"
#include "indexer/readers/html/placed_html.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/text/flow_lines.h"
#include "indexer/readers/text/notices.h"

#include <fmt/format.h>
#include <gumbo.h>

#include <memory>
#include <vector>

namespace ofsearch {
namespace {

Error too_deep(const ReaderLimits& limits) {
  return {ErrorCode::kUnreadable,
          fmt::format("its elements lie more than {} deep inside each other", limits.max_nesting),
          "save the page's text alone"};
}

std::string title_of(const GumboNode* root, int max_depth) {
  std::string title;
  visit_html(root, max_depth, [&](const GumboNode* node) {
    bool here = node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == GUMBO_TAG_TITLE;
    if (here && title.empty() && node->v.element.children.length > 0) {
      const auto* text = static_cast<const GumboNode*>(node->v.element.children.data[0]);
      if (text->type == GUMBO_NODE_TEXT) title = display_form(text->v.text.text);
    }
    return !here;
  });
  return title;
}

// The parts of the page that hold its text, if it says which: every main element.
std::vector<const GumboNode*> main_parts(const GumboNode* root, int max_depth) {
  std::vector<const GumboNode*> parts;
  visit_html(root, max_depth, [&](const GumboNode* node) {
    bool here = node->type == GUMBO_NODE_ELEMENT && is_main_html(node->v.element) &&
                !is_left_out_html(node->v.element);
    if (here) parts.push_back(node);
    return !here;
  });
  return parts;
}

bool is_first_heading(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == GUMBO_TAG_H1;
}

// The page's own heading, where it stands above the parts: its title begins with it, and it has
// more words than the name of a site.
const GumboNode* heading_above(const std::vector<const GumboNode*>& parts, const GumboNode* root,
                               int max_depth) {
  constexpr size_t kFewest = 4;  // words
  for (const GumboNode* part : parts)
    if (has_html_element(part, max_depth, GUMBO_TAG_H1)) return nullptr;
  const std::string title = title_of(root, max_depth);
  const GumboNode* heading = nullptr;
  visit_html(root, max_depth, [&](const GumboNode* node) {
    if (heading == nullptr && is_first_heading(node)) {
      const std::string text = display_form(html_text(node, max_depth));
      if (title.starts_with(text) && split_words(text).size() >= kFewest) heading = node;
    }
    return heading == nullptr;
  });
  return heading;
}

size_t bytes_of(const std::vector<FlowLine>& lines) {
  size_t bytes = 0;
  for (const FlowLine& line : lines) bytes += line.line.text.size();
  return bytes;
}

size_t text_bytes(const GumboNode* root, int max_depth) {
  size_t bytes = 0;
  visit_html(root, max_depth, [&](const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT) bytes += std::string_view(node->v.text.text).size();
    return node->type != GUMBO_NODE_ELEMENT || !is_left_out_html(node->v.element);
  });
  return bytes;
}

Result<std::vector<FlowLine>> lines_of(const GumboNode* root, const ReaderLimits& limits) {
  size_t page_bytes = text_bytes(root, limits.max_nesting);
  auto walk = [&](const std::vector<const GumboNode*>& parts) -> Result<std::vector<FlowLine>> {
    HtmlWalker walker(page_bytes, limits.max_nesting);
    for (const GumboNode* part : parts)
      if (!walker.walk(part, 0)) return too_deep(limits);
    return walker.take_lines();
  };
  std::vector<const GumboNode*> parts = main_parts(root, limits.max_nesting);
  if (parts.empty()) return walk({root});
  if (const GumboNode* heading = heading_above(parts, root, limits.max_nesting))
    parts.insert(parts.begin(), heading);
  std::vector<FlowLine> lines = OF_TRY(walk(parts));
  // A main element that is left empty is filled by a script; the text stands elsewhere.
  if (bytes_of(lines) * 20 < page_bytes) lines = OF_TRY(walk({root}));
  return lines;
}

Result<ReaderOutput> read_tree(const GumboNode* root, const ReaderLimits& limits) {
  ReaderOutput document;
  document.format = "html";
  document.hard_wrapped = true;  // lines of a block are one paragraph
  document.declared_title = title_of(root, limits.max_nesting);
  document.declared_published = published_in_html(root, limits.max_nesting);
  document.pages = read_placed_pages(root, limits.max_nesting);
  document.has_layout = !document.pages.empty();
  if (document.has_layout) return document;
  std::vector<FlowLine> lines = OF_TRY(lines_of(root, limits));
  drop_link_lists(&lines);
  document.pages.emplace_back();
  document.pages.back().lines = group_paragraphs(std::move(lines));
  drop_notices(&document.pages);
  return document;
}

}  // namespace

Result<ReaderOutput> read_html(std::string_view bytes, const ReaderLimits& limits,
                               std::string_view charset) {
  std::optional<std::string> text = prepare_html(decode_html(bytes, charset));
  if (!text) return too_deep(limits);
  if (text->size() > limits.max_text_bytes)
    return Error{ErrorCode::kUnreadable,
                 fmt::format("it holds more than {} MB of text", limits.max_text_bytes >> 20),
                 "split it"};
  GumboOptions options = kGumboDefaultOptions;
  auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, text->data(), text->size()), destroy);
  return read_tree(output->root, limits);
}

}  // namespace ofsearch
