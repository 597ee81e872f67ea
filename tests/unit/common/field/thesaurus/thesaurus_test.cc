#include "common/field/thesaurus/thesaurus.h"

#include "common/system/embedded_data.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace ofsearch {
namespace {

Thesaurus parsed(std::string_view text) {
  auto thesaurus = Thesaurus::parse(text, "words.txt");
  if (!thesaurus) FAIL(thesaurus.error().text());
  return *thesaurus;
}

std::vector<std::string> words_of(const std::string& query) {
  std::istringstream in(query);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// "0+2 entry: text (relation), text (relation)", one match a line.
std::string found(const Thesaurus& thesaurus, const std::string& query) {
  static const char* const kRelations[] = {"", " >", " ~"};
  std::string out;
  for (const auto& match : thesaurus.matches(words_of(query))) {
    out += (out.empty() ? "" : "\n") + std::to_string(match.first_word) + "+" +
           std::to_string(match.word_count) + " " + match.entry + ":";
    for (const auto& expansion : match.expansions)
      out += " " + expansion.text + kRelations[expansion.relation] +
             (expansion.capitals ? "^" : "") + ";";
  }
  return out;
}

std::string found_and_weights(const Thesaurus& thesaurus, const std::string& query) {
  std::string out = found(thesaurus, query);
  for (const auto& match : thesaurus.matches(words_of(query)))
    for (const auto& expansion : match.expansions) out += " " + std::to_string(expansion.weight);
  return out;
}

std::vector<std::string> texts(const Thesaurus& thesaurus, const std::string& query) {
  std::vector<std::string> texts;
  for (const auto& match : thesaurus.matches(words_of(query)))
    for (const auto& expansion : match.expansions) texts.push_back(expansion.text);
  return texts;
}

bool finds(const Thesaurus& thesaurus, const std::string& query, const std::string& text) {
  const auto all = texts(thesaurus, query);
  return std::find(all.begin(), all.end(), text) != all.end();
}

std::string error_of(std::string_view text) {
  const auto thesaurus = Thesaurus::parse(text, "words.txt");
  return thesaurus ? "no error" : thesaurus.error().message;
}

TEST_CASE("Each term of a group finds the others") {
  const auto thesaurus = parsed("OTK = order to keep = keeping order\n");
  CHECK(found(thesaurus, "OTK") == "0+1 OTK: keeping order; order to keep;");
  CHECK(found(thesaurus, "an order to keep") == "1+3 order to keep: OTK; keeping order;");
}

TEST_CASE("A one-way relation is not found from its right side") {
  const auto thesaurus = parsed("new name > old name, older name\n");
  CHECK(found(thesaurus, "new name") == "0+2 new name: old name >; older name >;");
  CHECK(found(thesaurus, "old name").empty());
}

TEST_CASE("A relation holds for the groups of both its sides") {
  const auto thesaurus = parsed(
      "new = NW\n"
      "old = OD\n"
      "new > old\n"
      "old ~ ancient\n");
  CHECK(found(thesaurus, "NW") == "0+1 NW: new; old >; OD >;");
  CHECK(found(thesaurus, "OD") == "0+1 OD: old; ancient ~;");
}

TEST_CASE("A related term weighs less than a narrower one, and that less than an equal") {
  const auto thesaurus = parsed("a1 = b1\na1 > c1\na1 ~ d1\na1 > e1 [ambiguous]\n");
  const auto matches = thesaurus.matches({"a1"});
  REQUIRE(matches.size() == 1);
  std::vector<double> weights;
  std::string order;
  for (const auto& expansion : matches[0].expansions) {
    weights.push_back(expansion.weight);
    order += expansion.text + " ";
  }
  CHECK(order == "b1 c1 e1 d1 ");
  CHECK(weights[0] == 1);
  CHECK(std::is_sorted(weights.rbegin(), weights.rend()));
  CHECK(weights[0] > weights[1]);
  CHECK(weights[1] > weights[2]);
  CHECK(weights.back() > 0);
}

TEST_CASE("Terms are compared without case, apostrophes, hyphens and plurals") {
  const auto thesaurus = parsed(
      "multi-hub meeting = MHM\n"
      "children's lodge = CL\n"
      "health booklet = HB\n"
      "agency visit = AV\n"
      "B&B = bed and board\n"
      "young person's coach = YPC\n"
      "XBS = exchange\n"
      "QHI = quiet hours interview\n"
      "s.99 = section 99\n");
  const struct {
    const char *query, *entry;
  } kCases[] = {
      {"Multi-Hub Meetings", "multi-hub meeting"},
      {"multi hub meeting", "multi-hub meeting"},
      {"multi\u2010hub meeting", "multi-hub meeting"},
      {"children\u2019s lodge", "children's lodge"},
      {"childrens lodges", "children's lodge"},
      {"child's lodge", "children's lodge"},
      {"HEALTH BOOKLETS", "health booklet"},
      {"agencies visits", "agency visit"},
      {"B&B", "B&B"},
      {"b & b", "B&B"},
      {"young people's coaches", "young person's coach"},
      {"xbs", "XBS"},
      {"S.99", "s.99"},
      {"s 99", "s.99"},
      {"mhms", "MHM"},
      {"QHIs", "QHI"},
      {"qhis", "QHI"},
  };
  for (const auto& [query, entry] : kCases) {
    INFO(query);
    const auto matches = thesaurus.matches(words_of(query));
    REQUIRE(matches.size() == 1);
    CHECK(matches[0].entry == entry);
    CHECK(matches[0].first_word == 0);
    CHECK(matches[0].word_count == words_of(query).size());
  }
}

TEST_CASE("A verb that begins a term may have another form") {
  const Thesaurus verbs = parsed(
      "work with perpetrators > programme\nleaving care > care leaver\nplace with kin > kin care\n"
      "step down > close");
  for (const char* typed : {"work with perpetrators", "working with perpetrators",
                            "works with perpetrators", "worked with a perpetrator"})
    CHECK(found(verbs, typed).empty() ==
          (std::string_view(typed).find(" a ") != std::string::npos));
  CHECK(found(verbs, "working with perpetrators") == "0+3 work with perpetrators: programme >;");
  CHECK(found(verbs, "leave care") == "0+2 leaving care: care leaver >;");
  CHECK(found(verbs, "children placed with kin") == "1+3 place with kin: kin care >;");
  CHECK(found(verbs, "stepping down") == "0+2 step down: close >;");
}

TEST_CASE("A noun, a past participle and another word are no form of a verb") {
  const Thesaurus terms = parsed(
      "support worker > helper\nlooked after children > in care\nmissing children > gone\n"
      "parenting assessment > parents\nsharing information > telling\ncare plan > plan for "
      "care\nleaving care > care leaver\n"
      "step down > close");
  for (const char* typed : {"supporting workers", "looking after children", "look after children",
                            "miss children", "parent assessment", "share information",
                            "caring plan", "left care", "leaved care", "steps", "leave"})
    CHECK(found(terms, typed).empty());
}

TEST_CASE("A term as typed goes before one whose verb has another form") {
  const Thesaurus both = parsed("share information > tell\nsharing information > telling");
  CHECK(found(both, "share information") == "0+2 share information: tell >;");
  CHECK(found(both, "sharing information") == "0+2 sharing information: telling >;");
}

TEST_CASE("The final S of an acronym is no plural") {
  const auto thesaurus = parsed("XBS = exchange\nGPS [ambiguous] > position\n");
  CHECK(found(thesaurus, "XB").empty());
  CHECK(found(thesaurus, "gp").empty());
}

TEST_CASE("Of terms that begin at the same word the longest is taken, and none overlaps it") {
  const auto thesaurus = parsed(
      "red house = RH\n"
      "red house rules = RHR\n"
      "rules meeting = RM\n"
      "red = R1\n");
  CHECK(found(thesaurus, "the red house rules meeting") == "1+3 red house rules: RHR;");
  CHECK(found(thesaurus, "red red house") == "0+1 red: R1;\n1+2 red house: RH;");
  CHECK(found(thesaurus, "red house") == "0+2 red house: RH;");
  CHECK(found(thesaurus, "house rules meeting") == "1+2 rules meeting: RM;");
}

TEST_CASE("A term that begins with a stopword gives way to one that it shares a word with") {
  const auto thesaurus = parsed("in care = LA\ncare leaver = CL\ncare = C1\n");
  CHECK(found(thesaurus, "in care leaver homes") == "1+2 care leaver: CL;");
  CHECK(found(thesaurus, "children in care") == "1+2 in care: LA;");
}

TEST_CASE("A term begins and ends where a word does") {
  const auto thesaurus = parsed("care home = CH\n");
  CHECK(found(thesaurus, "care-home") == "0+1 care home: CH;");
  CHECK(found(thesaurus, "after-care home").empty());
  CHECK(found(thesaurus, "care home-based").empty());
}

TEST_CASE("A term marked [capitals] is found only where it is typed in capitals") {
  const auto thesaurus =
      parsed("LEND [capitals] = loans and debts\nFend [capitals] > fending off\n");
  CHECK(found(thesaurus, "LEND money") == "0+1 LEND: loans and debts;");
  CHECK(found(thesaurus, "lend money").empty());
  CHECK(found(thesaurus, "Lend money").empty());
  CHECK(found(thesaurus, "Fend") == "0+1 Fend: fending off >;");
  CHECK(found(thesaurus, "FEND") == "0+1 Fend: fending off >;");
  CHECK(found(thesaurus, "fend").empty());
  CHECK(found(thesaurus, "loans and debts") == "0+3 loans and debts: LEND^;");
}

TEST_CASE("A term in capitals and the word of the same letters are two terms") {
  const auto thesaurus = parsed("LEND [capitals] = loans\nlend = borrow\n");
  CHECK(found(thesaurus, "LEND") == "0+1 LEND: loans;");
  CHECK(found(thesaurus, "lend") == "0+1 lend: borrow;");
}

TEST_CASE("An ambiguous term has all its meanings and does not join them") {
  const auto thesaurus = parsed(
      "FOO [ambiguous] = first of old\n"
      "FOO [ambiguous] = foreign office\n"
      "FOO [ambiguous] > friend of ours\n");
  CHECK(found(thesaurus, "FOO") == "0+1 FOO: foreign office; first of old; friend of ours >;");
  CHECK(found(thesaurus, "first of old") == "0+3 first of old: FOO;");
  CHECK(thesaurus.matches({"FOO"})[0].expansions[0].weight < 1);
  CHECK(thesaurus.matches({"foreign", "office"})[0].expansions[0].weight < 1);
}

TEST_CASE("Expansions that contain the words typed or a better expansion are left out") {
  const auto thesaurus = parsed("QQ = QQ check = quality quest = quality quest check\n");
  CHECK(found(thesaurus, "QQ") == "0+1 QQ: quality quest;");
  CHECK(found(thesaurus, "qq") == "0+1 QQ: quality quest;");
  CHECK(found(thesaurus, "QQ checks") == "0+2 QQ check: QQ; quality quest;");
  CHECK(found(thesaurus, "quality quests") == "0+2 quality quest: QQ;");
}

TEST_CASE("Words that are a term together are found together, whatever else finds them") {
  const auto thesaurus =
      parsed("quay side = quay side website\nquay = quay wall\nquid > quid pro\n");
  CHECK(found(thesaurus, "quay sides") == "0+2 quay side:");
  CHECK(found(thesaurus, "the quay") == "");
  CHECK(found(thesaurus, "quid pro") == "");
}

TEST_CASE("The plural that stemming does not undo stays an expansion") {
  const auto thesaurus = parsed("child at sea = children at sea = CAS\n");
  CHECK(found(thesaurus, "children at sea") == "0+3 child at sea: CAS; child at sea;");
  CHECK(found(thesaurus, "child at sea") == "0+3 child at sea: CAS; children at sea;");
}

TEST_CASE("Blank lines, comments, continued lines, a byte order mark and CRLF are read") {
  const auto thesaurus = parsed(
      "\xEF\xBB\xBF# comment\r\n"
      "\r\n"
      "one = two\r\n"
      "  = three   and more\r\n"
      "  # comment\r\n"
      "four > five,\r\n"
      "\tsix");
  CHECK(found(thesaurus, "one") == "0+1 one: two; three and more;");
  CHECK(found(thesaurus, "four") == "0+1 four: five >; six >;");
  CHECK(thesaurus.size() == 6);
}

TEST_CASE("A mistake is reported with file and line") {
  const std::string long_term(246, 'x');
  const struct {
    std::string text, message;
  } kCases[] = {
      {"a\n", "words.txt:1: no relation"},
      {"\n# x\na=b\n", "words.txt:3: no relation"},
      {"one = two\na = b > c\n", "words.txt:2: both \"=\" and \">\""},
      {"a > b > c\n", "words.txt:1: a second \">\""},
      {"a = \n", "words.txt:1: an empty term"},
      {" = a\n", "words.txt:1: an indented line continues the line before it, but there is none"},
      {"= a\n", "words.txt:1: an empty term"},
      {"a = = b\n", "words.txt:1: an empty term"},
      {"a > b, , c\n", "words.txt:1: an empty term"},
      {"a > b,\n", "words.txt:1: an empty term"},
      {"a = ...\n", "words.txt:1: an empty term"},
      {"a = b, c\n", "words.txt:1: a comma in a group of equals"},
      {"a = b=c\n", "words.txt:1: a sign of the format within the term \"b=c\""},
      {"a = b\n  = a\n", "words.txt:2: \"a\" is given twice"},
      {"a > b\n\n  # x\n  , B\n", "words.txt:4: \"B\" is given twice"},
      {"a = b\nc = B\n", "words.txt:2: \"B\" is already in the group of line 1"},
      {"a > b\na > b\n", "words.txt:2: that \"a\" finds \"b\" is already said in line 1"},
      {"a > b\na ~ b\n", "words.txt:2: that \"a\" finds \"b\" is already said in line 1"},
      {"A [caps] = b\n", "words.txt:1: unknown mark [caps]"},
      {"a [capitals] = b\n", "words.txt:1: \"a\" is marked [capitals] but has none"},
      {"a = " + long_term + "\n", "words.txt:1: the term that begins \"" + std::string(40, 'x') +
                                      "\" is longer than 245 bytes"},
      {"a = b\xFF\n", "words.txt:1: not UTF-8 text"},
      {"@include x\n", "words.txt:1: unknown directive \"@include\""},
      {"@remove\n", "words.txt:1: an empty term"},
      {"in != out\nin = out\n",
       "words.txt:2: \"in\" and \"out\" would find one another, but are opposites (words.txt:1)"},
      {"in = within\nout > within\nin != out\n",
       "words.txt:3: \"out\" and \"in\" would find one another, but are opposites (words.txt:3)"},
      {"in != out\nin = inside\nout = outside\noutside ~ inside\n",
       "words.txt:4: \"out\" and \"in\" would find one another, but are opposites (words.txt:1)"},
  };
  for (const auto& [text, message] : kCases) {
    INFO(text);
    CHECK(error_of(text) == message);
    const auto thesaurus = Thesaurus::parse(text, "words.txt");
    REQUIRE_FALSE(thesaurus);
    CHECK(thesaurus.error().code == ErrorCode::kUsage);
    CHECK_FALSE(thesaurus.error().hint.empty());
  }
}

TEST_CASE("The longest term allowed is read") {
  CHECK(error_of("a = " + std::string(245, 'x')) == "no error");
}

TEST_CASE("An added file joins the groups it shares a term with") {
  auto thesaurus = parsed("a1 = b1\nc1 = d1\na1 > e1\n");
  REQUIRE(thesaurus.add(parsed("B1 = f1\n")));
  CHECK(found(thesaurus, "a1") == "0+1 a1: b1; f1; e1 >;");
  CHECK(found(thesaurus, "f1") == "0+1 f1: a1; b1; e1 >;");
  CHECK(found(thesaurus, "c1") == "0+1 c1: d1;");
}

TEST_CASE("What an added file repeats counts once") {
  auto thesaurus = parsed("a1 = b1\na1 > c1\n");
  const auto before = found(thesaurus, "a1");
  REQUIRE(thesaurus.add(parsed("a1 = b1\na1 > c1\n")));
  CHECK(found(thesaurus, "a1") == before);
}

TEST_CASE("An added file that joins opposites is refused and changes nothing") {
  auto thesaurus = parsed("in != out\nin = inside\n");
  const auto more = Thesaurus::parse("fine = good enough\nout = inside\n", "mine.txt");
  REQUIRE(more);
  const auto added = thesaurus.add(*more);
  REQUIRE_FALSE(added);
  CHECK(added.error().message ==
        "mine.txt:2: \"in\" and \"out\" would find one another, but are opposites (words.txt:1)");
  CHECK(found(thesaurus, "fine").empty());
  CHECK(found(thesaurus, "in") == "0+1 in: inside;");
}

TEST_CASE("An added file may take terms or everything away") {
  auto thesaurus = parsed("a1 = b1 = c1\na1 > d1\ne1 = f1\nb1 != e1\n");
  REQUIRE(thesaurus.add(parsed("@remove B1s, d1\n")));
  CHECK(found(thesaurus, "a1") == "0+1 a1: c1;");
  CHECK(found(thesaurus, "b1").empty());
  REQUIRE(thesaurus.add(parsed("b1 = e1\n")));
  CHECK(found(thesaurus, "b1") == "0+1 b1: e1; f1;");
  REQUIRE(thesaurus.add(parsed("@replace\ny1 = z1\n")));
  CHECK(found(thesaurus, "a1").empty());
  CHECK(found(thesaurus, "y1") == "0+1 y1: z1;");
  CHECK(thesaurus.size() == 2);
}

TEST_CASE("A thesaurus is read from disk") {
  const auto folder = std::filesystem::temp_directory_path() / "ofsearch-thesaurus-test";
  std::filesystem::create_directories(folder);
  const auto path = (folder / "mine.txt").string();
  std::ofstream(path) << "one = two\n";
  const auto thesaurus = Thesaurus::load(path);
  REQUIRE(thesaurus);
  CHECK(found(*thesaurus, "one") == "0+1 one: two;");
  std::ofstream(path) << "one\n";
  const auto bad = Thesaurus::load(path);
  REQUIRE_FALSE(bad);
  CHECK(bad.error().message == path + ":1: no relation");
  std::filesystem::remove(path);
  const auto missing = Thesaurus::load(path);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::kNotFound);
  CHECK(missing.error().message.find(path) != std::string::npos);
  std::filesystem::remove_all(folder);
}

TEST_CASE("An empty thesaurus, an empty query and words without letters match nothing") {
  CHECK(found(parsed(""), "anything").empty());
  CHECK(Thesaurus::builtin().matches({}).empty());
  CHECK(Thesaurus::builtin().matches({"", "-", "\"", "\xFF"}).empty());
}

TEST_CASE("The list compiled in is sound") {
  const auto text = embedded_data("thesaurus.txt");
  REQUIRE_FALSE(text.empty());
  const auto thesaurus = Thesaurus::parse(text, "thesaurus.txt");
  INFO((thesaurus ? "" : thesaurus.error().text()));
  REQUIRE(thesaurus);
  CHECK(thesaurus->size() == Thesaurus::builtin().size());
  CHECK(Thesaurus::builtin().size() > 1000);
}

TEST_CASE("The list compiled in knows what people type for what reports write") {
  const struct {
    const char *query, *text;
  } kCases[] = {
      {"LADO", "designated officer"},
      {"lado", "designated officer"},
      {"designated officers", "LADO"},
      {"DBS", "Criminal Records Bureau"},
      {"disclosure and barring service", "DBS"},
      {"children in care", "looked after children"},
      {"cared-for children", "children looked after"},
      {"LAC", "children in care"},
      {"care leavers", "care-experienced"},
      {"care-experienced young people", "care leaver"},
      {"LSCB", "safeguarding children partnership"},
      {"safeguarding children partnership", "LSCB"},
      {"CAF", "early help assessment"},
      {"home ed", "home educated"},
      {"home education", "EHE"},
      {"EHE", "educated at home"},
      {"return interviews", "return home interview"},
      {"ICPC", "initial child protection conference"},
      {"strategy discussions", "strategy meeting"},
      {"s47", "child protection enquiry"},
      {"section 20", "voluntary accommodation"},
      {"PLO", "pre-proceedings"},
      {"MASH", "front door"},
      {"front door", "multi-agency safeguarding hub"},
      {"kinship care", "special guardianship"},
      {"UASC", "unaccompanied asylum-seeking children"},
      {"B&B", "bed and breakfast"},
      {"bed-and-breakfast", "B&B"},
      {"unregulated placements", "semi-independent"},
      {"health passports", "health history"},
      {"NEET", "not in education employment or training"},
      {"SEND", "special educational needs"},
      {"EHCPs", "EHC plan"},
      {"CCG", "ICB"},
      {"contact with family", "family time"},
      {"written agreements", "contract of expectation"},
      {"fostering for adoption", "early permanence"},
      {"16-17 year olds", "16 and 17 year olds"},
  };
  for (const auto& [query, text] : kCases) {
    INFO(query << " -> " << text);
    CHECK(finds(Thesaurus::builtin(), query, text));
  }
}

TEST_CASE("The list compiled in takes terms of the field as one") {
  for (const char* term :
       {"local offer", "care orders", "supervision order", "problem profiles", "family finding",
        "young inspectors", "case audits", "safe sleeping", "market supplement", "children's trust",
        "education other than at school", "age assessments", "designated teachers"}) {
    INFO(term);
    const auto found = Thesaurus::builtin().matches({term});
    REQUIRE(found.size() == 1);
    CHECK(found[0].word_count == 1);
  }
}

TEST_CASE("The list compiled in keeps apart what is not the same") {
  const struct {
    const char *query, *text;
  } kCases[] = {
      {"EET", "NEET"},
      {"NEET", "EET"},
      {"not in education employment or training", "EET"},
      {"send", "special educational needs"},
      {"prevent", "radicalisation"},
      {"CRB", "police check"},
      {"special guardianship", "kinship care"},
      {"ICS", "ICB"},
      {"good", "outstanding"},
      {"inadequate", "adequate"},
      {"requires improvement", "adequate"},
      {"step up", "step down"},
  };
  for (const auto& [query, text] : kCases) {
    INFO(query << " -> " << text);
    CHECK_FALSE(finds(Thesaurus::builtin(), query, text));
  }
}

TEST_CASE("A file added to the list compiled in is read as if it stood behind its source") {
  const std::string more = "FSH = family safeguarding hub = MASH\n@remove CRB\n";
  auto source = parsed(embedded_data("thesaurus.txt"));
  REQUIRE(source.add(parsed(more)));
  auto thesaurus = Thesaurus::builtin();
  REQUIRE(thesaurus.add(parsed(more)));
  CHECK(thesaurus.size() == source.size());
  for (const char* query : {"MASH", "FSH", "DBS", "CRB", "LADO"}) {
    INFO(query);
    CHECK(found_and_weights(thesaurus, query) == found_and_weights(source, query));
  }
  CHECK(finds(Thesaurus::builtin(), "CRB", "Criminal Records Bureau"));
  CHECK_FALSE(finds(thesaurus, "CRB", "Criminal Records Bureau"));
  REQUIRE(thesaurus.add(Thesaurus()));
  CHECK(thesaurus.size() == source.size());
}

TEST_CASE("An error about the list compiled in names its file") {
  auto thesaurus = Thesaurus::builtin();
  const auto added = thesaurus.add(parsed("EET = NEET\n"));
  REQUIRE_FALSE(added);
  CHECK(added.error().message.find("are opposites (thesaurus.txt:") != std::string::npos);
}

TEST_CASE("A user's file may extend the list compiled in") {
  Thesaurus thesaurus = Thesaurus::builtin();
  REQUIRE(thesaurus.add(parsed("FSH = family safeguarding hub = MASH\n")));
  CHECK(finds(thesaurus, "FSH", "multi-agency safeguarding hub"));
  CHECK(finds(thesaurus, "front door", "FSH"));
  CHECK_FALSE(finds(Thesaurus::builtin(), "MASH", "FSH"));
}

}  // namespace
}  // namespace ofsearch
