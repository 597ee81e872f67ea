#include "indexer/metadata/run_on.h"

#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

#include <string>

namespace ofsearch {
namespace {

using test::metadata_of;
using test::plain_text;

TEST_CASE("a title page in one line is cut again at its labels") {
  Metadata m = metadata_of(plain_text(
      "Loamshire County Council Inspection of services for children in need of help and "
      "protection, "
      "children looked after and care leavers and Review of the effectiveness of the local "
      "safeguarding children board1 Inspection date: 20 January 2015 – 11 February 2015 Report "
      "published: 27 March 2015 The overall judgement is that children’s services are good The "
      "local authority leads well. The judgements on areas of the service are: 1. Children who "
      "need help and protection Good 2. Children looked after and achieving permanence Requires "
      "improvement 2.1 Adoption performance Good 2.2 Experiences and progress of care leavers Good "
      "3. Leadership, management and governance 1 Outstanding Ofsted produces this report under "
      "its powers. Lead inspector: Ada Brook Deputy lead inspector: Sam Hill\n"));
  CHECK(m.visit_type == "sif");
  CHECK(m.authority == "Loamshire");
  CHECK(m.inspection_end == "2015-02-11");
  CHECK(m.published == "2015-03-27");
  CHECK(m.grade == "good");
  CHECK(m.judgements["looked_after"] == "requires improvement");
  CHECK(m.judgements["care_leavers"] == "good");
  CHECK(m.judgements["leaders"] == "outstanding");
  CHECK(m.lead_inspector == "Ada Brook");
}

TEST_CASE("ordinary prose is not cut") {
  std::string prose(600, 'x');
  CHECK(cut_run_on(prose + " Overall effectiveness is good.").size() == 1);
  CHECK(cut_run_on("Lead inspector: Ada Brook This lettuce").size() == 1);
}

}  // namespace
}  // namespace ofsearch
