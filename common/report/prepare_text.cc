#include "common/report/prepare_text.h"

#include "common/report/sentences.h"
#include "common/text/text.h"

#include <unicode/locid.h>

namespace ofsearch {

void prepare_text() {
  icu::Locale::getDefault();
  search_form("\u00E9");
  sentences("One. Two.");
}

}  // namespace ofsearch
