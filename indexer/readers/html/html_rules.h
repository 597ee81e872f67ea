// Tells what the elements of a web page are to a reader of its text.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

namespace ofsearch {

// Returns 1-6 for h1-h6 and for role="heading" with its aria-level; else 0.
int html_heading_level(const GumboElement& element);

// Begins and ends a line: its words stand apart from those before and behind it.
bool is_html_block(const GumboElement& element);

// Tells whether an element is never text of the page: scripts, navigation, controls, what is
// hidden. Forms are not among them: some pages put all their text in one.
bool is_left_out_html(const GumboElement& element);

// Tells boilerplate by the words of its class and id: a cookie banner, links to other pages,
// buttons to share.
bool is_boilerplate_html(const GumboElement& element);

// Tells whether an element is part of the button that opens a section and no part of its heading:
// "Show".
bool is_toggle_html(const GumboElement& element);

// Tells whether an element is the main content of a page: <main> or role="main".
bool is_main_html(const GumboElement& element);

// Returns the value of an attribute; empty where it is not there.
std::string_view html_attribute(const GumboElement& element, const char* name);

// Calls visit(node, depth) for `node` and all below it down to `max_depth`, in order; what lies
// below an element for which it returns false is passed over.
template <typename Visit>
void visit_html(const GumboNode* node, int max_depth, const Visit& visit, int depth = 0) {
  if (depth > max_depth || !visit(node)) return;
  if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) return;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    visit_html(static_cast<const GumboNode*>(children.data[i]), max_depth, visit, depth + 1);
}

// Returns the text of `node` and below, down to `max_depth`, without what is left out.
std::string html_text(const GumboNode* node, int max_depth);

// Tells whether an element with this tag lies below `node`, down to `max_depth`.
bool has_html_element(const GumboNode* node, int max_depth, GumboTag tag);

}  // namespace ofsearch
