#include "indexer/metadata/metadata.h"

namespace ofsearch {

Metadata extract_metadata(const CleanDocument& document, const std::vector<Section>&) {
  Metadata metadata;
  metadata.title = document.declared_title;
  return metadata;
}

}  // namespace ofsearch
