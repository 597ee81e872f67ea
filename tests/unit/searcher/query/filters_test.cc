#include "searcher/query/filters.h"

#include "common/index/schema.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>

namespace ofsearch {
namespace {

using test::SampleIndex;

// What the filters are understood as, or the error with its hint.
std::string resolved(const Index& index, SearchRequest request) {
  auto filters = Filters::resolve(request, index.database);
  if (!filters) return "error: " + filters.error().text();
  std::string text;
  for (const SearchedFilter& filter : filters->in_words())
    text += (text.empty() ? "" : "; ") + filter.words;
  return text;
}

std::string resolved(const Index& index, const std::string& field, const std::string& value) {
  SearchRequest request;
  request.filters.emplace_back(field, value);
  return resolved(index, std::move(request));
}

size_t reports(const Index& index, const SearchRequest& request) {
  auto filters = Filters::resolve(request, index.database);
  REQUIRE(filters);
  Xapian::Enquire enquire(index.database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, Xapian::Query(std::string(kReportTerm)),
                                  filters->query(false)));
  return enquire.get_mset(0, 100).size();
}

size_t reports(const Index& index, const std::string& field, const std::string& value) {
  SearchRequest request;
  request.filters.emplace_back(field, value);
  return reports(index, request);
}

Index opened(const SampleIndex& sample) {
  auto index = open_index(sample.path());
  REQUIRE(index);
  return std::move(*index);
}

TEST_CASE("A filter finds its value however people write it") {
  SampleIndex sample;
  Index index = opened(sample);
  struct Case {
    const char *field, *typed;
    size_t found;
  };
  for (const Case& each :
       {Case{"authority", "someshire", 2}, Case{"authority", "Someshire County Council", 2},
        Case{"authority", "SOMESHIRE", 2}, Case{"grade", "good", 2}, Case{"grade", "Good", 2},
        Case{"type", "ilacs-standard", 2}, Case{"type", "ilacs", 3},
        Case{"visit_type", "focused visit", 1}, Case{"year", "2019", 2},
        Case{"year", "2015..2019", 3}, Case{"year", "..2015", 1}, Case{"year", "2020..", 2},
        Case{"year", "1990..1999", 0}, Case{"region", "London", 0}}) {
    INFO(each.field << " " << each.typed);
    CHECK(reports(index, each.field, each.typed) == each.found);
  }
}

TEST_CASE("All authorities of a kind are those that their codes tell") {
  const SampleIndex sample(
      {test::sample_report("aaaaaaaaaa01", "Leeds", 2019, "sif", "good", {}),
       test::sample_report("aaaaaaaaaa02", "Kent", 2019, "sif", "good", {}),
       test::sample_report("aaaaaaaaaa03", "Camden", 2019, "sif", "good", {}),
       test::sample_report("aaaaaaaaaa04", "Bradford", 2019, "sif", "good", {})});
  const Index index = opened(sample);
  CHECK(reports(index, "authority", "kind-of:metropolitan") == 2);
  CHECK(reports(index, "authority", "kind-of:County") == 1);
  CHECK(reports(index, "authority", "kind-of:london") == 1);
  CHECK(reports(index, "authority", "kind-of:unitary") == 0);
  CHECK(
      resolved(index, "authority", "kind-of:shire") ==
      "error: \"shire\" is no kind of authority; write kind-of: and metropolitan, county, unitary "
      "or london");
}

TEST_CASE("Values of one field join with OR, fields with AND") {
  SampleIndex sample;
  Index index = opened(sample);
  SearchRequest request;
  request.filters = {{"authority", "someshire"}, {"authority", "otherbury"}};
  CHECK(reports(index, request) == 4);
  request.filters.emplace_back("year", "2019");
  CHECK(reports(index, request) == 2);
  request.filters.emplace_back("grade", "outstanding");
  CHECK(reports(index, request) == 0);
}

TEST_CASE("Dates select by the end of the inspection, both days included") {
  SampleIndex sample;
  Index index = opened(sample);
  SearchRequest request;
  request.from = "2019-06-15";
  request.to = "2019-06-15";
  CHECK(reports(index, request) == 2);
  request.from = "2019-06-16";
  request.to.reset();
  CHECK(reports(index, request) == 2);
}

TEST_CASE("A report that states its year only is there from the first day of that year") {
  Report report = test::sample_report("aaaaaaaaaa01", "Someshire", 2015, "sif", "good",
                                      {test::sample_passage("Visits are late.")});
  report.metadata.inspection_end.reset();
  SampleIndex sample({report});
  Index index = opened(sample);
  SearchRequest request;
  request.from = "2015-01-01";
  CHECK(reports(index, request) == 1);
  request.from = "2014-06-01";
  CHECK(reports(index, request) == 1);
  request.from = "2016-01-01";
  CHECK(reports(index, request) == 0);
}

TEST_CASE("A predecessor whose name another authority has now is selected until its last day") {
  const auto report = [](std::string id, std::string authority, std::string end) {
    Report made = test::sample_reports().front();
    made.id = made.path = std::move(id);
    made.metadata.authority = std::move(authority);
    made.metadata.inspection_end = made.metadata.published = end;
    return made;
  };
  SampleIndex sample({report("aaaaaaaaaa01", "Dorset", "2016-05-06"),
                      report("aaaaaaaaaa02", "Dorset", "2021-10-08"),
                      report("aaaaaaaaaa03", "Poole", "2018-02-02"),
                      report("aaaaaaaaaa04", "Bournemouth, Christchurch and Poole", "2021-12-10")});
  Index index = opened(sample);
  SearchRequest request;
  request.filters = {{"authority", "Bournemouth, Christchurch and Poole"}};
  CHECK(reports(index, request) == 1);
  request.with_predecessors = true;
  CHECK(reports(index, request) == 3);
  auto filters = Filters::resolve(request, index.database);
  REQUIRE(filters);
  CHECK(filters->admits(report("aaaaaaaaaa01", "Dorset", "2016-05-06")));
  CHECK_FALSE(filters->admits(report("aaaaaaaaaa02", "Dorset", "2021-10-08")));
  request.filters.emplace_back("authority", "Dorset");  // asked for by its name too
  CHECK(reports(index, request) == 4);
  request.filters = {{"authority", "Dorset"}};
  CHECK(reports(index, request) == 2);
}

TEST_CASE("An unknown value is an error that names the nearest ones") {
  SampleIndex sample;
  Index index = opened(sample);
  struct Case {
    const char *field, *typed, *error;
  };
  for (const Case& each :
       {Case{"authority", "somshire",
             "error: there is no authority \"somshire\"; did you mean Someshire?"},
        Case{
            "grade", "god",
            "error: there is no grade \"god\"; did you mean good? Valid values: outstanding, good, "
            "requires improvement, adequate, inadequate, none and unknown"},
        Case{"grade", "leaders:god",
             "error: there is no judgement and grade \"leaders:god\"; did you mean leaders:good? "
             "Write JUDGEMENT:GRADE with a judgement of leaders, help_protection, in_care, "
             "care_leavers, care_and_leavers, looked_after, adoption, lscb or quality_of_practice"},
        Case{"year", "19", "error: \"19\" is no year; write 2018, 2018..2022, ..2015 or 2020.."},
        Case{"year", "2022..2018",
             "error: the years \"2022..2018\" run backwards; write 2018..2022"},
        Case{"kind", "leter",
             "error: there is no kind \"leter\"; did you mean letter? Valid values: report, "
             "letter, article and unknown"},
        Case{"lead_inspector", "nobody",
             "error: there is no inspector \"nobody\"; see the values with: ofsearch --facets "
             "inspector --limit 0"},
        Case{"colour", "blue", "error: there is no field colour"}}) {
    INFO(each.field << " " << each.typed);
    CHECK(resolved(index, each.field, each.typed) == each.error);
  }
}

TEST_CASE("An inspector is found by part of the name") {
  Report report = test::sample_report("bbbbbbbbbb01", "Someshire", 2020, "sif", "good",
                                      {test::sample_passage("Visits are late.")});
  report.metadata.lead_inspector = "Ada Lightfoot-Byrne";
  SampleIndex sample({report});
  Index index = opened(sample);
  CHECK(reports(index, "inspector", "lightfoot") == 1);
  CHECK(reports(index, "inspector", "Ada Lightfoot-Byrne") == 1);
  CHECK(resolved(index, "inspector", "lightfoot") == "inspector Ada Lightfoot-Byrne");
  CHECK(resolved(index, "inspector", "lightfot") ==
        "error: there is no inspector \"lightfot\"; did you mean Ada Lightfoot-Byrne?");
}

TEST_CASE("A name is found with its accents and without") {
  std::vector<Report> all;
  for (const char* name : {"Máire Atherton", "Maire Atherton", "Maire Atherton", "Zoë Hill"}) {
    all.push_back(test::sample_report("bbbbbbbbbb0" + std::to_string(all.size()), "Someshire", 2020,
                                      "sif", "good", {test::sample_passage("Visits are late.")}));
    all.back().metadata.lead_inspector = name;
  }
  SampleIndex sample(all);
  Index index = opened(sample);
  for (const char* typed : {"maire", "máire", "Máire Atherton", "MÁIRE"})
    CHECK(reports(index, "inspector", typed) == 3);
  CHECK(reports(index, "inspector", "zoe") == 1);
}

TEST_CASE("Sections and findings are checked like every other value") {
  SampleIndex sample;
  Index index = opened(sample);
  CHECK(resolved(index, "section", "Recommendations") == "section recommendations");
  CHECK(resolved(index, "section", "recomendations").find("did you mean recommendations?") !=
        std::string::npos);
  CHECK(resolved(index, "finding", "weak") ==
        "error: there is no finding \"weak\"; did you mean weakness? Valid values: strength, "
        "weakness, mixed and neutral");
}

TEST_CASE("A word that is part of a value, or means the same, brings it to mind") {
  SampleIndex sample;
  Index index = opened(sample);
  struct Case {
    const char *field, *typed, *meant;
  };
  for (const Case& each : {Case{"type", "send", "did you mean area-send or area-send-monitoring?"},
                           Case{"finding", "criticism", "did you mean weakness?"},
                           Case{"region", "yorkshire", "did you mean Yorkshire and The Humber?"},
                           Case{"region", "yorkshir", "did you mean Yorkshire and The Humber?"},
                           Case{"focus", "MASH", "did you mean front-door?"}}) {
    INFO(each.field << " " << each.typed);
    CHECK(resolved(index, each.field, each.typed).find(each.meant) != std::string::npos);
  }
}

TEST_CASE("Several values stand with commas between them") {
  SampleIndex sample;
  Index index = opened(sample);
  CHECK(reports(index, "authority", "someshire,otherbury") == 4);
  CHECK(reports(index, "grade", "good, ri") == reports(index, "grade", "ri,good"));
  CHECK(resolved(index, "grade", "good,leaders:inadequate") == "grade good or leaders:inadequate");
  CHECK(resolved(index, "year", "2015,2018..2019") == "year 2015 or 2018..2019");
  CHECK(resolved(index, "grade", "good,god").find("there is no grade \"god\"") !=
        std::string::npos);
  CHECK(resolved(index, "authority", "Bournemouth, Christchurch and Poole, someshire") ==
        "authority Bournemouth, Christchurch and Poole or someshire");
}

TEST_CASE("A list that mixes overall grades and judgements selects what has any of them") {
  std::vector<Report> all = {
      test::sample_report("aaaaaaaaaa01", "Cumbria", 2019, "sif", "good", {}),
      test::sample_report("aaaaaaaaaa02", "Cumbria", 2020, "sif", "requires improvement", {}),
      test::sample_report("aaaaaaaaaa03", "Cumbria", 2021, "sif", "good", {}),
      test::sample_report("aaaaaaaaaa04", "Cumbria", 2022, "sif", "outstanding", {})};
  all[1].metadata.judgements["leaders"] = "inadequate";
  all[2].metadata.judgements["leaders"] = "inadequate";
  SampleIndex sample(all);
  Index index = opened(sample);
  CHECK(reports(index, "grade", "good,leaders:inadequate") == 3);
  CHECK(reports(index, "grade", "leaders:inadequate, good") == 3);
  CHECK(resolved(index, "grade", "good,leaders:inadequate") == "grade good or leaders:inadequate");
  CHECK(reports(index, "grade", "leaders:good,leaders:inadequate") == 2);
  SearchRequest with_more;
  with_more.filters = {{"grade", "good,leaders:inadequate"}, {"grade", "outstanding"}};
  CHECK(reports(index, with_more) == 4);
  SearchRequest two_fields;  // each of which must match
  two_fields.filters = {{"grade", "good"}, {"grade", "leaders:inadequate"}};
  CHECK(reports(index, two_fields) == 1);
  SearchRequest request;
  request.filters = {{"grade", "good,leaders:inadequate"}, {"year", "2019..2020"}};
  auto filters = Filters::resolve(request, index.database);
  REQUIRE(filters);
  CHECK(reports(index, request) == 2);
  CHECK(filters->admits(all[0]));
  CHECK(filters->admits(all[1]));
  CHECK_FALSE(filters->admits(all[3]));
  const Filters one = filters->with_only(*find_field("grade"), "outstanding");
  CHECK(one.in_words()[1].words == "grade outstanding");
}

TEST_CASE("Unknown selects the reports that have no value of a field") {
  std::vector<Report> all = {
      test::sample_report("aaaaaaaaaa01", "Cumbria", 2019, "focused-visit", "none", {}),
      test::sample_report("aaaaaaaaaa02", "Cumbria", 2020, "focused-visit", "none", {})};
  all[0].metadata.focus = "front-door";
  all[0].metadata.region = all[1].metadata.region = "";
  SampleIndex sample(all);
  Index index = opened(sample);
  CHECK(reports(index, "focus", "unknown") == 1);
  CHECK(reports(index, "focus", "unknown,front-door") == 2);
  CHECK(reports(index, "region", "Unknown") == 2);
  CHECK(reports(index, "inspector", "unknown") == 2);
  CHECK(reports(index, "send-outcome", "unknown") == 2);
  CHECK(reports(index, "standing-grade", "unknown") == 2);
  CHECK(reports(index, "judgement", "unknown") == 2);
  CHECK(reports(index, "type", "unknown") == 0);  // a value as any other
  CHECK(resolved(index, "focus", "unknown") == "focus unknown");
  CHECK(resolved(index, "finding", "unknown").starts_with("error: "));
  SearchRequest request;
  request.filters = {{"focus", "unknown"}};
  auto filters = Filters::resolve(request, index.database);
  REQUIRE(filters);
  CHECK(filters->admits(all[1]));
  CHECK_FALSE(filters->admits(all[0]));
}

TEST_CASE("What is searched names ilacs of unclear length apart from all three") {
  SampleIndex sample;
  Index index = opened(sample);
  CHECK(resolved(index, "type", "ilacs-unclear") == "type ilacs-unclear");
  CHECK(resolved(index, "type", "ilacs") == "type ilacs-unclear, ilacs-standard or ilacs-short");
}

TEST_CASE("Dates that run backwards are an error") {
  SampleIndex sample;
  Index index = opened(sample);
  SearchRequest request;
  request.from = "2021-01-01";
  request.to = "2020-01-01";
  CHECK(resolved(index, request) ==
        "error: --from 2021-01-01 lies after --to 2020-01-01; swap them");
}

TEST_CASE("What was asked is described as it was typed") {
  SampleIndex sample;
  Index index = opened(sample);
  SearchRequest request;
  request.filters = {{"year", "2015..2019"}, {"grade", "ri"}};
  request.from = "2015-01-01";
  CHECK(resolved(index, request) == "year 2015..2019; grade requires improvement; from 2015-01-01");
}

}  // namespace
}  // namespace ofsearch
