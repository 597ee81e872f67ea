#include "common/field/thesaurus_entries.h"

#include "tests/support/catch.h"

namespace ofsearch::thesaurus {
namespace {

std::string compiled() {
  std::string text;
  append_entry(&text, "^lend", "LEND", {{"loans", " loan ", Expansion::kSame, false, false}});
  append_entry(&text, "care home", "care homes",
               {{"CH", " ch ", Expansion::kSame, false, true},
                {"home of care", " home of care ", Expansion::kNarrower, true, false},
                {"big house", " big house ", Expansion::kRelated, false, false}});
  append_entry(&text, "care home visit", "care home visit", {});
  append_entry(&text, "caring", "caring", {{"care", " care ", Expansion::kRelated, true, true}});
  return text;
}

std::string key_of_first(std::string_view text, std::string_view beginning) {
  const auto entry = Entries(text).first(beginning);
  return entry ? std::string(entry->key) : "none";
}

// "text|relation|capitals " of each.
std::string print(const std::vector<Expansion>& expansions) {
  std::string out;
  for (const Expansion& expansion : expansions)
    out += expansion.text + "|" + "=>~"[expansion.relation] + (expansion.capitals ? "|^ " : "| ");
  return out;
}

TEST_CASE("The first entry is found whose key begins as asked") {
  const struct {
    const char *beginning, *key;
  } kCases[] = {{"", "^lend"},
                {"^", "^lend"},
                {"^lend", "^lend"},
                {"^lend money", "none"},
                {"ca", "care home"},
                {"care home", "care home"},
                {"care home ", "care home visit"},
                {"care home visit", "care home visit"},
                {"care home visits", "none"},
                {"cari", "caring"},
                {"caring", "caring"},
                {"a", "none"},
                {"d", "none"},
                {"care\thome", "none"}};
  const std::string text = compiled();
  for (const auto& [beginning, key] : kCases) {
    INFO(beginning);
    CHECK(key_of_first(text, beginning) == key);
  }
}

TEST_CASE("Every entry of many is found") {
  const auto key = [](int i) { return "k" + std::to_string(1000 + i); };
  for (const int count : {1, 2, 3, 8, 257}) {
    std::string text;
    // Lines of different lengths, so that a search by bytes meets all parts of a line.
    for (int i = 0; i < count; ++i) append_entry(&text, key(i), std::string(i % 50, 'x'), {});
    CHECK(Entries(text).size() == static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
      if (key_of_first(text, key(i)) != key(i)) FAIL(key(i) << " of " << count);
    CHECK(key_of_first(text, key(count)) == "none");
  }
}

TEST_CASE("An entry is read as it was written") {
  const std::string text = compiled();
  const auto entry = Entries(text).first("care home");
  REQUIRE(entry);
  CHECK(entry->text == "care homes");
  CHECK_FALSE(entry->capitals());
  const auto expansions = entry->expansions(" care home ");
  CHECK(print(expansions) == "CH|=|^ home of care|>| big house|~| ");
  REQUIRE(expansions.size() == 3);
  const struct {
    Expansion::Relation relation;
    bool ambiguous;
  } kWritten[] = {
      {Expansion::kSame, false}, {Expansion::kNarrower, true}, {Expansion::kRelated, false}};
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(expansions[i].weight ==
          Target{"", "", kWritten[i].relation, kWritten[i].ambiguous, false}.weight());
  CHECK(Entries(text).first("^lend")->capitals());
  CHECK(Entries(text).first("care home visit")->expansions(" care home visit ").empty());
}

TEST_CASE("Expansions that contain the words typed are left out when an entry is read") {
  const std::string text = compiled();
  CHECK(print(Entries(text).first("care home")->expansions(" home ")) == "CH|=|^ big house|~| ");
  CHECK(print(Entries(text).first("caring")->expansions(" care ")).empty());
}

TEST_CASE("Nothing is found in an empty text") {
  CHECK(Entries("").size() == 0);
  CHECK_FALSE(Entries("").first(""));
  CHECK_FALSE(Entries("").first("care"));
}

TEST_CASE("A text in another form does no harm") {
  std::vector<std::string> texts = {"\n",
                                    "\n\n\n",
                                    "\t\n",
                                    "\t\t\t\t",
                                    "a",
                                    "a\tA\t",
                                    "a\tA\t=",
                                    "a\tA\t=\tb",
                                    "b\na\nc\n\nb\t\n",
                                    "a\tA\t!\tb\t b \n",
                                    "a\tA\t\tb\t b \t\t"};
  const std::string good = compiled();
  for (std::size_t size = 0; size < good.size(); ++size) {
    texts.push_back(good.substr(0, size));
    texts.push_back(good.substr(size));
  }
  for (const std::string& text : texts)
    for (const char* beginning : {"", "a", "b", "care", "caring", "^", "z"}) {
      const auto entry = Entries(text).first(beginning);
      if (!entry) continue;
      if (!entry->key.starts_with(beginning)) FAIL(text << " for " << beginning);
      for (const Expansion& expansion : entry->expansions(" x "))
        if (text.find(expansion.text) == std::string::npos || !(expansion.weight > 0) ||
            expansion.weight > 1)
          FAIL(text << " for " << beginning);
    }
  CHECK(key_of_first("a", "a") == "a");
  CHECK(print(Entries("a\tA\t!\tb\t b \n").first("a")->expansions(" a ")) == "b|=| ");
}

}  // namespace
}  // namespace ofsearch::thesaurus
