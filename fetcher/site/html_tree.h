// Holds a web page as a tree, parsed by gumbo. Trees of any depth are walked without recursion.
#pragma once

#include <gumbo.h>

#include <functional>
#include <string>
#include <string_view>

namespace ofsearch {

// Tells whether a page leaves so many elements open that parsing would take very long. No real page
// does.
bool is_too_deep(std::string_view html);

class HtmlTree {
 public:
  // `html` (UTF-8) must outlive the tree. If it is_too_deep(), the tree is empty.
  explicit HtmlTree(std::string_view html);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  // Calls `visit` for each element of that kind, in the order of the page.
  void for_each(GumboTag tag, const std::function<void(const GumboNode*)>& visit) const;

 private:
  GumboOutput* output_;
};

// Returns all text below `node`, in display form, without the elements for which `leave_out` is
// true.
std::string text_below(const GumboNode* node,
                       const std::function<bool(const GumboNode*)>& leave_out = {});

// Returns the value of an attribute; empty if there is none.
std::string attribute(const GumboNode* node, const char* name);

// Tells whether the element has that class.
bool has_class(const GumboNode* node, std::string_view name);

// Returns the nearest ancestor of `node` that is one of two kinds of element; nullptr if there is
// none.
const GumboNode* around(const GumboNode* node, GumboTag one, GumboTag other);

}  // namespace ofsearch
