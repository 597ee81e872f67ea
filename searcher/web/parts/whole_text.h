// Makes a stream for the text of an answer, which is whole or not at all.
#pragma once

#include <sstream>

namespace ofsearch::web {

// Returns a stream that throws std::bad_alloc if no memory is left. A plain stream would swallow
// that, and the text would end there without a word.
inline std::ostringstream whole_text() {
  std::ostringstream out;
  out.exceptions(std::ios::badbit);
  return out;
}

}  // namespace ofsearch::web
