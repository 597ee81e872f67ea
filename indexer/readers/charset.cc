#include "indexer/readers/charset.h"

#include "common/text/text.h"

#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <memory>

namespace ofsearch {
namespace {

std::string convert(std::string_view bytes, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), charset);
  (void)status;
  std::string out;
  wide.toUTF8String(out);
  return out;
}

std::string detected_charset(std::string_view bytes) {
  constexpr int kSure = 30;  // percent; below that the detector guesses
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                      &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  if (ucsdet_getConfidence(match, &status) < kSure) return "windows-1252";
  std::string name = ucsdet_getName(match, &status);
  // What says it is Latin-1 may use the quotes and dashes that only windows-1252 has.
  return name == "ISO-8859-1" ? "windows-1252" : name;
}

}  // namespace

std::string decode(std::string_view bytes) {
  using namespace std::string_view_literals;
  // Also where it lies: the mark may be followed by bytes from elsewhere, pasted in.
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return convert(bytes.substr(3), "UTF-8");
  if (bytes.starts_with("\xFF\xFE"sv)) return convert(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF"sv)) return convert(bytes.substr(2), "UTF-16BE");
  if (is_utf8(bytes)) return std::string(bytes);
  return convert(bytes, detected_charset(bytes).c_str());
}

}  // namespace ofsearch
