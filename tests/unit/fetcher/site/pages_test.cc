#include "fetcher/site/pages.h"

#include "fetcher/report_types.h"
#include "tests/support/catch.h"

namespace ofsearch {
namespace {

constexpr const char* kSite = "https://reports.example.org";

TEST_CASE("days are found as people write them, the last one counts") {
  const std::pair<const char*, const char*> kRows[] = {
      {"Inspection, pdf - 15 July 2024", "2024-07-15"},
      {"1st Sept 2019", "2019-09-01"},
      {"from 2 March 2020 to 6 March 2020", "2020-03-06"},
      {"15/07/2024", "2024-07-15"},
      {"31 February 2024", ""},
      {"July 2024", ""},
      {"page 5 of 2024", ""},
      {"", ""},
  };
  for (const auto& [text, day] : kRows) {
    INFO(text);
    CHECK(last_day_in(text) == day);
  }
}

TEST_CASE("a search page gives its providers, each once") {
  auto found = providers_of(
      "<a href='/provider/12/80401'>Northmere &amp;  Vale</a><a href='/provider/12/80401'>again</a>"
      "<a href='/search?start=100'>next</a><a href='/provider/12/about'>about</a>"
      "<a href='/provider/12/80402'><img src='x'></a>"
      "<a href='https://reports.example.org/provider/12/80403/'>Pellworth</a>",
      std::string(kSite) + "/search?start=0");
  REQUIRE(found.size() == 2);
  CHECK(found[0].number == "80401");
  CHECK(found[0].name == "Northmere & Vale");
  CHECK(found[0].address == "https://reports.example.org/provider/12/80401");
  CHECK(found[1].number == "80403");
}

TEST_CASE("a provider's page gives title and date of each file") {
  struct Row {
    const char* html;
    const char* title;
    const char* published;
  };
  const Row kRows[] = {
      {"<a class='publication-link' href='/v1/file/5001'>Area SEND full inspection "
       "<span class='nonvisual'>Area SEND full inspection, pdf - 15 July 2024</span></a>",
       "Area SEND full inspection", "2024-07-15"},
      {"<a class='x publication-link' href='/v1/file/5001'><span class='nonvisual'>Focused visit, "
       "pdf"
       " - 01 August 2022</span></a>",
       "Focused visit", "2022-08-01"},
      {"<a href='/v1/file/5001'>Inspection - 3 May 2019 (PDF, 2MB)</a>", "Inspection",
       "2019-05-03"},
      {"<ul><li>Published 3 May 2019 <a href='/v1/file/5001'>Inspection</a></li></ul>",
       "Inspection", "2019-05-03"},
      {"<p>3 May 2019</p><a href='/v1/file/5001'>Inspection</a>", "Inspection", ""},
  };
  for (const Row& row : kRows) {
    INFO(row.html);
    ProviderPage page = reports_of(row.html, std::string(kSite) + "/provider/12/1");
    REQUIRE(page.reports.size() == 1);
    CHECK(page.reports[0].address == "https://reports.example.org/v1/file/5001");
    CHECK(page.reports[0].number == "5001");
    CHECK(page.reports[0].title == row.title);
    CHECK(page.reports[0].published == row.published);
    CHECK(page.strange == 0);
  }
}

TEST_CASE("a file with several addresses is listed once, with the first") {
  ProviderPage page = reports_of(
      "<a href='/v1/file/5001'>Inspection - 3 May 2019</a>"
      "<a href='/v1/file/5001?download=1'>Inspection - 3 May 2019</a>"
      "<a href='https://files.example.org/v1/file/5001/'>Inspection - 4 May 2019</a>"
      "<a href='/v1/file/5002'>Focused visit - 5 May 2020</a>",
      std::string(kSite) + "/provider/12/1");
  REQUIRE(page.reports.size() == 2);
  CHECK(page.reports[0].address == "https://reports.example.org/v1/file/5001");
  CHECK(page.reports[0].published == "2019-05-03");
  CHECK(page.reports[1].number == "5002");
}

TEST_CASE("a publication link that leads to no file is strange") {
  CHECK(reports_of("<a class='publication-link' href='/get?x=1'>Report</a>", kSite).strange == 1);
  CHECK(reports_of("<a class='publication-link' href='javascript:x()'>Report</a>", kSite).strange ==
        1);
}

TEST_CASE("a page that says not found is known whatever its status") {
  CHECK(says_not_found("<title>Report not found</title>"));
  CHECK(says_not_found("<h1>Sorry, Page Not Found</h1>"));
  CHECK_FALSE(says_not_found("<title>Northmere</title><p>missing children not found</p>"));
}

TEST_CASE("the site's titles give the type of visit") {
  const std::pair<const char*, const char*> kRows[] = {
      {"Children\xE2\x80\x99s services inspection", "inspection"},
      {"Children's services focused visit", "focused-visit"},
      {"Children\xE2\x80\x99s services monitoring visit", "monitoring-visit"},
      {"Joint area child protection inspection", "jtai"},
      {"Joint targeted area inspection of the multi-agency response", "jtai"},
      {"Area SEND full inspection", "area-send"},
      {"Area SEND monitoring inspection", "area-send-monitoring"},
      {"Joint local area SEND revisit", "area-send-monitoring"},
      {"Local authority childrens services inspection", "inspection"},
      {"Joint area review", "inspection"},
      {"Adoption agency inspection", "other"},
      {"", "other"},
  };
  for (const auto& [title, type] : kRows) {
    INFO(title);
    CHECK(report_type(title) == type);
  }
}

}  // namespace
}  // namespace ofsearch
