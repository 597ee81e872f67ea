#include "indexer/readers/markup/markup.h"

#include "indexer/readers/markup/markup_tables.h"
#include "indexer/readers/reader.h"
#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

// Headings as "h2 text", items as "- text", else the text; cells parted by " | ".
std::string read(std::string_view bytes) {
  Result<ReaderOutput> document = read_text(bytes, {});
  if (!document) return "error: " + document.error().message;
  std::string all;
  for (const Line& line : document->pages[0].lines) {
    if (line.heading_level > 0) all += "h" + std::to_string(line.heading_level) + " ";
    if (line.list_item) all += "- ";
    for (char c : line.text) all += c == '\t' ? std::string(" | ") : std::string(1, c);
    all += '\n';
  }
  return all;
}

constexpr const char* kReport =
    "h1 Inspection of Loamshire\n"
    "Inspection dates: 4 to 15 March 2024\n"
    "Judgement | Grade\n"
    "Help and protection | Good\n"
    "Children in care | Requires improvement\n"
    "h2 What needs to improve\n"
    "- The reviews of plans.\n"
    "1. Children are seen.\n"
    "2. Plans are clear.\n";

}  // namespace

TEST_CASE("reStructuredText is read as what it says", "[markup]") {
  CHECK(read(R"(Inspection of Loamshire
=======================

**Inspection dates:** 4 to 15 March 2024

+---------------------+-------------+
| Judgement           | Grade       |
+=====================+=============+
| Help and protection | Good        |
+---------------------+-------------+
| Children in         | Requires    |
| care                | improvement |
+---------------------+-------------+

.. _needs:

What needs to improve
---------------------

-  The reviews of plans.

#. Children are seen.
#. Plans are clear.
)") == kReport);
  CHECK(read(".. container::\n   :name: page1\n\n   .. rubric:: Dear\n      Ms Brook\n"
             "      :name: dear\n\n   .. rubric:: Plans are clear\n") ==
        "h3 Dear Ms Brook\nh3 Plans are clear\n");
}

TEST_CASE("Org is read as what it says", "[markup]") {
  CHECK(read(R"(#+title: Inspection of Loamshire

*Inspection dates:* 4 to 15 March 2024

| Judgement           | Grade                |
|---------------------+----------------------|
| Help and protection | Good                 |
| Children in care    | Requires improvement |

** What needs
to improve
   :PROPERTIES:
   :CUSTOM_ID: what
   :END:
- The reviews of plans.

1. Children are seen.
2. Plans are clear.
)") == kReport);
}

TEST_CASE("MediaWiki and DokuWiki are read as what they say", "[markup]") {
  CHECK(read(R"(<span id="x"></span>
= Inspection of Loamshire =

'''Inspection dates:''' 4 to 15 March 2024

{| class="wikitable"
! Judgement
! scope="col" | Grade
|-
| Help and protection || Good
|-
| Children in care
| '''Requires'''
improvement
|}

== What needs to improve ==

* The reviews of plans.

# Children are seen.
# Plans are clear.
)") == kReport);
  CHECK(read("====== Inspection ======\n\n===== Plans =====\n\n^ Judgement ^ Grade ^\n| Help | "
             "Good |\n"
             "  - One.\n") == "h6 Inspection\nh5 Plans\nJudgement | Grade\nHelp | Good\n1. One.\n");
}

TEST_CASE("AsciiDoc is read as what it says", "[markup]") {
  CHECK(read(R"(= Inspection of Loamshire

*Inspection dates:* 4 to 15 March 2024

[cols=",",options="header",]
|===
|Judgement |Grade
|Help and protection |Good

|Children in care
|Requires
improvement
|===

[[needs]]
== What needs to improve

* The reviews of plans.

. Children are seen.
. Plans are clear.
)") == kReport);
}

TEST_CASE("Textile and Jira are read as what they say", "[markup]") {
  CHECK(read(R"(h1(#x). Inspection of Loamshire

*Inspection dates:* 4 to 15 March 2024

|_. Judgement|_. Grade|
|Help and protection|Good|
|\2. Children in care|Requires improvement|

h2. {anchor:y}What needs to improve

* The reviews of plans.

# Children are seen.
# Plans are clear.
)") == kReport);
}

TEST_CASE("emphasis around a dash in Textile is none of the text", "[markup]") {
  CHECK(read("h1. *Loamshire*\n\nh2. *Inspection dates: 4 March* * - * *15 March 2024*\n") ==
        "h1 Loamshire\nh2 Inspection dates: 4 March - 15 March 2024\n");
}

TEST_CASE("roff is read as what it says", "[markup]") {
  CHECK(read(R"(.\" a comment
.TH "INSPECTION" 1
.SH \f[B]Inspection of Loamshire\f[R]
.PP
\fBInspection dates:\fR 4 to 15 March 2024
.PP
.TS
tab(@);
l l.
T{
Judgement
T}@T{
Grade
T}
_
T{
Help and protection
T}@T{
Good
T}
Children in care@Requires improvement
.TE
.SS "What needs to improve"
.IP \[bu] 2
The reviews of plans.
.IP "1." 3
Children are seen.
.IP "2." 3
Plans are clear.
)") == kReport);
  CHECK(read(".SH M\\['a]ire\n.PP\nR\\(:osch and \\[,c] are \\[Foo]\n") ==
        "h1 M\u00E1ire\nR\u00F6sch and \u00E7 are \uFFFD\n");
  CHECK(read(".SH Plans\n.PP\nThe board\\[cq]s plan\\[em]4\\[en]5 pages\\(em\\-is \\s+1clear\\s0: "
             "\\[u00A3]5\\ a day\\&.\n.SS\nNext\n.SS \\f[B]\\f[R]\n.B Bold\n.unknown request\n") ==
        "h1 Plans\nThe board\u2019s plan\u20144\u20135 pages\u2014-is clear: \u00A35 a day.\n"
        "h2 Next\nBold\n");
}

TEST_CASE("a tick in a table of Markdown is the grade above it", "[markup]") {
  CHECK(read("# Loamshire\n\n# Judgements\n\n"
             "| Judgement | Good | Requires improvement | Inadequate |\n|---|:-:|:-:|:-:|\n"
             "| **Leaders** | | | X |\n| Help | [x] | [ ] | [ ] |\n| Care | | \u2713 | |\n") ==
        "h1 Loamshire\nh1 Judgements\nJudgement / Good / Requires improvement / Inadequate\n"
        "Leaders | Inadequate\nHelp | Good\nCare | Requires improvement\n");
}

TEST_CASE("tables in HTML among Markdown keep their rows", "[markup]") {
  CHECK(read("# Inspection of Loamshire\n\n<table>\n<tr class=\"a\"><td>Help and\nprotection</td>\n"
             "<td>Good</td></tr>\n</table>\n\n# Plans<a id=\"x\"></a>\n\nThey are<br/>clear, 2 < "
             "3.\n") ==
        "h1 Inspection of Loamshire\nHelp and protection | Good\nh1 Plans\n"
        "They are clear, 2 < 3.\n");
}

TEST_CASE("text without markup stays as it is", "[markup]") {
  CHECK_FALSE(as_markdown("Dear Ms Brook\n\nPlans are clear.\n== not a heading\n"));
  CHECK_FALSE(as_markdown("Total\n=====\n\n5 + 3\n"));
  CHECK(with_plain_rows("a\n+---+\nb\n") == "a\n+---+\nb\n");
  CHECK(with_plain_rows("<table>\nnever closed\n") == "<table>\nnever closed\n");
}

}  // namespace ofsearch
