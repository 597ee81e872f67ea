#include "indexer/readers/charset.h"

#include "common/text/code_points.h"
#include "common/text/icu_status.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <new>

namespace ofsearch {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// Null where ICU knows no such charset.
Converter converter_of(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &status), &ucnv_close);
  require_memory(status);
  return converter;
}

// `charset` is one that converter_of() knows.
std::string convert(std::string_view bytes, const char* charset) {
  icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), charset);
  if (wide.isBogus()) throw std::bad_alloc();
  std::string out;
  wide.toUTF8String(out);
  return out;
}

// Quotes and dashes of old Macs stand where windows-1252 has letters that English lacks (\xD0 is a
// dash there and an Icelandic letter here), and hardly any letter stands beside them.
bool is_macroman(std::string_view bytes) {
  size_t mac = 0, windows = 0;
  for (unsigned char c : bytes) {
    mac += c == 0xD0 || c == 0xD1 || (c >= 0xD2 && c <= 0xD5) || c == 0xA5;
    windows += c >= 0x91 && c <= 0x97;
  }
  return mac > windows;
}

std::string detected_charset(std::string_view bytes) {
  if (is_macroman(bytes)) return "macintosh";
  constexpr int kSure = 30;  // percent; below that the detector guesses
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                      &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  require_memory(status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  if (ucsdet_getConfidence(match, &status) < kSure) return "windows-1252";
  std::string name = ucsdet_getName(match, &status);
  // A text that says it is Latin-1 may use the quotes and dashes that only windows-1252 has. The
  // detector has names that no converter has ("IBM424_rtl").
  return name == "ISO-8859-1" || !converter_of(name) ? "windows-1252" : name;
}

// Counts how much of some bytes is UTF-8 beyond ASCII, and how much cannot be.
struct Utf8Share {
  size_t following = 0;  // bytes of well-formed characters behind their first
  size_t stray = 0;      // bytes that belong to none
};

size_t length_of_sequence(std::string_view bytes, size_t at) {
  auto first = static_cast<unsigned char>(bytes[at]);
  size_t length = first < 0x80       ? 1
                  : first >> 5 == 6  ? 2
                  : first >> 4 == 14 ? 3
                  : first >> 3 == 30 ? 4
                                     : 0;
  return length > 0 && is_utf8(bytes.substr(at, length)) ? length : 0;
}

bool is_mostly_utf8(std::string_view bytes) {
  Utf8Share share;
  for (size_t at = 0; at < bytes.size();) {
    size_t length =
        static_cast<unsigned char>(bytes[at]) < 0x80 ? 1 : length_of_sequence(bytes, at);
    if (length == 0) ++share.stray;
    if (length > 1) share.following += length - 1;
    at += length == 0 ? 1 : length;
  }
  return share.following >= 2 * share.stray;
}

// Text in UTF-8 that some program took for windows-1252 and wrote as UTF-8 once more: "â€™".
bool is_written_twice(std::string_view text) {
  constexpr size_t kFewest = 3;
  constexpr std::string_view kDashOrQuote = "\xC3\xA2\xE2\x82\xAC";  // the first two of its letters
  size_t twice = 0, once = 0;
  for (size_t at = text.find("\xE2"); at != std::string_view::npos;
       at = text.find("\xE2", at + 1)) {
    bool second = at >= 2 && text.substr(at - 2).starts_with(kDashOrQuote);
    ++(second ? twice : once);
  }
  return twice >= kFewest && twice * 2 >= once;
}

// Takes one writing back; `text` as it is where that gives no UTF-8.
std::string written_once(const std::string& text) {
  const icu::UnicodeString wide = to_wide(text);
  std::string out;
  for (int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    icu::UnicodeString one(wide.char32At(i));
    char byte[4] = {};
    // The last byte of a closing quote is none in windows-1252; some programs lose it.
    if (one[0] == 0xFFFD && out.ends_with("\xE2\x80")) one = icu::UnicodeString(char16_t{0x9D});
    // A byte that windows-1252 leaves free stands for itself.
    bool free = one.length() == 1 && one[0] >= 0x80 && one[0] < 0xA0;
    int32_t length = free ? 1 : one.extract(0, one.length(), byte, sizeof byte, "windows-1252");
    if (free) byte[0] = static_cast<char>(one[0]);
    if (length != 1 || (byte[0] == 0x1A && one[0] != 0x1A))
      one.toUTF8String(out);  // a sign that was written once
    else
      out.push_back(byte[0]);
  }
  return is_mostly_utf8(out) ? convert(out, "UTF-8") : text;
}

std::string once(std::string text) {
  return is_written_twice(text) ? written_once(text) : text;
}

// UTF-16 without its mark: zeros at every other place, since nearly all of a text is ASCII.
const char* utf16_by_zeros(std::string_view bytes) {
  constexpr size_t kSample = 400;
  size_t even = 0, odd = 0, n = std::min(bytes.size(), kSample);
  for (size_t i = 0; i < n; ++i)
    if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
  if (odd * 3 > n && even * 20 < n) return "UTF-16LE";
  return even * 3 > n && odd * 20 < n ? "UTF-16BE" : nullptr;
}

// The name under which ICU knows a declared charset; empty if it knows none, or if it is one of
// two bytes a letter, whose declaration could not be read where it were true.
std::string known_charset(std::string_view declared) {
  if (declared.empty()) return {};
  const Converter converter = converter_of(std::string(declared));
  if (!converter || ucnv_getMinCharSize(converter.get()) > 1) return {};
  UErrorCode status = U_ZERO_ERROR;
  std::string name = ucnv_getName(converter.get(), &status);
  bool latin1 = name == "ISO-8859-1" || name == "US-ASCII";
  return U_FAILURE(status) ? std::string() : latin1 ? "windows-1252" : name;
}

// The charset in `<meta charset=x>`, `content="text/html; charset=x"` or `encoding="x"`.
std::string declared_in(std::string_view bytes) {
  constexpr size_t kHead = 4096;
  std::string head(bytes.substr(0, kHead));
  for (char& c : head) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  size_t at = head.find("charset=");
  size_t name = at == std::string::npos ? head.find("encoding=") : at;
  if (name == std::string::npos) return {};
  name = head.find('=', name) + 1;
  name = std::min(head.find_first_not_of(" \"'", name), head.size());
  return head.substr(name, std::min(head.find_first_of(" \"'>;/?", name), head.size()) - name);
}

}  // namespace

std::string decode(std::string_view bytes, std::string_view declared) {
  using namespace std::string_view_literals;
  // Also where it lies: the mark may be followed by bytes from elsewhere, pasted in.
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return convert(bytes.substr(3), "UTF-8");
  if (bytes.starts_with("\xFF\xFE"sv)) return convert(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF"sv)) return convert(bytes.substr(2), "UTF-16BE");
  if (const char* wide = utf16_by_zeros(bytes)) return convert(bytes, wide);
  if (is_utf8(bytes)) return once(std::string(bytes));
  if (is_mostly_utf8(bytes)) return once(convert(bytes, "UTF-8"));
  std::string name = known_charset(declared);
  return convert(bytes, name.empty() ? detected_charset(bytes).c_str() : name.c_str());
}

std::string decode_as(std::string_view bytes, const std::string& charset) {
  std::string name = known_charset(charset);
  return convert(bytes, name.empty() ? "windows-1252" : name.c_str());
}

std::string decode_html(std::string_view bytes, std::string_view declared) {
  return decode(bytes, declared.empty() ? declared_in(bytes) : std::string(declared));
}

}  // namespace ofsearch
