#include "indexer/readers/packed/xml_part.h"

#include <cstring>
#include <string_view>
#include <vector>

namespace ofsearch {
namespace {

constexpr unsigned kParseFlags = pugi::parse_default | pugi::parse_ws_pcdata;

struct Namespace {
  std::string_view uri, prefix;
};

constexpr Namespace kNamespaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    {"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    {"urn:schemas-microsoft-com:vml", "v"},
    {"urn:schemas-microsoft-com:office:office", "o"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
    {"http://www.w3.org/1999/xlink", "xlink"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
};

// The prefix that we use for a namespace; empty for one that is not known.
std::string_view our_prefix(std::string_view uri) {
  for (const Namespace& known : kNamespaces)
    if (known.uri == uri) return known.prefix;
  return {};
}

// Goes through a tree without recursion: a hostile one may be deep.
class Renamer {
 public:
  void run(pugi::xml_node root) {
    int depth = 0;
    pugi::xml_node node = root.first_child();
    while (node) {
      enter(node, depth);
      if (node.first_child()) {
        node = node.first_child();
        ++depth;
        continue;
      }
      while (node && node != root && !node.next_sibling()) {
        leave(depth--);
        node = node.parent();
      }
      if (!node || node == root) return;
      leave(depth);
      node = node.next_sibling();
    }
  }

 private:
  struct Declaration {
    int depth;
    std::string_view prefix;  // as written
    std::string_view ours;
  };

  void enter(pugi::xml_node node, int depth) {
    if (node.type() != pugi::node_element) return;
    for (pugi::xml_attribute attribute : node.attributes()) {
      std::string_view name = attribute.name();
      if (name == "xmlns") declared_.push_back({depth, "", our_prefix(attribute.value())});
      if (name.starts_with("xmlns:"))
        declared_.push_back({depth, name.substr(6), our_prefix(attribute.value())});
    }
    rename(node, true);
    for (pugi::xml_attribute attribute : node.attributes())
      if (!std::string_view(attribute.name()).starts_with("xmlns")) rename(attribute, false);
  }

  void leave(int depth) {
    while (!declared_.empty() && declared_.back().depth >= depth) declared_.pop_back();
  }

  template <typename Named>
  void rename(Named named, bool by_default) {
    std::string_view name = named.name();
    size_t colon = name.find(':');
    std::string_view prefix = colon == name.npos ? std::string_view() : name.substr(0, colon);
    if (prefix.empty() && !by_default) return;
    for (auto it = declared_.rbegin(); it != declared_.rend(); ++it) {
      if (it->prefix != prefix) continue;
      if (it->ours.empty() || it->ours == prefix) return;
      std::string_view local = colon == name.npos ? name : name.substr(colon + 1);
      std::string renamed = std::string(it->ours) + ":" + std::string(local);
      named.set_name(renamed.c_str());
      return;
    }
  }

  std::vector<Declaration> declared_;
};

}  // namespace

bool parse_xml(std::string_view xml, pugi::xml_document* out) {
  if (!out->load_buffer(xml.data(), xml.size(), kParseFlags)) return false;
  Renamer().run(*out);
  return true;
}

bool load_part(const Archive& archive, const std::string& name, size_t max_bytes,
               pugi::xml_document* out) {
  if (!archive.has(name)) return false;
  auto xml = archive.part(name, max_bytes);
  return xml && parse_xml(*xml, out);
}

bool is_element(const pugi::xml_node& node, const char* name) {
  return std::strcmp(node.name(), name) == 0;
}

}  // namespace ofsearch
