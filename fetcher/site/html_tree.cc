#include "fetcher/site/html_tree.h"

#include "common/text/text.h"

#include <algorithm>
#include <vector>

namespace ofsearch {
namespace {

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool is_tag(const GumboNode* node, GumboTag tag) {
  return is_element(node) && node->v.element.tag == tag;
}

// Depth first, in the order of the page; nothing below a node for which `enter` is false.
void walk(const GumboNode* root, const std::function<bool(const GumboNode*)>& enter) {
  std::vector<const GumboNode*> open = {root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (!enter(node) || !is_element(node)) continue;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = children.length; i > 0; --i)
      open.push_back(static_cast<const GumboNode*>(children.data[i - 1]));
  }
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Whether the element whose name `tag` begins with waits for its end.
bool stays_open(std::string_view tag) {
  constexpr std::string_view kWithoutEnd[] = {"area",   "base",  "br",    "col",  "embed",
                                              "hr",     "img",   "input", "link", "meta",
                                              "source", "track", "wbr"};
  size_t size = 0;
  std::string name;
  while (size < tag.size() && is_ascii_letter(tag[size]))
    name.push_back(static_cast<char>(tag[size++] | 0x20));
  return std::find(std::begin(kWithoutEnd), std::end(kWithoutEnd), name) == std::end(kWithoutEnd);
}

}  // namespace

bool is_too_deep(std::string_view html) {
  constexpr long kMost = 2000;
  if (html.empty()) return false;
  long open = 0;
  for (size_t at = html.find('<'); at < html.size() - 1; at = html.find('<', at + 1)) {
    char next = html[at + 1];
    if (next == '/')
      --open;
    else if (is_ascii_letter(next) && stays_open(html.substr(at + 1)))
      ++open;
    if (open > kMost) return true;
    open = std::max(open, 0L);
  }
  return false;
}

HtmlTree::HtmlTree(std::string_view page) {
  std::string_view html = is_too_deep(page) ? std::string_view() : page;
  output_ = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
}

HtmlTree::~HtmlTree() {
  gumbo_destroy_output(&kGumboDefaultOptions, output_);
}

void HtmlTree::for_each(GumboTag tag, const std::function<void(const GumboNode*)>& visit) const {
  walk(output_->root, [&](const GumboNode* node) {
    if (is_tag(node, tag)) visit(node);
    return true;
  });
}

std::string text_below(const GumboNode* node,
                       const std::function<bool(const GumboNode*)>& leave_out) {
  std::string text;
  walk(node, [&](const GumboNode* inner) {
    if (leave_out && is_element(inner) && leave_out(inner)) return false;
    if (inner->type == GUMBO_NODE_TEXT || inner->type == GUMBO_NODE_WHITESPACE)
      text += inner->v.text.text;
    return !is_tag(inner, GUMBO_TAG_SCRIPT) && !is_tag(inner, GUMBO_TAG_STYLE);
  });
  return display_form(text);
}

std::string attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string() : std::string(found->value);
}

bool has_class(const GumboNode* node, std::string_view name) {
  std::string classes = display_form(attribute(node, "class"));
  for (std::string_view word : split_words(classes))
    if (word == name) return true;
  return false;
}

const GumboNode* around(const GumboNode* node, GumboTag one, GumboTag other) {
  for (node = node->parent; node != nullptr; node = node->parent)
    if (is_tag(node, one) || is_tag(node, other)) return node;
  return nullptr;
}

}  // namespace ofsearch
