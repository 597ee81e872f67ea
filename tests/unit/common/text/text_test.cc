#include "common/text/text.h"

#include "common/text/code_points.h"
#include "common/text/lines.h"
#include "common/words/words.h"
#include "tests/support/catch.h"
#include "tests/support/in_child.h"
#include "tests/support/no_icu_memory.h"

#include <new>
#include <random>
#include <string>

namespace ofsearch {
namespace {

using namespace std::string_literals;

struct Case {
  std::string text;
  std::string expected;
};

// "multi@1 agency@2 +multiagency@1": a joined form has a plus, capitals an exclamation mark.
std::string printed(const std::vector<Token>& tokens) {
  std::string all;
  for (const Token& token : tokens) {
    if (!all.empty()) all += ' ';
    all += (token.joined ? "+" : "") + token.term + (token.capitals ? "!" : "") + "@" +
           std::to_string(token.position);
  }
  return all;
}

}  // namespace

TEST_CASE("the display form mends what printing and PDF do to characters", "[text]") {
  const Case cases[] = {
      {"a  b\u00A0c\u2009d\te", "a b c d e"},
      {"  at both ends \n", "at both ends"},
      {"line\r\nend\ffeed", "line end feed"},
      {"e\uFB03cient \uFB02ow \uFB00 \uFB01", "efficient flow ff fi"},
      {"wel\u00ADfare", "welfare"},
      {"zero\u200Bwidth\uFEFF", "zerowidth"},
      {"\uF0B7 item", "\u2022 item"},
      {"\uF0A7", "\u2022"},
      {"\u25FC item", "\u25FC item"},
      {"children\u2019s \u2018front door\u2019", "children\u2019s \u2018front door\u2019"},
      {"Capitals Stay", "Capitals Stay"},
      {"a\u0000b"s, "ab"},
      {"", ""},
      {" \n\t", ""},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(display_form(each.text) == each.expected);
  }
}

TEST_CASE("the search form makes spellings of one word equal", "[text]") {
  const Case cases[] = {
      {"Children\u2019s  SERVICES", "children's services"},
      {"children\u02BCs", "children's"},
      {"\u201Cquoted\u201D", "\"quoted\""},
      {"2016\u201319 \u2014 \u2212", "2016-19 - -"},
      {"multi\u2011agency", "multi-agency"},
      {"\uFF21\uFF22\uFF23 \u2460", "abc 1"},
      {"Stra\u00DFe \u00C9cole", "strasse ecole"},
      {"e\u0301", "e"},
      {"\uFB01ne", "fine"},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(search_form(each.text) == each.expected);
  }
}

TEST_CASE("bare words compare names and headings whatever their punctuation", "[text]") {
  const Case cases[] = {
      {"Help & protection:", "help and protection"},
      {"Children\u2019s services \u2013 Summary", "childrens services summary"},
      {"What needs to improve?\u00B9", "what needs to improve"},
      {"Local Safeguarding Children Board\u00B2", "local safeguarding children board"},
      {"(LSCB)", "lscb"},
      {"A&E", "a and e"},
      {"...", ""},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(bare_words(each.text) == each.expected);
  }
}

TEST_CASE("words are found with their places, compounds also joined", "[text]") {
  const Case cases[] = {
      {"The front door", "the@1 front@2 door@3"},
      {"multi-agency hub", "multi@1 agency@2 +multiagency@1 hub@3"},
      {"multi agency", "multi@1 agency@2"},
      {"multiagency", "multiagency@1"},
      {"COVID-19", "covid!@1 19@2 +covid19@1"},
      {"16- and 17-year-olds", "16@1 and@2 17@3 year@4 olds@5 +17yearolds@3"},
      {"2018-19", "2018@1 19@2"},
      {"children\u2019s and child's", "children@1 and@2 child@3"},
      {"children's'", "children@1"},
      {"schools\u00B3, of whom", "schools@1 of@2 whom@3"},
      {"DBS, IROs and UASC", "dbs!@1 iros!@2 and@3 uasc!@4"},
      {"A child I know", "a@1 child@2 i@3 know@4"},
      {"1,021 children and 3.5%", "1021@1 children@2 and@3 3.5@4"},
      {"e.g. U.K.", "e@1 g@2 u@3 k@4"},
      {"wel\u00ADfare", "welfare@1"},
      {"\uFB01ne of\uFB01cer", "fine@1 officer@2"},
      {"O\u2019Brien", "o'brien@1"},
      {"in-/out-of-area", "in@1 out@2 of@3 area@4 +outofarea@2"},
      {"", ""},
      {"\u2022 \u2013 ,", ""},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(printed(tokenise(each.text)) == each.expected);
  }
}

TEST_CASE("A possessive is known, also without its apostrophe", "[text]") {
  const auto owner = [](std::string_view word) { return owner_of(token_of_word(word)); };
  CHECK(owner("Children\u2019s") == "children's");
  CHECK(owner("childrens") == "children's");
  CHECK(owner("child's") == "child's");
  CHECK(owner("mother's") == "mother's");
  for (const char* other :
       {"children", "child", "carers", "carers'", "process", "s", "childminder"})
    CHECK(owner(other).empty());
  CHECK(is_owner("children's"));
  CHECK_FALSE(is_owner("children"));
}

TEST_CASE("ASCII is treated as the same letters are in full width", "[text]") {
  // Full-width letters take the general way through ICU, and fold to the ASCII ones.
  const std::vector<std::string> signs = {" ",    "  ", "\t",     "\n",     "\v",     "\x01",
                                          "\x7F", "-",  "'",      ".",      ",",      "&",
                                          "(",    ":",  "\u2019", "\u2013", "\"",     "é",
                                          "5",    "70", "\u00AD", "\u2011", "\u00A0", "\xE2"};
  std::mt19937 random(7);
  auto below = [&](size_t n) { return random() % n; };
  for (int n = 0; n < 3000; ++n) {
    std::string plain, wide;
    for (size_t length = below(30); length-- > 0;) {
      if (below(3) == 0) {
        const std::string& sign = signs[below(signs.size())];
        plain += sign;
        wide += sign;
        continue;
      }
      // Not "s", whose plural and possessive forms the tokeniser knows in ASCII only.
      auto letter = static_cast<char>((below(3) == 0 ? 'A' : 'a') + below(18));
      plain += letter;
      append_code_point(&wide, 0xFF00 + static_cast<char32_t>(letter) - ' ');
    }
    CAPTURE(plain);
    CHECK(search_form(plain) == search_form(wide));
    CHECK(bare_words(plain) == bare_words(wide));
    CHECK(search_form(display_form(plain)) == search_form(plain));
    CHECK(printed(tokenise(plain)) == printed(tokenise(wide)));
  }
}

TEST_CASE("Letters with accents and without are one for comparison", "[text]") {
  for (const auto& [written, folded] : {std::pair("Máire", "maire"),
                                        {"Ma\u0301ire", "maire"},
                                        {"MAIRE", "maire"},
                                        {"naïve café", "naive cafe"},
                                        {"Siân Tŷ Ŵyn", "sian ty wyn"},
                                        {"Zoë Bjørn Łukasz", "zoe bjorn lukasz"},
                                        {"Ångström", "angstrom"},
                                        {"Straße", "strasse"}}) {
    CHECK(search_form(written) == folded);
    CHECK(bare_words(written) == folded);
    CHECK(search_form(folded) == folded);
    CHECK(display_form(written) == written);
  }
  // A mark of another script makes another letter.
  CHECK(search_form("й") == "й");
  CHECK(search_form("ガ") == "ガ");
  const std::string text = "By Ma\u0301ire and Zoë’s";
  const std::vector<Token> tokens = tokenise(text);
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[1].term == "maire");
  CHECK(text.substr(tokens[1].begin, tokens[1].end - tokens[1].begin) == "Ma\u0301ire");
  CHECK(tokens[3].term == "zoe");
  CHECK(text.substr(tokens[3].begin, tokens[3].end - tokens[3].begin) == "Zoë’s");
}

TEST_CASE("a token says which bytes it was made from", "[text]") {
  std::string text = "Social workers\u2019 multi-agency";
  for (const Token& token : tokenise(text)) {
    INFO(token.term);
    REQUIRE(token.end <= text.size());
    std::string made_from = bare_words(text.substr(token.begin, token.end - token.begin));
    made_from.erase(std::remove(made_from.begin(), made_from.end(), ' '), made_from.end());
    CHECK(made_from.starts_with(token.term));
  }
}

TEST_CASE("what the search form drops makes no word", "[text]") {
  for (const Token& token : tokenise("Plans \xE2\x9C\x94\xEF\xB8\x8F are clear \xEF\xB8\x8F"))
    CHECK_FALSE(token.term.empty());
  CHECK(tokenise("\xE2\x9C\x94\xEF\xB8\x8F \xEF\xB8\x8F \xE3\x85\xA4").empty());
}

TEST_CASE("words can be found without making their tokens", "[text]") {
  const char* texts[] = {
      "",
      "a",
      "Multi-agency working (MASH) isn’t late; the child's IRO, 16 and 17-year-olds.",
      "1,200 visits, 3.5 a week – E.U.&UK ‘well-being’",
      "  naïve café-owner ÉCOLE 12.5% \xC2\xADsoft\xC2\xADhyphen-ated",
      "a-b-c-d-e-f state-of-the-art",
      "2019-20 COVID-19 1,200-3"};
  for (const char* text : texts) {
    std::vector<std::pair<size_t, size_t>> ranges;
    std::vector<JoinedForm> joined;
    find_words(text, &ranges, &joined);
    size_t i = 0, j = 0;
    for (const Token& token : tokenise(text)) {
      if (token.joined) {
        REQUIRE(j < joined.size());
        CHECK(joined[j].term == token.term);
        CHECK(ranges[joined[j].first_word].first == token.begin);
        ++j;
        continue;
      }
      REQUIRE(i < ranges.size());
      CHECK(ranges[i] == std::pair(token.begin, token.end));
      Token alone =
          token_of_word(std::string_view(text).substr(token.begin, token.end - token.begin));
      CHECK(alone.term == token.term);
      CHECK(alone.capitals == token.capitals);
      ++i;
    }
    CHECK(i == ranges.size());
    CHECK(j == joined.size());
  }
}

TEST_CASE("well-formed UTF-8 is told from other bytes", "[text]") {
  CHECK(is_utf8("plain"));
  CHECK(is_utf8("\u2019\u25FC\U0001F600"));
  CHECK_FALSE(is_utf8("\x92"));
  CHECK_FALSE(is_utf8("\xE2\x80"));
  CHECK_FALSE(is_utf8("\xC0\x80"));
  CHECK_FALSE(is_utf8("\xED\xA0\x80"));
}

TEST_CASE("malformed bytes become the replacement character", "[text]") {
  CHECK(display_form("a\xFFz") == "a\uFFFDz");
  // What a terminal would obey, and what turns the direction of writing.
  CHECK(display_form("a\033[31m\x7F\u009B\u202E\u2066z") == "a[31mz");
  size_t offset = 0;
  CHECK(next_code_point("\xE2\x80", &offset) == 0xFFFD);
  CHECK(offset > 0);
}

TEST_CASE("bullets are signs that stand before an item", "[text]") {
  for (char32_t c : {0x2022, 0x25FC, 0x25AA, 0xF0B7, 0xF0A7, 0x25CF}) CHECK(is_bullet(c));
  for (char32_t c : {U'-', U'o', U'*', U'1', U'\u2013'}) CHECK_FALSE(is_bullet(c));
}

TEST_CASE("length counts characters, not bytes", "[text]") {
  CHECK(length("") == 0);
  CHECK(length("abc") == 3);
  CHECK(length("children\u2019s") == 10);
  CHECK(length("\U0001F600") == 1);
}

TEST_CASE("lines end at line feeds, and the last one needs none", "[text]") {
  using Lines = std::vector<std::string_view>;
  CHECK(split_lines("") == Lines{});
  CHECK(split_lines("one") == Lines{"one"});
  CHECK(split_lines("one\n") == Lines{"one"});
  CHECK(split_lines("\none\n\ntwo \n") == Lines{"", "one", "", "two "});
}

TEST_CASE("a text is not left as it is where ICU finds no memory", "[text]") {
  const std::string many(1000, 'x');
  test::in_child([&] {
    if (search_form("\u00C9t\u00C9" + many) != "ete" + many) return false;
    test::take_memory_from_icu();
    try {
      search_form("\u00C9t\u00C9" + many);
    } catch (const std::bad_alloc&) {
      return true;
    }
    return false;
  });
}

}  // namespace ofsearch
