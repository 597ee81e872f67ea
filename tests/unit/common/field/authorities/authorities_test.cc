#include "common/field/authorities/authorities.h"

#include "common/dates/date.h"
#include "common/system/embedded_data.h"
#include "tests/support/catch.h"

#include <map>
#include <set>
#include <string>

namespace ofsearch {
namespace {

constexpr const char* kHeader =
    "code\tname\tregion\tfrom\tto\tother_names\ttyped_names\tnot_in\tpredecessors\n";

const Authorities& table() {
  return Authorities::builtin();
}

std::string name_of(const Authority* authority) {
  return authority ? authority->name : "none";
}

std::string joined(const std::vector<const Authority*>& authorities) {
  std::set<std::string> names;
  for (const Authority* each : authorities) names.insert(each->name);
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : "; ") + name;
  return all;
}

std::string mentioned(std::string_view text) {
  std::string all;
  for (const auto& mention : table().mentions(text))
    all += (all.empty() ? "" : "; ") + mention.authority->name;
  return all;
}

std::string error_of(const std::string& rows) {
  const auto parsed = Authorities::parse(kHeader + rows, "places.tsv");
  return parsed ? "" : parsed.error().message;
}

struct Case {
  const char* text;
  const char* expected;
};

}  // namespace

// ---- The table ----------------------------------------------------------------------------

TEST_CASE("the table compiled in is sound", "[authorities]") {
  const auto parsed = Authorities::parse(embedded_data("authorities.tsv"), "authorities.tsv");
  INFO((parsed ? "" : parsed.error().text()));
  REQUIRE(parsed);
  CHECK(parsed->all().size() == table().all().size());
}

TEST_CASE("today's 153 authorities are there, by region", "[authorities]") {
  std::map<std::string, int> count;
  for (const Authority& each : table().all()) {
    const bool begun = !each.from || *each.from <= "2026-01-01";
    const bool ended = each.to && *each.to < "2026-01-01";
    if (begun && !ended) ++count[each.region];
  }
  // Office for National Statistics, upper tier local authorities by region, 2023.
  const std::map<std::string, int> expected = {
      {"North East", 12},    {"North West", 24},    {"Yorkshire and The Humber", 15},
      {"East Midlands", 10}, {"West Midlands", 14}, {"East of England", 11},
      {"London", 33},        {"South East", 19},    {"South West", 15}};
  CHECK(count == expected);
  int all = 0;
  for (const auto& [region, number] : count) all += number;
  CHECK(all == 153);
}

TEST_CASE("codes of today are of the kinds that an authority may have", "[authorities]") {
  std::map<std::string, int> kinds;
  for (const Authority& each : table().all()) {
    if (each.code.empty()) CHECK(each.from > std::optional<std::string>("2026-01-01"));
    if (!each.to || *each.to > "2026-01-01") ++kinds[each.code.substr(0, 3)];
  }
  // 63 unitary (with the Isles of Scilly), 36 metropolitan, 33 London, 21 counties, 2 to come.
  CHECK(kinds ==
        std::map<std::string, int>{{"", 2}, {"E06", 63}, {"E08", 36}, {"E09", 33}, {"E10", 21}});
}

// ---- Names --------------------------------------------------------------------------------

TEST_CASE("names are the same without titles, punctuation, capitals and \"and\"", "[authorities]") {
  const std::vector<Case> cases = {
      {"Sutton", "sutton"},
      {"London Borough of Sutton", "sutton"},
      {"the London Borough of Sutton Council", "sutton"},
      {"Sutton London Borough Council", "sutton"},
      {"Royal Borough of Kingston upon Thames", "kingston upon thames"},
      {"Metropolitan Borough of Solihull", "solihull"},
      {"City of Bradford Metropolitan District Council", "bradford"},
      {"Bristol, City of", "bristol"},
      {"Herefordshire, County of", "herefordshire"},
      {"County Durham", "durham"},
      {"DURHAM COUNTY COUNCIL", "durham"},
      {"Council of the Isles of Scilly", "isles of scilly"},
      {"St. Helens", "st helens"},
      {"St Helen's", "st helens"},
      {"St Helen\xE2\x80\x99s", "st helens"},
      {"Stockton-on-Tees", "stockton on tees"},
      {"Telford & Wrekin", "telford wrekin"},
      {"Telford and Wrekin Council", "telford wrekin"},
      {"  Bath &  North East Somerset ", "bath north east somerset"},
      {"City of London", "city of london"},
      {"The City of London", "city of london"},
      {"London", "london"},
      {"City Council", "city council"},
      {"", ""},
      {" -- ", ""}};
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(normalise_authority_name(each.text) == each.expected);
  }
}

TEST_CASE("authorities are found under every usual name", "[authorities]") {
  const std::vector<Case> cases = {
      {"cumbria", "Cumbria"},
      {"Hull", "Kingston upon Hull"},
      {"Kingston upon Hull, City of", "Kingston upon Hull"},
      {"City of Kingston-upon-Hull", "Kingston upon Hull"},
      {"Bristol, City of", "Bristol"},
      {"county durham", "Durham"},
      {"Leicester", "Leicester"},
      {"Leicester City Council", "Leicester"},
      {"Leicestershire County Council", "Leicestershire"},
      {"Derby", "Derby"},
      {"Derbyshire", "Derbyshire"},
      {"Nottingham City", "Nottingham"},
      {"City of York Council", "York"},
      {"City of Westminster", "Westminster"},
      {"City of London", "City of London"},
      {"city of london corporation", "City of London"},
      {"London", "none"},
      {"Greater London", "none"},
      {"BCP Council", "Bournemouth, Christchurch and Poole"},
      {"Bournemouth Christchurch & Poole", "Bournemouth, Christchurch and Poole"},
      {"Poole", "Poole"},
      {"Royal Borough of Windsor & Maidenhead", "Windsor and Maidenhead"},
      {"B&NES", "Bath and North East Somerset"},
      {"Birmingham Children\xE2\x80\x99s Trust", "Birmingham"},
      {"Birmingham Children's Trust", "Birmingham"},
      {"Bradford Children & Families Trust", "Bradford"},
      {"Together for Children Sunderland", "Sunderland"},
      {"Achieving for Children", "none"},
      {"Southend", "Southend-on-Sea"},
      {"Southend-on-Sea City Council", "Southend-on-Sea"},
      {"St. Helens", "St Helens"},
      {"Yorkshire", "none"},
      {"", "none"}};
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(name_of(table().find(each.text)) == each.expected);
  }
}

TEST_CASE("every name in the table finds its authority", "[authorities]") {
  for (const Authority& each : table().all()) {
    const std::string day = each.to ? *each.to : each.from ? *each.from : "2020-06-01";
    std::vector<std::string> names = {each.name, each.name + " Council"};
    names.insert(names.end(), each.other_names.begin(), each.other_names.end());
    names.insert(names.end(), each.typed_names.begin(), each.typed_names.end());
    for (const std::string& name : names) {
      INFO(name);
      CHECK(table().find(name, day) == &each);
    }
  }
}

TEST_CASE("of authorities of one name the date decides", "[authorities]") {
  REQUIRE(table().find("Dorset"));
  CHECK(table().find("Dorset")->code == "E06000059");
  CHECK(table().find("Dorset", "2016-05-01")->code == "E10000009");
  CHECK(table().find("Dorset", "2019-03-31")->code == "E10000009");
  CHECK(table().find("Dorset", "2019-04-01")->code == "E06000059");
  CHECK(name_of(table().find("Cumbria", "2025-01-01")) == "Cumbria");
  const auto old_dorset = table().mentions("Dorset County Council", "2016-05-01");
  REQUIRE(old_dorset.size() == 1);
  CHECK(old_dorset[0].authority->code == "E10000009");
}

// ---- Running text -------------------------------------------------------------------------

TEST_CASE("authorities are found in running text", "[authorities]") {
  const std::vector<Case> cases = {
      {"Inspection of Surrey local authority children's services", "Surrey"},
      {"INSPECTION OF SURREY COUNTY COUNCIL", "Surrey"},
      {"Surrey's leaders, and Surrey\xE2\x80\x99s children", "Surrey; Surrey"},
      {"North East Lincolnshire", "North East Lincolnshire"},
      {"Lincolnshire and North Lincolnshire", "Lincolnshire; North Lincolnshire"},
      {"Bournemouth, Christchurch and Poole", "Bournemouth, Christchurch and Poole"},
      {"Bournemouth Christchurch & Poole Council", "Bournemouth, Christchurch and Poole"},
      {"Bournemouth, Poole and Dorset", "Bournemouth; Poole; Dorset"},
      {"Leicester and Leicestershire", "Leicester; Leicestershire"},
      {"Derbyshire", "Derbyshire"},
      {"Kingston upon\nHull City Council", "Kingston upon Hull"},
      {"Kingston-upon-Hull", "Kingston upon Hull"},
      {"Stockton-\non-Tees", "Stockton-on-Tees"},
      {"Stoke\xE2\x80\x91on\xE2\x80\x91Trent", "Stoke-on-Trent"},
      {"Hull City Council", "Kingston upon Hull"},
      {"Telford&Wrekin", "Telford and Wrekin"},
      {"St. Helens and St Helens", "St Helens; St Helens"},
      {"in the City of London", "City of London"},
      {"the City of London Corporation", "City of London"},
      {"in London", ""},
      {"Royal Borough of Kensington and Chelsea", "Kensington and Chelsea"},
      {"Royal Borough of Kingston upon Thames", "Kingston upon Thames"},
      {"Royal Borough of Kingston", "Kingston upon Thames"},
      {"Isle\xC2\xA0of\xC2\xA0Wight", "Isle of Wight"},
      {"Birmingham Children\xE2\x80\x99s Trust", "Birmingham"},
      {"Cheshire West and Chester", "Cheshire West and Chester"},
      {"Newcastle upon Tyne City Council", "Newcastle upon Tyne"},
      {"West Sussex and East Sussex", "West Sussex; East Sussex"},
      {"South West\nDevon County Council", "Devon"},
      {"Reading Borough Council", "Reading"},
      {"children in Reading said", "Reading"},
      {"Reading\nInspection", "Reading"},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(mentioned(each.text) == each.expected);
  }
}

TEST_CASE("a compass word may be short, with a stop or without", "[authorities]") {
  const std::vector<Case> cases = {
      {"Inspection of N.E. Lincolnshire local authority", "North East Lincolnshire"},
      {"NE Lincolnshire and N. E. Lincolnshire",
       "North East Lincolnshire; North East Lincolnshire"},
      {"N E Lincolnshire, N. Lincolnshire, N Lincolnshire",
       "North East Lincolnshire; North Lincolnshire; North Lincolnshire"},
      {"S. Gloucestershire, S Gloucestershire and Sth Gloucestershire",
       "South Gloucestershire; South Gloucestershire; South Gloucestershire"},
      {"N.\nSomerset Council", "North Somerset"},
      {"Bath & N.E. Somerset", "Bath and North East Somerset"},
      {"W. Northamptonshire and Nth Northamptonshire",
       "West Northamptonshire; North Northamptonshire"},
      {"C. Bedfordshire", "Central Bedfordshire"},
      {"S. Tyneside", "South Tyneside"},
      {"Cheshire W. and Chester", "Cheshire West and Chester"},
      {"St. Helen's and St Helen\xE2\x80\x99s Council", "St Helens; St Helens"},
      {"Co. Durham", "Durham"},
      // Of a district, or of no authority.
      {"N.W. Leicestershire and S. Kent", ""},
      {"Surrey Heath Borough", ""},
      {"Staffordshire Moorlands", ""},
      {"MPs in Westminster, and Westminster MPs in Westminster Hall", ""},
      {"Families in Westminster", "Westminster"},
      // A stop behind a whole word, and a comma, end a name's part.
      {"in the North. Lincolnshire said", "Lincolnshire"},
      {"towards N, Lincolnshire", "Lincolnshire"},
      {"Cheshire E", "Cheshire"},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(mentioned(each.text) == each.expected);
  }
}

TEST_CASE("people type short compass words", "[authorities]") {
  const std::vector<Case> cases = {{"NE Lincolnshire", "North East Lincolnshire"},
                                   {"N.E. Lincs", "North East Lincolnshire"},
                                   {"n lincolnshire", "North Lincolnshire"},
                                   {"s gloucestershire", "South Gloucestershire"},
                                   {"N Somerset", "North Somerset"},
                                   {"bath & n.e. somerset", "Bath and North East Somerset"},
                                   {"c bedfordshire", "Central Bedfordshire"},
                                   {"Co. Durham", "Durham"},
                                   {"s lincolnshire", "none"},
                                   {"e kent", "none"}};
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(name_of(table().find(each.text)) == each.expected);
  }
}

TEST_CASE("a combined authority is none of the councils in its name", "[authorities]") {
  const std::vector<Case> cases = {
      {"Hull and East Yorkshire Combined Authority", ""},
      {"Devon and Torbay Combined County Authority", ""},
      {"the York and North Yorkshire Combined Authority", ""},
      {"Leeds and Bradford are in the West Yorkshire Combined Authority", "Leeds; Bradford"},
      {"Hull and East Riding combined their services",
       "Kingston upon Hull; East Riding of Yorkshire"},
      {"Devon and Torbay", "Devon; Torbay"}};
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(mentioned(each.text) == each.expected);
  }
}

TEST_CASE("what only looks like an authority's name is none", "[authorities]") {
  const std::vector<Case> cases = {
      {"reading, bury and poole", ""},
      {"Reading to children every day helps.", ""},
      {"They listen. Reading together is a joy", ""},
      {"Greater Manchester", ""},
      {"Greater\nManchester Combined Authority", ""},
      {"Bury St Edmunds", ""},
      {"Bradford-on-Avon", ""},
      {"Northamptonshire Children\xE2\x80\x99s Trust", ""},
      {"Surrey Police and Kent police", ""},
      {"Cheshire Constabulary", ""},
      {"10 Derby Road", ""},
      {"1 High Street, Manchester M1 1AA", ""},
      {"Leeds,\nLS12 1AA", ""},
      {"the Southwark judgement", ""},
      {"Leeds 2019", "Leeds"},
      {"Southampton University Hospitals", ""},
      {"Mid Devon and West Lancashire", ""},
      {"Derbyshires", ""},
      {"MacKent", ""},
      {"North. Somerset said", "Somerset"},
      {"in the North, Somerset", "Somerset"},
      {"Barking \xE2\x80\x93 and Dagenham", ""},
      {"", ""},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(mentioned(each.text) == each.expected);
  }
}

TEST_CASE("a mention's bytes are the printed name", "[authorities]") {
  const std::string text = "\xE2\x80\x9CThe Royal Borough of Kensington\n & Chelsea\xE2\x80\x9D";
  const auto mentions = table().mentions(text);
  REQUIRE(mentions.size() == 1);
  CHECK(text.substr(mentions[0].begin, mentions[0].end - mentions[0].begin) ==
        "Kensington\n & Chelsea");
}

TEST_CASE("text of any bytes is read without harm, and mentions do not overlap", "[authorities]") {
  const std::string pieces[] = {
      "Kingston", "upon",  "Hull", "Thames",       " ",        "\n",   "-",
      "&",        ",",     ".",    "\xC2",         "\xE2\x80", "\xC3", "St",
      "Helens",   "North", "East", "Lincolnshire", "Police",   "M1",   "\xE2\x80\x99",
      "s",        "and",   "Leeds"};
  unsigned state = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 14; ++i) {
      state = state * 1103515245u + 12345u;
      text += pieces[(state >> 16) % std::size(pieces)];
    }
    size_t last = 0;
    for (const auto& mention : table().mentions(text)) {
      CHECK(mention.begin >= last);
      CHECK(mention.begin < mention.end);
      CHECK(mention.end <= text.size());
      last = mention.end;
    }
  }
}

// ---- Reorganisations ----------------------------------------------------------------------

TEST_CASE("predecessors and successors follow the reorganisations", "[authorities]") {
  struct Change {
    const char* earlier;
    const char* later;
  };
  for (const Change& each :
       {Change{"Cumbria", "Cumberland; Westmorland and Furness"},
        Change{"Northamptonshire", "North Northamptonshire; West Northamptonshire"},
        Change{"Bedfordshire", "Bedford; Central Bedfordshire"},
        Change{"Cheshire", "Cheshire East; Cheshire West and Chester"},
        Change{"Poole", "Bournemouth, Christchurch and Poole"},
        Change{"Surrey", "East Surrey; West Surrey"}, Change{"Kent", ""}}) {
    INFO(each.earlier);
    CHECK(joined(table().successors(*table().find(each.earlier))) == each.later);
  }
  CHECK(joined(table().predecessors_of(*table().find("Cumberland"))) == "Cumbria");
  CHECK(joined(table().predecessors_of(*table().find("BCP"))) == "Bournemouth; Dorset; Poole");
  CHECK(joined(table().predecessors_of(*table().find("Kent"))).empty());
  const auto old_dorset = table().predecessors_of(*table().find("Dorset"));
  REQUIRE(old_dorset.size() == 1);
  CHECK(old_dorset[0]->code == "E10000009");
  CHECK(joined(table().successors(*old_dorset[0])) ==
        "Bournemouth, Christchurch and Poole; Dorset");
}

TEST_CASE("predecessors are followed through several changes", "[authorities]") {
  const auto parsed =
      Authorities::parse(std::string(kHeader) +
                             "\tOldshire\tLondon\t\t2010-03-31\n"
                             "\tMidshire\tLondon\t2010-04-01\t2020-03-31\t\t\t\tOldshire\n"
                             "\tNewshire\tLondon\t2020-04-01\t\t\t\t\tMidshire\n",
                         "places.tsv");
  REQUIRE(parsed);
  CHECK(joined(parsed->predecessors_of(*parsed->find("Newshire"))) == "Midshire; Oldshire");
  CHECK(joined(parsed->successors(*parsed->find("Oldshire"))) == "Midshire; Newshire");
}

// ---- Mistyped names -----------------------------------------------------------------------

TEST_CASE("a mistyped name brings the nearest ones first", "[authorities]") {
  const std::vector<Case> cases = {{"Cumbra", "Cumbria"},
                                   {"hamersmith", "Hammersmith and Fulham"},
                                   {"Lecester", "Leicester"},
                                   {"Westminter council", "Westminster"},
                                   {"lincolnshir", "Lincolnshire"},
                                   {"Sussex", "East Sussex"},
                                   {"Wrekin", "Telford and Wrekin"},
                                   {"Borough of Norfok", "Norfolk"}};
  for (const Case& each : cases) {
    INFO(each.text);
    const auto names = table().nearest(each.text, 3);
    REQUIRE_FALSE(names.empty());
    CHECK(names.front() == each.expected);
    CHECK(names.size() <= 3);
  }
  for (const char* text : {"", "xyz", "qqqqqqqqqq"}) {
    INFO(text);
    CHECK(table().nearest(text, 3).empty());
  }
  CHECK(table().nearest("Cumbra", 0).empty());
}

// ---- Faults of a table --------------------------------------------------------------------

TEST_CASE("a fault in the table is an error that names file and line", "[authorities]") {
  const std::vector<Case> cases = {
      {"E06000001\tAshford Vale\tNowhere\n",
       "places.tsv line 2: \"Nowhere\" is not an English region"},
      {"X06000001\tAshford Vale\tLondon\n",
       "places.tsv line 2: \"X06000001\" is not a code of an authority"},
      {"E07000001\tAshford Vale\tLondon\n",
       "places.tsv line 2: \"E07000001\" is not a code of an authority"},
      {"E06000001\t\tLondon\n", "places.tsv line 2: the name is missing"},
      {"# comment\n\nE06000001\tAshford Vale\tLondon\t2019-02-30\n",
       "places.tsv line 4: \"2019-02-30\" is not a date like 2019-04-01"},
      {"E06000001\tAshford Vale\tLondon\t2019-04-01\t2018-03-31\n",
       "places.tsv line 2: it ends before it begins"},
      {"E06000001\tAshford Vale\tLondon\nE06000001\tBrook\tLondon\n",
       "places.tsv line 3: the code E06000001 is there already"},
      {"E06000001\tAshford Vale\tLondon\nE06000002\tAshford Vale Council\tLondon\n",
       "places.tsv line 3: the name Ashford Vale Council is also that of Ashford Vale"},
      {"E06000001\tAshford Vale\tLondon\nE06000002\tBrook\tLondon\t\t\tAshford-Vale\n",
       "places.tsv line 3: the name Ashford-Vale is also that of Ashford Vale"},
      {"E06000001\tBrook\tLondon\t2019-04-01\t\t\t\t\tAshford Vale\n",
       "places.tsv line 2: a predecessor of Brook is not an authority that ended before it"},
      {"\tAshford Vale\tLondon\n\tBrook\tLondon\t2019-04-01\t\t\t\t\tAshford Vale\n",
       "places.tsv line 3: a predecessor of Brook is not an authority that ended before it"},
      {"E06000001\tBrook\tLondon\t\t\t\t\t\t\tmore\n",
       "places.tsv line 2: more cells than the header row"},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(error_of(each.text) == each.expected);
  }
}

TEST_CASE("a table without its header row is an error", "[authorities]") {
  const auto empty = Authorities::parse("# nothing\n", "places.tsv");
  REQUIRE_FALSE(empty);
  CHECK(empty.error().code == ErrorCode::kUnreadable);
  const auto partial = Authorities::parse("code\tname\nE06000001\tBrook\n", "places.tsv");
  REQUIRE_FALSE(partial);
  CHECK(partial.error().message == "places.tsv line 1: the header row must have the column region");
}

TEST_CASE("a table saved by a spreadsheet on Windows is read the same", "[authorities]") {
  const auto parsed = Authorities::parse(
      "\xEF\xBB\xBF"
      "name\tcode\tregion\tfrom\tto\tother_names\ttyped_names\tnot_in\tpredecessors\r\n"
      "Brook\tE06000001\tLondon\t\t\t Brookside ; The Brooks Trust \t\t\t\r\n",
      "places.tsv");
  REQUIRE(parsed);
  REQUIRE(parsed->all().size() == 1);
  const Authority& brook = parsed->all()[0];
  CHECK(brook.code == "E06000001");
  CHECK_FALSE(brook.from);
  CHECK(brook.other_names == std::vector<std::string>{"Brookside", "The Brooks Trust"});
  CHECK(parsed->find("brookside") == &brook);
}

}  // namespace ofsearch
