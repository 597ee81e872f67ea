// A web page as a tree, by gumbo. Trees of any depth are walked without recursion.
#pragma once

#include <gumbo.h>

#include <functional>
#include <string>
#include <string_view>

namespace ofsearch {

// Whether so many elements are left open that the parser would take very long: no page that people
// are meant to read.
bool is_too_deep(std::string_view html);

class HtmlTree {
 public:
  // `html` must outlive the tree. One that is_too_deep() gives an empty tree.
  explicit HtmlTree(std::string_view html);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  // Calls `visit` for each element of that kind, in the order of the page.
  void for_each(GumboTag tag, const std::function<void(const GumboNode*)>& visit) const;

 private:
  GumboOutput* output_;
};

// All text below `node`, in display form; what lies below elements for which `leave_out` is true is
// left out.
std::string text_below(const GumboNode* node,
                       const std::function<bool(const GumboNode*)>& leave_out = {});

// The value of an attribute; empty if there is none.
std::string attribute(const GumboNode* node, const char* name);

// Whether the element is of that class.
bool has_class(const GumboNode* node, std::string_view name);

// The nearest element around `node` of one of two kinds; nullptr if there is none.
const GumboNode* around(const GumboNode* node, GumboTag one, GumboTag other);

}  // namespace ofsearch
