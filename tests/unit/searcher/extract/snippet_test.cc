#include "searcher/extract/snippet.h"

#include "tests/support/catch.h"

#include <ctime>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

// The passage with every occurrence of `words` marked, in order.
PassageHit hit_with(const std::string& text, const std::vector<std::string>& words) {
  PassageHit hit;
  hit.passage.text = text;
  for (size_t at = 0; at < text.size(); ++at)
    for (const std::string& word : words)
      if (text.compare(at, word.size(), word) == 0) hit.marks.emplace_back(at, at + word.size());
  return hit;
}

// "… [marked] text …".
std::string shown(const PassageHit& hit) {
  std::string out = hit.cut_before ? "… " : "";
  size_t at = 0;
  for (const auto& [begin, end] : hit.snippet_marks) {
    out += hit.snippet.substr(at, begin - at) + "[" + hit.snippet.substr(begin, end - begin) + "]";
    at = end;
  }
  return out + hit.snippet.substr(at) + (hit.cut_after ? " …" : "");
}

const std::string kPassage =
    "Arrangements for privately fostered children are poor. Few are known. Little has been done "
    "to tell schools of the duty. Visits are late, and vetting checks were not made in one case.";

TEST_CASE("A short passage is its own snippet, marks and all") {
  PassageHit hit = hit_with("Visits are late.", {"late"});
  make_snippet(&hit, 100);
  CHECK(shown(hit) == "Visits are [late].");
}

TEST_CASE("A long passage is cut at sentences around the words asked for") {
  PassageHit hit = hit_with(kPassage, {"schools"});
  make_snippet(&hit, 80);
  CHECK(shown(hit) == "… Few are known. Little has been done to tell [schools] of the duty. …");
}

TEST_CASE("Sentences that stand apart are joined where together they have more of the words") {
  PassageHit hit = hit_with(kPassage, {"privately fostered", "vetting"});
  make_snippet(&hit, 125);
  CHECK(shown(hit) ==
        "Arrangements for [privately fostered] children are poor. … Visits are late, and [vetting] "
        "checks were not made in one case.");
}

TEST_CASE("The telling sentence is shown, though another has more of the words") {
  PassageHit hit = hit_with(kPassage, {"Arrangements", "poor", "Visits"});
  size_t visits = kPassage.find("Visits");
  make_snippet(&hit, 75, {visits, kPassage.size()});
  CHECK(shown(hit) == "… [Visits] are late, and vetting checks were not made in one case.");
}

TEST_CASE("Room that is left is filled with what follows") {
  PassageHit hit = hit_with(kPassage, {"poor"});
  make_snippet(&hit, 80);
  CHECK(shown(hit) == "Arrangements for privately fostered children are [poor]. Few are known. …");
}

TEST_CASE("Room that is left is filled with what stands before, too") {
  PassageHit hit = hit_with(
      "Leaders know the children. Much is said here of meetings, boards and panels of every kind. "
      "All is late. Visits happen.",
      {"children", "Visits"});
  make_snippet(&hit, 60);
  CHECK(shown(hit) == "Leaders know the [children]. … All is late. [Visits] happen.");
}

TEST_CASE("Different words count for more than one word many times") {
  PassageHit hit = hit_with("Late, late and late again. Visits are late to foster homes.",
                            {"Late", "late", "foster"});
  make_snippet(&hit, 40);
  CHECK(shown(hit) == "… Visits are [late] to [foster] homes.");
}

TEST_CASE("Without a word of the query the passage's beginning is shown") {
  PassageHit hit = hit_with(kPassage, {});
  make_snippet(&hit, 80);
  CHECK(shown(hit) == "Arrangements for privately fostered children are poor. Few are known. …");
}

TEST_CASE("A sentence longer than the snippet is cut at a clause") {
  PassageHit hit = hit_with(
      "Leaders know their services, which they visit often, and managers, who are new, learn fast.",
      {"managers"});
  make_snippet(&hit, 60);
  CHECK(hit.snippet.size() <= 60);
  CHECK(shown(hit).find("[managers]") != std::string::npos);
}

TEST_CASE("A word longer than the snippet is kept whole") {
  PassageHit hit = hit_with(std::string(500, 'x'), {});
  make_snippet(&hit, 100);
  CHECK(hit.snippet.size() == 500);
}

TEST_CASE("Snippet and marks stay within the passage whatever the length allowed") {
  for (size_t longest = 1; longest < kPassage.size() + 2; ++longest) {
    PassageHit hit = hit_with(kPassage, {"fostered", "late", "case"});
    make_snippet(&hit, longest);
    INFO(longest);
    REQUIRE_FALSE(hit.snippet.empty());
    for (const auto& [begin, end] : hit.snippet_marks) {
      REQUIRE(begin < end);
      REQUIRE(end <= hit.snippet.size());
    }
  }
}

TEST_CASE("The time of a snippet grows with the passage, not with its square") {
  std::string text;
  while (text.size() < 2'000'000) text += "children and families here ";
  PassageHit hit = hit_with(text, {"children", "families"});
  const std::clock_t before = std::clock();
  make_snippet(&hit);
  CHECK(static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC < 5);
  CHECK(hit.snippet.size() <= kLongestSnippet);
}

}  // namespace
}  // namespace ofsearch
