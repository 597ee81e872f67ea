#include "indexer/metadata/file_number.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

TEST_CASE("a file is named by the inspectorate's number if its name ends with one") {
  struct Case {
    std::string_view path, number;
  };
  const Case cases[] = {
      {"50252240.pdf", "50252240"},
      {"2754222.pdf", "2754222"},
      {"northmere-80999/2024-07-15-area-send-full-inspection-50252240.pdf", "50252240"},
      {"a/50252240 (1).pdf", "50252240"},
      {"a/50252240(12).PDF", "50252240"},
      {"a/report_50252240.txt", "50252240"},
      {"50252240", "50252240"},
      // Other names.
      {"50252240/report.pdf", ""},
      {"50252240-final.pdf", ""},
      {"fv50252240.pdf", ""},
      {"report (50252240).pdf", ""},
      {"50252240 ().pdf", ""},
      {"(1).pdf", ""},
      {".pdf", ""},
      {"", ""},
      // Numbers of other things: of years, of dates, of authorities, and longer ones.
      {"report-2024.pdf", ""},
      {"20240715.pdf", ""},
      {"2733690.pdf", ""},
      {"2532287.pdf", ""},
      {"90501234.pdf", ""},
      {"150252240.pdf", ""},
      {"51000000.pdf", ""},
      {"2749999.pdf", ""},
      {"2770000.pdf", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    CHECK(file_number(c.path) == c.number);
  }
}

}  // namespace
}  // namespace ofsearch
