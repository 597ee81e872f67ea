#include "indexer/card.h"

#include "tests/support/catch.h"
#include "tests/support/hostile_texts.h"

#include <sstream>

namespace ofsearch {
namespace {

Report sample() {
  Report r;
  r.path = "loamshire.pdf";
  r.metadata.title = "Inspection of Loamshire local authority children's services";
  r.metadata.authority = "Loamshire";
  r.metadata.visit_type = "ilacs-short";
  r.metadata.inspection_end = "2019-07-12";
  r.metadata.year = 2019;
  r.metadata.grade = "good";
  r.metadata.judgements["leaders"] = "outstanding";
  r.metadata.evidence["grade"] = {"Overall effectiveness: Good", 1, "judgement-table"};
  r.metadata.evidence["title"] = {r.metadata.title, 1, "title"};
  r.metadata.warnings = {"the authority \"Loamshire\" is not in the table of authorities"};
  r.passages.resize(3);
  return r;
}

TEST_CASE("a card commands no terminal") {
  for (std::string_view hostile : test::kHostileTexts) {
    Report report = sample();
    report.path = hostile;
    Metadata& m = report.metadata;
    m.title = m.authority = m.authority_code = m.kind = m.visit_type = m.grade = hostile;
    m.judgements["leaders"] = hostile;
    m.lead_inspector = m.focus = m.send_outcome = m.standing_grade = m.inspection_end =
        std::string(hostile);
    m.evidence["grade"] = {std::string(hostile), 1, std::string(hostile)};
    m.warnings = {std::string(hostile)};
    std::ostringstream out;
    write_card(report, false, out);
    CHECK(test::first_command(out.str()) == 0);
  }
}

TEST_CASE("a card shows every value with the words that decided it") {
  std::ostringstream out;
  write_card(sample(), false, out);
  CHECK(
      out.str() ==
      "loamshire.pdf\n"
      "  title             Inspection of Loamshire local authority children's services  (page 1, "
      "title)\n"
      "  kind              report\n"
      "  authority         Loamshire\n"
      "  code, region      -\n"
      "  visit type        ilacs-short\n"
      "  inspection start  -\n"
      "  inspection end    2019-07-12\n"
      "  published         -\n"
      "  year              2019\n"
      "  grade             good                            “Overall effectiveness: Good” (page 1, "
      "judgement-table)\n"
      "    leaders         outstanding\n"
      "  standing grade    -\n"
      "  lead inspector    -\n"
      "  passages          3\n"
      "  warning: the authority \"Loamshire\" is not in the table of authorities\n"
      "\n");
}

TEST_CASE("colour is only there when asked for") {
  std::ostringstream plain, coloured;
  write_card(sample(), false, plain);
  write_card(sample(), true, coloured);
  CHECK(plain.str().find('\x1b') == std::string::npos);
  CHECK(coloured.str().find("\x1b[1mloamshire.pdf\x1b[0m") != std::string::npos);
}

}  // namespace
}  // namespace ofsearch
