#include "indexer/readers/docx/docx_package.h"

#include "indexer/readers/packed/xml_part.h"

#include <string_view>

namespace ofsearch {

std::map<std::string, DocxRelation> docx_relations(const Archive& archive, const std::string& name,
                                                   size_t max_bytes) {
  std::map<std::string, DocxRelation> relations;
  size_t slash = name.rfind('/');
  std::string folder = slash == std::string::npos ? "" : name.substr(0, slash + 1);
  std::string file = slash == std::string::npos ? name : name.substr(slash + 1);
  pugi::xml_document xml;
  if (!load_part(archive, folder + "_rels/" + file + ".rels", max_bytes, &xml)) return relations;
  for (pugi::xml_node node : xml.document_element().children()) {
    std::string_view type = node.attribute("Type").value();
    DocxRelation relation;
    relation.type = type.substr(type.rfind('/') + 1);
    if (std::string_view(node.attribute("TargetMode").value()) != "External")
      relation.target = resolve_part(name, node.attribute("Target").value());
    relations[node.attribute("Id").value()] = std::move(relation);
  }
  return relations;
}

std::string docx_main_part(const Archive& archive, size_t max_bytes) {
  for (const auto& [id, relation] : docx_relations(archive, "", max_bytes))
    if (relation.type == "officeDocument" && archive.has(relation.target)) return relation.target;
  return "word/document.xml";
}

}  // namespace ofsearch
