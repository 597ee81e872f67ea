// Gives the stemmer of this thread.
#pragma once

#include "common/system/of_thread.h"
#include "common/words/stemmer.h"

#include <memory>

namespace ofsearch {

inline Stemmer& stemmer_of_thread() {
  return of_thread([] { return std::make_unique<Stemmer>(); });
}

}  // namespace ofsearch
