#include "searcher/options/options.h"

#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

Result<SearchOptions> parsed(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "ofsearch");
  return parse_search_options(static_cast<int>(arguments.size()), arguments.data());
}

std::string error_of(const std::vector<const char*>& arguments) {
  auto options = parsed(arguments);
  return options ? "no error" : options.error().text();
}

TEST_CASE("Words side by side are one query") {
  auto options = parsed({"private", "fostering", "-n", "3"});
  REQUIRE(options);
  CHECK(options->request.query == "private fostering");
  CHECK(options->request.limit == 3);
}

TEST_CASE("Without options the defaults of the manual hold") {
  auto options = parsed({"care"});
  REQUIRE(options);
  CHECK(options->request.limit == 10);
  CHECK(options->request.offset == 0);
  CHECK(options->request.passages == 1);
  CHECK_FALSE(options->request.sort);
  CHECK(options->format == "text");
  CHECK(options->request.facets ==
        std::vector<std::string>{"authority", "year", "visit_type", "grade"});
  CHECK_FALSE(options->output.facet_bars);
}

TEST_CASE("A filter that excludes may stand among the words of a query") {
  auto options = parsed({"neglect", "-authority:bradford", "-n", "3", "-grade:ri"});
  REQUIRE(options);
  CHECK(options->request.query == "neglect -authority:bradford -grade:ri");
  CHECK(options->request.limit == 3);
}

TEST_CASE("A query may begin with a dash where it holds a space, or behind two dashes") {
  auto spaced = parsed({"-missing care"});
  REQUIRE(spaced);
  CHECK(spaced->request.query == "-missing care");
  auto behind = parsed({"--", "-missing"});
  REQUIRE(behind);
  CHECK(behind->request.query == "-missing");
}

TEST_CASE("What is written as an option behind two dashes is a word, with a note") {
  auto behind = parsed({"neglect", "--", "--year=2020", "--sort", "--other", "--", "--="});
  REQUIRE(behind);
  CHECK(behind->request.query == "neglect --year=2020 --sort --other -- --=");
  CHECK(behind->notes == std::vector<std::string>{
                             "--year=2020 is searched as a word: behind -- nothing is an option",
                             "--sort is searched as a word: behind -- nothing is an option"});
  CHECK(parsed({"neglect", "--", "-year:2020"})->notes.empty());
}

TEST_CASE("Words beside a history are a name or nothing") {
  CHECK(error_of({"neglect", "--history", "Medway"}) ==
        "--history takes no query; leave \"neglect\" out; what reports say of it: ofsearch neglect "
        "--authority Medway");
  CHECK(error_of({"--since-last", "Kent", "foster", "carers"})
            .starts_with("--since-last takes no query"));
  for (const char* name : {"upon", "Upon"}) {
    auto whole = parsed({"--history", "Kingston", name, "Hull"});
    REQUIRE(whole);
    CHECK(whole->history == std::string("Kingston ") + name + " Hull");
  }
  CHECK(parsed({"--history", "Kingston", "upon", "Hul"}));  // a slip, which the index tells
  CHECK(parsed({"--history", "Nowhere", "neglect"}));
}

TEST_CASE("Help names unknown where a filter takes it") {
  const std::string help = parsed({"--help"})->information;
  std::string joined;
  for (char c : help)
    if (c != '\n' && !(c == ' ' && joined.ends_with(' ')))
      joined += c;
    else if (!joined.ends_with(' '))
      joined += ' ';
  for (const char* end : {"adequate, inadequate or unknown", "widespread-failings or unknown",
                          "care-leavers, other or unknown", "Yorkshire and The Humber or unknown"})
    CHECK(joined.find(end) != std::string::npos);
}

TEST_CASE("A filter option may be given twice") {
  auto options = parsed({"--authority", "someshire", "--authority=otherbury", "--grade", "ri"});
  REQUIRE(options);
  CHECK(options->request.filters ==
        std::vector<std::pair<std::string, std::string>>{
            {"authority", "someshire"}, {"authority", "otherbury"}, {"grade", "ri"}});
}

TEST_CASE("Counts alone are asked for by facets without results") {
  CHECK(parsed({"care", "--facets", "year", "-n", "0"})->output.only_counts);
  CHECK_FALSE(parsed({"care", "--facets", "year"})->output.only_counts);
  CHECK_FALSE(parsed({"care", "-n", "0"})->output.only_counts);
}

TEST_CASE("Facets are named by field or option, all or none") {
  auto facets = [](const char* list) {
    auto options = parsed({"care", "--facets", list});
    REQUIRE(options);
    CHECK(options->output.facet_bars);
    return options->request.facets;
  };
  CHECK(facets("type,standing-grade") == std::vector<std::string>{"visit_type", "standing_grade"});
  CHECK(facets("type, year,type") == std::vector<std::string>{"visit_type", "year"});
  CHECK(facets("visit_type") == std::vector<std::string>{"visit_type"});
  CHECK(facets("none").empty());
  CHECK(facets("all").size() > 8);
}

TEST_CASE("A mistake is a sentence that says what to do") {
  struct Case {
    std::vector<const char*> arguments;
    const char* error;
  };
  for (const Case& each : std::vector<Case>{
           {{"--autority", "x"}, "there is no option --autority; did you mean --authority?"},
           {{"--author", "x"}, "there is no option --author; did you mean --authority?"},
           {{"-x"},
            "there is no option -x; see: ofsearch --help; put a QUERY that begins with a dash "
            "behind --, as in: ofsearch -- -x"},
           {{"care", "--limit"}, "--limit needs a value; see: ofsearch --help"},
           {{"care", "--format="}, "--format needs a value; see: ofsearch --help"},
           {{"care", "--whole=yes"}, "--whole takes no value; see: ofsearch --help"},
           {{"care", "--limit=-1"},
            "--limit does not take \"-1\"; it takes a whole number from 0 to 100000, or all"},
           {{"care", "--sort", "new"},
            "--sort does not take \"new\"; did you mean newest? It takes relevance, newest, oldest "
            "or authority"},
           {{"care", "--format", "xml"},
            "--format does not take \"xml\"; it takes text, json, jsonl, csv, csv-excel, markdown "
            "or "
            "xlsx"},
           {{"care", "--from", "soon"},
            "--from does not take \"soon\"; write the date as in 2022, 2023-04, 2023-04-01, "
            "01/04/2023, April 2023, Q3 2023, today or \"1 week ago\""},
           {{"care", "--facets", "year,all"},
            "--facets takes all alone; or name the fields, with commas"},
           {{"--show", "1", "--similar", "2"},
            "--show and --similar exclude each other; give one of them"},
           {{"--open", "3", "--history", "Surrey"},
            "--history and --open exclude each other; give one of them"},
           {{"--outcomes", "neglect"},
            "--outcomes takes no words; filters select authorities, as in: ofsearch --outcomes "
            "--region London"},
           {{"--trend", "year", "--matrix", "year,type", "care"},
            "--matrix and --trend exclude each other; give one of them"},
           {{"--show", "1", "care", "--year", "2018"},
            "--show takes one report, and --year selects reports; leave it out; words, --section, "
            "--finding and --topic select in the report"},
           {{"--similar", "1", "care"},
            "--similar takes an id alone; leave out the query and the filters"},
           {{"--show", ""}, "--show needs an id; ids are printed with every result"},
           {{},
            "there is nothing to search for; give a query, as in: ofsearch private fostering; or a "
            "filter, as in: ofsearch --authority cumbria; see: ofsearch --help"},
           {{"--format", "json"},
            "there is nothing to search for; give a query, as in: ofsearch private fostering; or a "
            "filter, as in: ofsearch --authority cumbria; see: ofsearch --help"}}) {
    CHECK(error_of(each.arguments) == each.error);
  }
}

TEST_CASE("An option without a value is refused") {
  for (const char* option : {"--from", "--new-since", "--match", "--history", "--compare",
                             "--matrix", "--trend", "--show", "--format", "--width", "--db"}) {
    INFO(option);
    CHECK_FALSE(parsed({"care", option, ""}));
  }
}

TEST_CASE("What is asked for is told by the option that asks for it") {
  const auto asked = [](std::vector<const char*> arguments) {
    auto options = parsed(std::move(arguments));
    REQUIRE(options);
    return options->answer;
  };
  CHECK(asked({"care"}) == AskedFor::kResults);
  CHECK(asked({"--show", "a"}) == AskedFor::kShow);
  CHECK(asked({"--history", "Kent"}) == AskedFor::kHistory);
  CHECK(asked({"--since-last", "Kent"}) == AskedFor::kSinceLast);
  CHECK(asked({"--trend", "year"}) == AskedFor::kTrend);
  CHECK(asked({"--outcomes"}) == AskedFor::kOutcomes);
  CHECK(asked({"care", "--open", "2"}) == AskedFor::kOpen);
  CHECK_FALSE(parsed({"--open", "2"}));  // of no search
}

TEST_CASE("Every line of the help fits into 80 columns") {
  auto options = parsed({"--help"});
  REQUIRE(options);
  const std::string& help = options->information;
  for (size_t begin = 0; begin < help.size();) {
    size_t end = std::min(help.find('\n', begin), help.size());
    INFO(help.substr(begin, end - begin));
    CHECK(end - begin <= 80);
    begin = end + 1;
  }
  CHECK(help.size() > 2000);
}

}  // namespace
}  // namespace ofsearch
