#include "indexer/metadata/corrections/corrections.h"

#include "common/text/code_points.h"
#include "tests/support/catch.h"

namespace ofsearch {
namespace {

Corrections parsed(std::string_view csv) {
  auto corrections = Corrections::parse(csv, "fix.csv");
  REQUIRE(corrections);
  return *corrections;
}

Report report(const std::string& path) {
  Report r;
  r.path = path;
  r.paths = {path};
  r.sha256 = "ab12";
  r.metadata.visit_type = "ilacs";
  r.metadata.grade = "unknown";
  return r;
}

TEST_CASE("a row overrides the fields it gives and leaves the others") {
  Corrections corrections = parsed(
      "path,grade,leaders,judgements.lscb,lead_inspector,published\r\n"
      "a/b.pdf,RI,good,inadequate,\"Brook, Ada\",2019-07-01\r\n");
  Report r = report("a/b.pdf");
  r.metadata.title = "Kept";
  corrections.apply(&r);
  CHECK(r.metadata.grade == "requires improvement");
  CHECK(r.metadata.judgements ==
        std::map<std::string, std::string>{{"leaders", "good"}, {"lscb", "inadequate"}});
  CHECK(r.metadata.lead_inspector == "Brook, Ada");
  CHECK(r.metadata.published == "2019-07-01");
  CHECK(r.metadata.title == "Kept");
  CHECK(r.metadata.evidence["grade"].rule == "correction");
  CHECK(r.metadata.evidence["grade"].text == "fix.csv:2");
  CHECK(r.metadata.evidence.count("judgements.leaders") == 1);
  CHECK(corrections.warnings().empty());
  CHECK(corrections.unmatched().empty());
}

TEST_CASE("a file that a spreadsheet saved in windows-1252 comes out as UTF-8") {
  Corrections corrections = parsed("path,title\nx.pdf,The children\x92s caf\xE9 \x96 a report\n");
  Report r = report("x.pdf");
  corrections.apply(&r);
  CHECK(r.metadata.title == "The children\u2019s caf\u00E9 \u2013 a report");
}

TEST_CASE("a report may be named by its hash, and a dash takes a value away") {
  Corrections corrections = parsed("sha256,focus,standing_grade\nAB12,-,good\n");
  Report r = report("x.pdf");
  r.metadata.focus = "in-care";
  corrections.apply(&r);
  CHECK_FALSE(r.metadata.focus);
  CHECK(r.metadata.standing_grade == "good");
}

TEST_CASE("an authority brings code and region; dates bring year and length") {
  Corrections corrections = parsed(
      "path,authority,inspection_start,inspection_end\n./x.pdf,leeds city council,"
      "2021-12-06,2021-12-10\n");
  Report r = report("x.pdf");
  corrections.apply(&r);
  CHECK(r.metadata.authority == "Leeds");
  CHECK(r.metadata.authority_code == "E08000035");
  CHECK(r.metadata.region == "Yorkshire and The Humber");
  CHECK(r.metadata.year == 2021);
  CHECK(r.metadata.visit_type == "ilacs-short");
}

TEST_CASE("a value that is taken away is unknown, no other one") {
  Corrections corrections = parsed("path,kind,grade,authority,visit_type\nx.pdf,-,-,-,-\n");
  Report r = report("x.pdf");
  r.metadata.kind = "article";
  r.metadata.grade = "good";
  r.metadata.authority = "Leeds";
  r.metadata.authority_code = "E08000035";
  corrections.apply(&r);
  CHECK(r.metadata.kind == "unknown");
  CHECK(r.metadata.grade == "unknown");
  CHECK(r.metadata.authority == "unknown");
  CHECK(r.metadata.authority_code.empty());
  CHECK(r.metadata.visit_type == "unknown");
}

TEST_CASE("the order of the columns is all one") {
  const std::string old_code = "E10000009", new_code = "E06000059";
  struct Case {
    const char* csv;
    std::string code, region;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"path,authority,inspection_end\nx.pdf,Dorset,2018-05-04\n", old_code, "South West"},
           {"path,inspection_end,authority\nx.pdf,2018-05-04,Dorset\n", old_code, "South West"},
           {"path,inspection_end,authority\nx.pdf,2022-05-04,Dorset\n", new_code, "South West"},
           {"path,authority_code,authority\nx.pdf,X1,Dorset\n", "X1", "South West"},
           {"path,authority,authority_code,region\nx.pdf,Dorset,X1,London\n", "X1", "London"},
           {"region,path,authority\nLondon,x.pdf,Dorset\n", new_code, "London"},
           {"path,authority,inspection_end\nx.pdf,Dorset,\nx.pdf,,2018-05-04\n", old_code,
            "South West"},
           {"path,authority_code,inspection_end\nx.pdf,X1,\nx.pdf,,2018-05-04\n", "X1", ""}}) {
    INFO(c.csv);
    Corrections corrections = parsed(c.csv);
    Report r = report("x.pdf");
    r.metadata.inspection_end = "2020-05-04";
    corrections.apply(&r);
    CHECK(r.metadata.authority_code == c.code);
    CHECK(r.metadata.region == c.region);
  }
}

TEST_CASE("an authority that no table has is taken as written, and said") {
  Corrections corrections = parsed("path,authority\nx.pdf,Narnia\ny.pdf,Ledes\nz.pdf,-\n");
  Report r = report("x.pdf");
  corrections.apply(&r);
  CHECK(r.metadata.authority == "Narnia");
  CHECK(corrections.warnings() ==
        std::vector<std::string>{
            "fix.csv:2: \"Narnia\" is not in the table of authorities; it is taken as written",
            "fix.csv:3: \"Ledes\" is not in the table of authorities (did you mean \"Leeds\"?); "
            "it is taken as written"});
}

TEST_CASE("a hash says of which content a row is, whatever lies at its path") {
  Corrections corrections = parsed("path,sha256,grade\nx.pdf,ab12,good\nx.pdf,cd34,inadequate\n");
  Report r = report("x.pdf");
  corrections.apply(&r);
  CHECK(r.metadata.grade == "good");
  CHECK(corrections.unmatched() ==
        std::vector<std::string>{"fix.csv:3: no report matches \"cd34\""});
}

TEST_CASE("what contradicts itself is named") {
  Corrections corrections = parsed(
      "path,grade,Grade,inspection_start,inspection_end\nx.pdf,good,poor,2020-02-01,2020-01-01\n");
  Report r = report("x.pdf");
  corrections.apply(&r);
  CHECK(r.metadata.grade == "good");
  CHECK(corrections.warnings() ==
        std::vector<std::string>{
            "fix.csv:1: there are two columns \"grade\"; the second is left out",
            "fix.csv:2: the inspection ends on 2020-01-01, before it starts on 2020-02-01"});
}

TEST_CASE("bad values, unknown columns and rows that match nothing are named") {
  Corrections corrections = parsed(
      "path,grade,publshed,inspection_end\n"
      "x.pdf,brilliant,2019-01-01,31/12/2019\n"
      "\n"
      "gone.pdf,good,,\n"
      ",good,,\n");
  Report r = report("x.pdf");
  corrections.apply(&r);
  CHECK(r.metadata.grade == "unknown");
  CHECK_FALSE(r.metadata.inspection_end);
  CHECK(corrections.warnings() ==
        std::vector<std::string>{
            "fix.csv:1: no field is called \"publshed\" (did you mean \"published\"?); the column "
            "is left out",
            "fix.csv:2: \"brilliant\" is no value of grade; it must be one of outstanding, good, "
            "requires improvement, adequate, inadequate, none or unknown",
            "fix.csv:2: \"31/12/2019\" is no value of inspection_end; it must be a date as "
            "2024-01-31",
            "fix.csv:5: the row names no report"});
  CHECK(corrections.unmatched() ==
        std::vector<std::string>{"fix.csv:4: no report matches \"gone.pdf\""});
}

TEST_CASE("quoted cells may hold commas, quotes and line ends") {
  Corrections corrections =
      parsed("\xEF\xBB\xBFpath,title\n\"a,b.pdf\",\"He said \"\"no\"\"\nand left\"\n");
  Report r = report("a,b.pdf");
  corrections.apply(&r);
  CHECK(r.metadata.title == "He said \"no\"\nand left");
}

TEST_CASE("a file that cannot be understood is an error that says where") {
  struct Case {
    const char* csv;
    const char* message;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"", "fix.csv has no header row"},
           {"grade,kind\ngood,report\n",
            "fix.csv:1: no column \"path\" or \"sha256\" says which report a row is about"},
           {"path,title\nx.pdf,\"never closed\n",
            "fix.csv:2: a quote is opened and never closed"}}) {
    auto corrections = Corrections::parse(c.csv, "fix.csv");
    REQUIRE_FALSE(corrections);
    CHECK(corrections.error().message == c.message);
  }
}

TEST_CASE(
    "the table beside fetched reports gives the day of publication, which corrections override") {
  constexpr const char* kTable =
      "url,provider,title,published,sha256,path,status\r\n"
      "https://x/v1/file/1,80401,Its title,2024-07-15,AB12,a.pdf,listed\r\n"
      "https://x/v1/file/2,80401,No file,2024-07-16,,,not found\r\n"
      "https://x/v1/file/3,80401,Elsewhere,2024-07-17,cd34,b.pdf,no longer listed\r\n";
  auto fetched = Corrections::parse_fetched(kTable, "reports.csv");
  REQUIRE(fetched);
  Report r = report("anywhere.pdf");
  r.metadata.title = "Kept";
  fetched->apply(&r);
  CHECK(r.metadata.published == "2024-07-15");
  CHECK(r.metadata.title == "Kept");
  CHECK(r.metadata.evidence["published"].rule == "site");
  CHECK(r.metadata.evidence["published"].text == "reports.csv:2");
  CHECK(fetched->unmatched().empty());
  CHECK(fetched->warnings().empty());

  Corrections corrections = parsed("path,published\nanywhere.pdf,2024-08-01\n");
  corrections.put_below(*fetched);
  corrections.apply(&r);
  CHECK(r.metadata.published == "2024-08-01");
  CHECK(r.metadata.evidence["published"].rule == "correction");
}

TEST_CASE("bytes in that table that are no UTF-8 come out as UTF-8") {
  auto fetched = Corrections::parse_fetched(
      "url,sha256\nhttps://files.exam\xAC"
      "le.org/1,ab12\n",
      "reports.csv");
  REQUIRE(fetched);
  Report r = report("x.pdf");
  fetched->apply(&r);
  CHECK(is_utf8(r.metadata.url.value_or("")));
}

TEST_CASE("another table of that name is an error, a date that is none a warning") {
  auto other = Corrections::parse_fetched("name,date\nx,y\n", "reports.csv");
  REQUIRE_FALSE(other);
  CHECK(other.error().message.find("no column \"sha256\"") != std::string::npos);
  auto odd = Corrections::parse_fetched("sha256,published\nab12,soon\n", "reports.csv");
  REQUIRE(odd);
  CHECK(odd->warnings() ==
        std::vector<std::string>{"reports.csv:2: \"soon\" is no value of published"});
}

}  // namespace
}  // namespace ofsearch
