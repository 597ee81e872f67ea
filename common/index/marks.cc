#include "common/index/marks.h"

#include "common/index/field_phrases.h"
#include "common/system/embedded_data.h"

namespace ofsearch {

std::string marks_version() {
  return marked_phrases_version() + "-" + std::string(embedded_checksum("topics.txt")) + "-" +
         std::string(embedded_checksum("topic-model.tsv"));
}

}  // namespace ofsearch
