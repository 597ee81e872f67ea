#include "searcher/evidence/same_matter.h"

#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

namespace ofsearch {
namespace {

struct Pair {
  const char* asked;
  const char* found;
  std::vector<std::string> topics;
};

// Whether the two speak of one matter, among reports in which words such as "children" are common.
bool comparable(const Pair& pair) {
  std::vector<Passage> passages;
  for (int i = 0; i < 40; ++i)
    passages.push_back(test::sample_passage(
        "Children and care leavers have the support of good services. Management oversight of the "
        "quality of plans is good."));
  const std::vector<Report> reports = {
      test::sample_report("aaaaaaaaaa01", "Someshire", 2018, "sif", "good", passages)};
  return SameMatter(reports).speaks_of(test::sample_passage(pair.asked),
                                       test::sample_passage(pair.found), pair.topics);
}

TEST_CASE("A narrow topic in common makes passages comparable") {
  CHECK(comparable({"Caseloads that are manageable (enabler 2, national framework)",
                    "Caseloads of social workers in two teams remain too high.",
                    {"caseloads"}}));
  CHECK(comparable({"Return home interviews for children who go missing.",
                    "Arrangements for children who go missing from home and care.",
                    {"missing-children"}}));
}

TEST_CASE("A broad topic makes passages comparable only with telling words") {
  CHECK_FALSE(comparable({"Communication about living arrangements for care leavers.",
                          "Care leavers know the pledge and have money to cope with.",
                          {"care-leavers"}}));
  CHECK_FALSE(comparable({"The quality of management oversight of plans for children.",
                          "Management oversight of services for children.",
                          {"management-oversight"}}));
  CHECK(comparable({"Communication about living arrangements for care leavers.",
                    "Care leavers complain about communication and living arrangements.",
                    {"care-leavers"}}));
}

TEST_CASE("What is asked of a safeguarding board is no matter of others") {
  const std::vector<std::string> topics = {"child-s-voice"};
  CHECK_FALSE(comparable({"The board hears the voice of children in its annual review.",
                          "Teams hear the voice of children in each annual review.", topics}));
  CHECK(comparable({"The board hears the voice of children in its annual review.",
                    "The LSCB hears the voice of children in each annual review.", topics}));
  CHECK(comparable({"Teams hear the voice of children in each annual review.",
                    "The board hears the voice of children in its annual review.", topics}));
}

TEST_CASE("A topic in another sentence than the words makes nothing comparable") {
  CHECK_FALSE(comparable({"Communication about living arrangements for care leavers.",
                          "Care leavers get a grant. It is paid late. Nobody says why. "
                          "Communication about living arrangements in hospitals is good.",
                          {"care-leavers"}}));
}

}  // namespace
}  // namespace ofsearch
