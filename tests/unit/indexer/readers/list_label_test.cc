#include "indexer/readers/list_label.h"

#include "tests/support/catch.h"

namespace ofsearch {

TEST_CASE("numbers are written in the format of their list", "[list_label]") {
  struct Case {
    int number;
    NumberFormat format;
    const char* expected;
  };
  const Case cases[] = {
      {4, NumberFormat::kDecimal, "4"},
      {0, NumberFormat::kDecimal, "0"},
      {-2, NumberFormat::kDecimal, "-2"},
      {1, NumberFormat::kLowerLetter, "a"},
      {26, NumberFormat::kLowerLetter, "z"},
      {27, NumberFormat::kLowerLetter, "aa"},
      {28, NumberFormat::kUpperLetter, "AB"},
      {4, NumberFormat::kLowerRoman, "iv"},
      {1999, NumberFormat::kUpperRoman, "MCMXCIX"},
      {0, NumberFormat::kLowerLetter, "0"},
      {4000, NumberFormat::kUpperRoman, "4000"},
      {4, NumberFormat::kBullet, ""},
  };
  for (const Case& each : cases) {
    INFO(each.number << " " << static_cast<int>(each.format));
    CHECK(format_number(each.number, each.format) == each.expected);
  }
}

TEST_CASE("formats are known by HTML's letters and by Word's names", "[list_label]") {
  CHECK(format_of_letter('1') == NumberFormat::kDecimal);
  CHECK(format_of_letter('i') == NumberFormat::kLowerRoman);
  CHECK(format_of_letter('A') == NumberFormat::kUpperLetter);
  CHECK(format_of_letter('?') == NumberFormat::kDecimal);
  CHECK(format_of_name("decimal") == NumberFormat::kDecimal);
  CHECK(format_of_name("upperRoman") == NumberFormat::kUpperRoman);
  CHECK(format_of_name("bullet") == NumberFormat::kBullet);
  CHECK(format_of_name("no such format") == NumberFormat::kBullet);
}

}  // namespace ofsearch
