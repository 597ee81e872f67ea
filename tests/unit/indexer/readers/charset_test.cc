#include "indexer/readers/charset.h"

#include "tests/support/catch.h"

#include <string>
#include <string_view>

namespace ofsearch {
namespace {

// UTF-16 of ASCII and of the two-byte characters below U+0800 that the tests need.
std::string utf16(std::u16string_view text, bool big_endian) {
  std::string out;
  for (char16_t c : text) {
    char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
    out += big_endian ? std::string{high, low} : std::string{low, high};
  }
  return out;
}

}  // namespace

TEST_CASE("text files are decoded by mark, by form and by guess", "[text]") {
  CHECK(decode("plain") == "plain");
  CHECK(decode("children\u2019s") == "children\u2019s");
  CHECK(decode("\xEF\xBB\xBFmarked") == "marked");
  CHECK(decode("\xFF\xFE" + utf16(u"caf\u00E9", false)) == "caf\u00E9");
  CHECK(decode("\xFE\xFF" + utf16(u"caf\u00E9", true)) == "caf\u00E9");
  // Curly quotes as only windows-1252 has them, in a text long enough to tell.
  CHECK(decode("The children\x92s services said \x93"
               "we listen\x94 \x96 and they did so.") ==
        "The children\u2019s services said \u201Cwe listen\u201D \u2013 and they did so.");
  CHECK(decode("") == "");
}

TEST_CASE("quotes and dashes of an old Mac are told from letters", "[text]") {
  CHECK(decode("Loamshire\xD5s visit of 4 \xD0 6 May 2019: \xD2good\xD3, \x8E said") ==
        "Loamshire\u2019s visit of 4 \u2013 6 May 2019: \u201Cgood\u201D, \u00E9 said");
  CHECK(decode("Loamshire\x92s visit of 4 \x96 6 May 2019, \xD1") ==
        "Loamshire\u2019s visit of 4 \u2013 6 May 2019, \u00D1");
}

TEST_CASE("UTF-8 that was written as UTF-8 again is put right", "[text]") {
  // "’", "–", "“" and "é", each byte of which became a letter.
  CHECK(decode("Loamshire\u00E2\u20AC\u2122s visit of 4 \u00E2\u20AC\u201C 6 May, "
               "\u00E2\u20AC\u0153good\u00E2\u20AC\u009D, caf\u00C3\u00A9") ==
        "Loamshire\u2019s visit of 4 \u2013 6 May, \u201Cgood\u201D, caf\u00E9");
  // The last byte of a closing quote was lost.
  CHECK(decode("a \u00E2\u20AC\u0153good\u00E2\u20AC\uFFFD \u00E2\u20AC\u201C one") ==
        "a \u201Cgood\u201D \u2013 one");
  // A text that speaks of it once.
  CHECK(decode("he typed \u00E2\u20AC\u2122 for \u2019") ==
        "he typed \u00E2\u20AC\u2122 for \u2019");
}

TEST_CASE("a byte order mark does not vouch for the bytes behind it", "[text]") {
  CHECK(decode("\xEF\xBB\xBF"
               "caf\xC3\xA9 \x96") == "caf\u00E9 \uFFFD");
}

TEST_CASE("a charset that can be guessed but not read leaves no text out", "[text]") {
  // Hebrew words as mainframes write them: the guess has a name that no converter has.
  const std::string line =
      "\x45\x51\x54\x44\x51\x55\x40\x69\x54\x40\x45\x62\x51\x68\x40\x45\x47\x41\x71\x40"
      "\x45\x46\x54\x53\x51\x55\x40\x41\x54\x40\x42\x51\x71\x40\x45\x59\x64\x68\x40"
      "\x62\x55\x40\x45\x45\x46\x68\x51\x55\x40\x69\x54\x45\x55\x40\x46\x41\x71\x40"
      "\x45\x56\x46\x68\x51\x55\x40\x69\x54\x40\x45\x51\x54\x44\x51\x55\x40\x45\x55\x40"
      "\x41\x46\x45\x42\x51\x55\x40\x56\x41\x46\x44\x40\x53\x51\x40\x45\x55\x40"
      "\x49\x46\x42\x51\x55\x40";
  CHECK_FALSE(decode(line + line + line + line + line).empty());
}

}  // namespace ofsearch
