#include "searcher/present/formatter.h"

#include "common/records/report_json.h"
#include "common/system/exit_status.h"
#include "tests/support/catch.h"
#include "tests/support/hostile_texts.h"
#include "tests/support/sample_index.h"
#include "tests/support/scarce_memory.h"
#include "tests/support/skipped.h"

#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <new>
#include <sstream>
#include <string>

namespace ofsearch {
namespace {

SearchResults one_hit(std::string text, Marks marks = {}) {
  SearchResults results;
  results.query = "late visits";
  results.searched = "late visits";
  results.total_reports = results.listed_reports = 1;
  results.total_passages = 1;
  ReportHit hit;
  hit.rank = 1;
  hit.score = 1.5;
  hit.report = test::sample_report("aaaaaaaaaa01", "Someshire", 2015, "sif", "inadequate", {});
  PassageHit passage;
  passage.passage = test::sample_passage(text);
  passage.passage.paragraph = "4";
  passage.passage.page = 2;
  passage.snippet = std::move(text);
  passage.marks = marks;
  passage.snippet_marks = std::move(marks);
  hit.passages.push_back(passage);
  results.hits.push_back(hit);
  return results;
}

std::string printed(const char* format, const SearchResults& results, OutputOptions options = {}) {
  std::ostringstream out;
  find_format(format)->results(results, options, out);
  return out.str();
}

// The text in the second CSV line, which an empty extract stands before and no topics behind.
std::string csv_text(const std::string& passage) {
  SearchResults results = one_hit(passage);
  results.hits[0].passages[0].snippet.clear();
  std::string line = printed("csv", results);
  line = line.substr(line.find("\r\n") + 2);
  std::string marker = ",neutral,0.000,,,,";
  line = line.substr(line.find(marker) + marker.size());
  return line.substr(0, line.size() - std::string(",,\r\n").size());
}

TEST_CASE("Every format has a name, and no other name has a format") {
  for (const std::string& name : format_names()) CHECK(find_format(name) != nullptr);
  CHECK(find_format("xml") == nullptr);
}

TEST_CASE("What was searched is told with what it leaves out, before the filters") {
  SearchResults results = one_hit("Visits were late.");
  results.not_counted = "without passages that find a strength";
  results.filters = {{"authority", {"Leeds"}, "authority Leeds"}};
  const std::string told = "late visits; without passages that find a strength; authority Leeds";
  CHECK(Json::parse(printed("json", results))["interpreted"] == told);
  CHECK(printed("text", results).find("searched: " + told.substr(0, 40)) != std::string::npos);
}

TEST_CASE("Marks that lie upon each other or beyond the text are left out, and no text with them") {
  auto itself = [](std::string_view text) { return std::string(text); };
  CHECK(marked("one two three", {{0, 3}, {2, 5}, {4, 7}}, "<", ">", itself) == "<one> <two> three");
  CHECK(marked("one two", {{4, 7}, {0, 3}}, "<", ">", itself) == "one <two>");
  CHECK(marked("one two", {{0, 3}, {4, 8}}, "<", ">", itself) == "<one> two");
  CHECK(marked("one two", {{20, 30}}, "<", ">", itself) == "one two");
}

TEST_CASE("Dates read as people say them") {
  struct Case {
    const char *start, *end, *words;
  };
  for (const Case& each : {Case{"2022-09-20", "2022-09-30", "20 to 30 September 2022"},
                           Case{"2022-09-20", "2022-10-01", "20 September to 1 October 2022"},
                           Case{"2021-12-30", "2022-01-05", "30 December 2021 to 5 January 2022"},
                           Case{"2022-09-20", "2022-09-20", "20 September 2022"}}) {
    Metadata metadata;
    metadata.inspection_start = each.start;
    metadata.inspection_end = each.end;
    CHECK(dates_words(metadata) == each.words);
  }
  Metadata metadata;
  CHECK(dates_words(metadata) == "date unknown");
  metadata.year = 2015;
  CHECK(dates_words(metadata) == "2015");
  metadata.published = "2015-03-01";
  CHECK(dates_words(metadata) == "published 1 March 2015");
}

TEST_CASE("A document without a grade says what stands in its place") {
  Metadata metadata;
  CHECK(grade_words(metadata) == "grade unknown");
  metadata.grade = "none";
  CHECK(grade_words(metadata) == "no grade awarded");
  metadata.standing_grade = "good";
  CHECK(grade_words(metadata) == "no grade awarded (standing grade: good)");
  metadata.send_outcome = "inconsistent";
  CHECK(grade_words(metadata) == "outcome: inconsistent");
}

TEST_CASE("The last columns are the topics of a passage and the finding of the one asked for") {
  const auto row = [](std::vector<PassageTopic> topics) {
    SearchResults results = one_hit("Caseloads are high.");
    results.hits[0].passages[0].topics = std::move(topics);
    const std::string csv = printed("csv", results);
    CHECK(csv.find(",text,topics,topic_finding\r\n") != std::string::npos);
    return csv.substr(csv.rfind("Caseloads are high.") + 19);
  };
  CHECK(row({}) == ",,\r\n");
  CHECK(row({{"caseloads", Finding::kWeakness}}) == ",caseloads,\r\n");
  CHECK(row({{"caseloads", Finding::kWeakness, true}, {"neglect", Finding::kMixed}}) ==
        ",caseloads;neglect,weakness\r\n");
  CHECK(row({{"caseloads", Finding::kWeakness, true}, {"neglect", Finding::kMixed, true}}) ==
        ",caseloads;neglect,caseloads:weakness;neglect:mixed\r\n");
}

TEST_CASE("JSON has the topics of a passage with what is found of each") {
  SearchResults results = one_hit("Caseloads are high.");
  results.hits[0].passages[0].topics = {{"neglect", Finding::kMixed},
                                        {"caseloads", Finding::kWeakness, true}};
  const Json passage = Json::parse(printed("json", results))["results"][0]["passages"][0];
  CHECK(passage["topics"] == Json({"neglect", "caseloads"}));
  CHECK(passage["topic_findings"] == Json({{"neglect", "mixed"}, {"caseloads", "weakness"}}));
  CHECK(passage["finding"] == "neutral");
}

TEST_CASE("A cell that a spreadsheet would take for a formula is defused") {
  CHECK(csv_text("=1+1") == "'=1+1");
  CHECK(csv_text("+44 is a number") == "'+44 is a number");
  CHECK(csv_text("-5 per cent") == "'-5 per cent");
  CHECK(csv_text("@home") == "'@home");
  CHECK(csv_text("\t=1") == "'\t=1");
  CHECK(csv_text("5 - 3 = 2") == "5 - 3 = 2");
}

TEST_CASE("CSV quotes commas, quotes and line ends as RFC 4180 says") {
  CHECK(csv_text("late, \"very\" late") == "\"late, \"\"very\"\" late\"");
  CHECK(csv_text("one\ntwo") == "\"one\ntwo\"");
  CHECK(csv_text("plain") == "plain");
}

TEST_CASE("JSON marks with b and escapes the passage's own signs") {
  Json json = Json::parse(printed("json", one_hit("Visits <5 & late", {{0, 6}})));
  CHECK(json["version"] == 1);
  CHECK(json["total"]["reports"] == 1);
  CHECK(json["results"][0]["passages"][0]["snippet"] == "<b>Visits</b> &lt;5 &amp; late");
  CHECK(json["results"][0]["passages"][0]["text"] == "Visits <5 & late");
  CHECK(json["results"][0]["passages"][0]["paragraph"] == "4");
  CHECK(json["suggestion"].is_null());
}

TEST_CASE("Bytes that are not UTF-8 do not break the JSON") {
  CHECK(Json::accept(printed("json", one_hit("Visits \xff late"))));
}

TEST_CASE("JSON Lines are one object a result and nothing else") {
  std::string lines = printed("jsonl", one_hit("Visits are late."));
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
  CHECK(Json::parse(lines)["rank"] == 1);
}

TEST_CASE("A year is a number in JSON facets, and unknown a word") {
  SearchResults results = one_hit("Visits are late.");
  results.facets = {{"year", {{"2015", 1, true}, {"unknown", 2, false}}}};
  Json year = Json::parse(printed("json", results))["facets"]["year"];
  CHECK(year[0]["value"] == 2015);
  CHECK(year[0]["selected"] == true);
  CHECK(year[1]["value"] == "unknown");
}

TEST_CASE("Markdown escapes its own signs, cites in full and attributes once") {
  std::string text = printed("markdown", one_hit("Visits *are* [late]", {{0, 6}}));
  CHECK(text.find("> **Visits** \\*are\\* \\[late\\]\n>\n> — Someshire, single inspection (SIF), "
                  "15 June 2015, section “Findings”, paragraph 4, page 2 (aaaaaaaaaa01.txt)") !=
        std::string::npos);
  size_t first = text.find("Open Government Licence");
  CHECK(first != std::string::npos);
  CHECK(text.find("Open Government Licence", first + 1) == std::string::npos);
}

TEST_CASE("A path with control characters keeps to its line and commands no terminal") {
  SearchResults results = one_hit("Visits are late.");
  results.hits[0].report.path = "a\nb\033[31m\u009Bc.txt";
  for (const char* format : {"text", "markdown"}) {
    std::string text = printed(format, results);
    INFO(text);
    CHECK(text.find("\\x0Ab") != std::string::npos);
    CHECK(text.find('\033') == std::string::npos);
    CHECK(text.find("\u009B") == std::string::npos);
  }
}

TEST_CASE("Text has colours only where they are asked for") {
  SearchResults results = one_hit("Visits are late.", {{0, 6}});
  CHECK(printed("text", results).find('\033') == std::string::npos);
  OutputOptions colour;
  colour.colour = true;
  CHECK(printed("text", results, colour).find("\033[1;33mVisits\033[0m") != std::string::npos);
}

TEST_CASE("Text keeps to the width, and escape sequences take no column") {
  std::string text(300, 'x');
  for (size_t i = 7; i < text.size(); i += 8) text[i] = ' ';
  for (bool colour : {false, true})
    for (size_t width : {40U, 80U}) {
      OutputOptions options;
      options.colour = colour;
      options.width = width;
      std::istringstream lines(printed("text", one_hit(text, {{0, 7}, {16, 23}}), options));
      for (std::string line; std::getline(lines, line);) {
        size_t taken = 0;
        for (size_t i = 0; i < line.size(); ++i) {
          if (line[i] == '\033')
            i = line.find('m', i);
          else
            taken += (static_cast<unsigned char>(line[i]) & 0xC0) != 0x80 ? 1 : 0;
        }
        INFO(line);
        CHECK(taken <= width);
      }
    }
}

TEST_CASE("Filters alone print a table, and nothing found says so") {
  SearchResults results = one_hit("");
  results.hits.front().passages.clear();
  CHECK(printed("text", results).find("inspected   authority  type               grade") == 0);
  results.hits.clear();
  results.total_reports = results.total_passages = 0;
  results.notices = {"without year 2010: 3 reports match"};
  CHECK(printed("text", results) ==
        "nothing found\nsearched: late visits\nnote: without year 2010: 3 reports match\n");
}

TEST_CASE("Facets are a line each, or bars where they were asked for") {
  SearchResults results = one_hit("Visits are late.");
  results.facets = {{"visit_type", {{"sif", 4, true}, {"jtai", 2, false}}}};
  CHECK(printed("text", results).find("type  *sif (4), jtai (2)\n") != std::string::npos);
  OutputOptions bars;
  bars.facet_bars = true;
  CHECK(printed("text", results, bars).find("type (reports)\n  * sif       4 ▇▇") !=
        std::string::npos);
}

TEST_CASE("More results are announced with the option that shows them") {
  SearchResults results = one_hit("Visits are late.");
  results.total_reports = results.listed_reports = 3;
  CHECK(printed("text", results).find("3 reports, 1 passage (number 1 shown; more: --offset 1)") !=
        std::string::npos);
}

TEST_CASE("Reports with only some of the query are counted apart among those shown") {
  SearchResults results = one_hit("Visits are late.");
  results.listed_reports = 5;
  results.hits.push_back(results.hits.front());
  results.hits.back().rank = 2;
  results.hits.back().some = true;
  CHECK(printed("text", results)
            .find("1 report, 1 passage (number 1 shown, then 1 with only some of it; more:") !=
        std::string::npos);
  results.total_reports = 2;
  CHECK(printed("markdown", results).find("2 reports, 1 passage, of which 1 report shown.") !=
        std::string::npos);
  results.total_reports = 1;
  results.listed_reports = 2;
  CHECK(printed("text", results)
            .find("1 report, 1 passage (number 1 shown, then 1 with only some of it)") !=
        std::string::npos);
  results.hits.erase(results.hits.begin());
  CHECK(printed("text", results).find("1 report, 1 passage (1 with only some of it shown)") !=
        std::string::npos);
}

TEST_CASE("A whole report is printed in every format") {
  Report report = test::sample_report(
      "aaaaaaaaaa01", "Someshire", 2015, "sif", "inadequate",
      {test::sample_passage("Visits are late."), test::sample_passage("Homes are warm.")});
  for (const std::string& name : format_names()) {
    std::ostringstream out;
    find_format(name)->report(report, {}, out);
    INFO(name);
    if (find_format(name)->is_binary) {
      CHECK(out.str().starts_with("PK"));  // a packed file
      continue;
    }
    CHECK(out.str().find("Visits are late.") != std::string::npos);
    CHECK(out.str().find("Homes are warm.") != std::string::npos);
  }
}

}  // namespace
TEST_CASE("Every sign that HTML and Markdown take for their own is escaped") {
  CHECK(html_escaped("<a href=\"x\">R&D</a>") == "&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;");
  std::string markdown = printed("markdown", one_hit("`a` <b> *c* _d_ [e] #f |g \\h"));
  CHECK(markdown.find("\\`a\\` \\<b\\> \\*c\\* \\_d\\_ \\[e\\] \\#f \\|g \\\\h") !=
        std::string::npos);
}

// Every text of an answer is of others.
Report hostile_report(const std::string& text) {
  Report report = test::sample_report("aaaaaaaaaa01", "Someshire", 2015, "sif", "inadequate", {});
  report.id = report.path = text;
  Metadata& m = report.metadata;
  m.kind = m.authority = m.authority_code = m.region = m.visit_type = m.grade = m.title = text;
  m.inspection_start = m.inspection_end = m.published = text;
  m.standing_grade = m.send_outcome = m.focus = m.lead_inspector = text;
  m.judgements = {{"leaders", text}, {text, text}};
  m.evidence = {{"title", {text, 1, text}}};
  m.warnings = {text};
  Passage passage = test::sample_passage(text);
  passage.section = passage.paragraph = passage.section_grade = text;
  report.passages = {passage};
  return report;
}

SearchResults hostile_results(const std::string& text, bool with_passages) {
  SearchResults results;
  results.query = results.searched = text;
  results.explanation = results.notices = results.missing_shards = {text};
  results.suggestion = text;
  results.total_reports = results.total_passages = 1;
  ReportHit hit;
  hit.rank = 1;
  hit.report = hostile_report(text);
  hit.shared_words = {text};
  if (!with_passages) hit.shared_words.clear();
  PassageHit passage;
  passage.passage = hit.report.passages.front();
  passage.snippet = text;
  if (with_passages) hit.passages.push_back(passage);
  results.hits.push_back(hit);
  results.facets = {{"grade", {{text, 1, false}}}};
  return results;
}

Table hostile_table(const std::string& text) {
  Table table;
  table.title = text;
  table.columns = {{"a", "a"}, {"b", "b"}};
  table.rows = {{text, {text_cell(text), text_cell(text)}}};
  table.notes = {text};
  return table;
}

TEST_CASE("nothing that an answer quotes commands a terminal, in any format") {
  for (std::string_view text : test::kHostileTexts)
    for (const std::string& format : format_names()) {
      if (find_format(format)->is_binary) continue;
      INFO(format);
      for (bool with_passages : {true, false})
        for (bool bars : {true, false}) {
          OutputOptions options;
          options.facet_bars = bars;
          SearchResults results = hostile_results(std::string(text), with_passages);
          CHECK(test::first_command(printed(format.c_str(), results, options)) == 0);
        }
      std::ostringstream out;
      find_format(format)->report(hostile_report(std::string(text)), {}, out);
      find_format(format)->table(hostile_table(std::string(text)), {}, out);
      CHECK(test::first_command(out.str()) == 0);
    }
}

// Whatever request for memory fails, `print` throws std::bad_alloc, or `out` tells it, or the
// program ends with a sentence (last_words.h), where the library needs memory to give memory back.
void run_short_of_memory(const std::function<void(std::ostream&)>& print) {
  if (!test::kCanRefuse) return test::skip("a sanitizer gives memory here");
  std::ostringstream whole;
  print(whole);
  constexpr int kOver = 100, kWrong = 101;
  int status = 0;
  size_t refused = 0;
  for (; status != kOver; ++refused) {
    pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      for (int signal : {SIGSEGV, SIGABRT}) std::signal(signal, SIG_DFL);
      ::close(STDERR_FILENO);
      std::ostringstream out;
      bool told = false;
      test::refuse_memory_after(refused);
      try {
        print(out);
        told = !out.good();
      } catch (const std::bad_alloc&) {
        told = true;
      }
      if (!test::give_memory()) ::_exit(kOver);
      ::_exit(told || out.str() == whole.str() ? 0 : kWrong);
    }
    int ended = 0;
    REQUIRE(::waitpid(child, &ended, 0) == child);
    INFO("request " << refused << " failed, status " << ended);
    REQUIRE(WIFEXITED(ended));
    status = WEXITSTATUS(ended);
    REQUIRE((status == 0 || status == kOver || status == kExitIndex));
  }
  CHECK(refused > 10);
}

TEST_CASE("A partial table says so in every format that has notes") {
  Table table = hostile_table("x");
  table.missing_shards = {"host:1"};
  for (const char* name : {"text", "markdown", "json"}) {
    std::ostringstream out;
    find_format(name)->table(table, {}, out);
    const std::string wanted = std::string_view(name) == "json"
                                   ? "\"missing_shards\":[\"host:1\"]"
                                   : "this answer is partial: the shard host:1 is down";
    CHECK(out.str().find(wanted) != std::string::npos);
  }
  std::ostringstream whole;
  find_format("json")->table(hostile_table("x"), {}, whole);
  CHECK(whole.str().find("missing_shards") == std::string::npos);
}

TEST_CASE("Missing memory is told while JSON is written, and crashes nothing") {
  const SearchResults results = one_hit("Visits were late.");
  for (const char* name : {"json", "jsonl"}) {
    const OutputFormat* format = find_format(name);
    run_short_of_memory([&](std::ostream& out) { format->results(results, {}, out); });
    run_short_of_memory(
        [&](std::ostream& out) { format->report(results.hits[0].report, {}, out); });
    run_short_of_memory([&](std::ostream& out) { format->table(hostile_table("x"), {}, out); });
  }
}

}  // namespace ofsearch
