// Throws what ICU says went wrong as an exception. ICU itself throws none, so a text would go on as
// if nothing had happened, in another form.
#pragma once

#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include <new>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ofsearch {

// Throws std::bad_alloc if memory was missing.
inline void require_memory(UErrorCode status) {
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
}

// Throws the same, and std::runtime_error for any other failure.
inline void require_success(UErrorCode status) {
  require_memory(status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

// Returns UTF-8 as ICU's string; malformed bytes become U+FFFD. Throws std::bad_alloc if memory was
// missing.
inline icu::UnicodeString to_wide(std::string_view text) {
  auto wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  if (wide.isBogus()) throw std::bad_alloc();
  return wide;
}

}  // namespace ofsearch
