#include "common/report/prepare_text.h"

#include "common/report/sentences.h"
#include "common/text/icu_status.h"
#include "common/text/text.h"

#include <unicode/locid.h>

namespace ofsearch {

void prepare_text() {
  // One that is named: to ask for that of the environment may wait for ever.
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale::setDefault(icu::Locale("en", "GB"), status);
  require_success(status);
  search_form("\u00E9");
  sentences("One. Two.");
}

}  // namespace ofsearch
