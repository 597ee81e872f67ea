#include "indexer/run/changes.h"

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <map>
#include <set>
#include <string>
#include <vector>

using namespace ofsearch;
using ofsearch::test::TempFolder;

namespace {

using Texts = std::map<std::string, std::string>;  // file to content; "" for one not readable

std::string hash_of(const std::string& content) {
  std::string hash(64, '0');
  return hash.replace(0, content.size(), content);
}

SettledReport settled_of(const std::string& content, const std::string& path) {
  SettledReport settled;
  settled.report.sha256 = hash_of(content);
  settled.report.id = settled.report.sha256.substr(0, 16);
  settled.report.path = path;
  settled.report.paths = {path};
  settled.passages = 1;
  return settled;
}

struct State {
  Manifest manifest;
  std::vector<SettledReport> reports;
};

State state_of(const Texts& texts, const std::vector<std::string>& roots) {
  State state;
  state.manifest.roots = roots;
  std::map<std::string, std::string> first;
  for (const auto& [file, content] : texts) {
    FileEntry entry;
    entry.file = entry.path = file;
    entry.root = file.substr(0, 2);
    if (content.empty())
      entry.error = "it is empty";
    else
      entry.sha256 = hash_of(content), first.emplace(content, file);
    state.manifest.files.push_back(entry);
  }
  for (const auto& [content, file] : first) state.reports.push_back(settled_of(content, file));
  return state;
}

struct Step {
  RunReport account;
  Changes changes;
  Result<void> allowed;
  std::vector<SettledReport> reports;
};

// One run after another: from `before` to `after`.
Step step(const Texts& before, const Texts& after, const std::vector<std::string>& roots = {"/r"},
          const std::string& first_run = "2024") {
  TempFolder folder;
  ReportCache cache(folder.path());
  State first = state_of(before, roots), second = state_of(after, roots);
  RunReport ignored;
  (void)compare_reports(Manifest(), first_run, cache, &first.reports, &first.manifest, &ignored);
  Step step;
  step.changes = compare_reports(first.manifest, "2025", cache, &second.reports, &second.manifest,
                                 &step.account);
  step.allowed = check_shrinking(first.manifest, second.manifest, step.changes);
  step.reports = second.reports;
  return step;
}

}  // namespace

TEST_CASE("what a run changes is told by content and by place") {
  Step s = step({{"/r/a", "A"}, {"/r/b", "B"}, {"/r/c", "C"}, {"/r/d", "D"}, {"/r/e", "E"}},
                {{"/r/a", "A"}, {"/r/b", "B2"}, {"/r/x", "C"}, {"/r/e", "E"}, {"/r/n", "N"}});
  CHECK(s.account.unchanged == 2);
  REQUIRE(s.account.changed.size() == 1);
  CHECK(s.account.changed[0]["path"] == "/r/b");
  REQUIRE(s.account.moved.size() == 1);
  CHECK(s.account.moved[0].from == "/r/c");
  CHECK(s.account.moved[0].to == "/r/x");
  REQUIRE(s.account.removed.size() == 1);
  CHECK(s.account.removed[0]["path"] == "/r/d");
  REQUIRE(s.account.added.size() == 1);
  CHECK(s.account.added[0]["path"] == "/r/n");
  CHECK(s.changes.to_write.size() == 3);                // B2, the moved one, N
  CHECK(s.changes.to_remove.size() == 3);               // B, the moved one, D
  const std::set<std::string> news = {"/r/n", "/r/b"};  // a new file, and another content
  for (const SettledReport& settled : s.reports)
    CHECK(settled.report.indexed == (news.count(settled.report.path) > 0 ? "2025" : "2024"));
}

TEST_CASE("a copy that comes or goes is no report of its own") {
  Step s = step({{"/r/a", "A"}, {"/r/b", "B"}}, {{"/r/a", "A"}, {"/r/b", "A"}});
  CHECK(s.account.changed.empty());
  CHECK(s.account.removed.size() == 1);
}

TEST_CASE("half of the reports may not go, nor all of a root") {
  struct Case {
    std::string what;
    Texts after;
    bool allowed;
  };
  const Texts before = {{"/r/a", "A"}, {"/r/b", "B"}, {"/r/c", "C"},
                        {"/r/d", "D"}, {"/s/e", "E"}, {"/s/f", "F"}};
  const std::vector<Case> cases = {
      {"all there", before, true},
      {"two gone", {{"/r/a", "A"}, {"/r/b", "B"}, {"/s/e", "E"}, {"/s/f", "F"}}, true},
      {"half gone", {{"/r/a", "A"}, {"/r/b", "B"}, {"/s/e", "E"}}, false},
      {"a root gone", {{"/r/a", "A"}, {"/r/b", "B"}, {"/r/c", "C"}, {"/r/d", "D"}}, false},
      {"all renamed",
       {{"/r/1", "A"}, {"/r/2", "B"}, {"/r/3", "C"}, {"/r/4", "D"}, {"/r/5", "E"}, {"/s/6", "F"}},
       true},
      {"all changed",
       {{"/r/a", "1"}, {"/r/b", "2"}, {"/r/c", "3"}, {"/r/d", "4"}, {"/s/e", "5"}, {"/s/f", "6"}},
       true},
      {"half cut to nothing",
       {{"/r/a", ""}, {"/r/b", ""}, {"/r/c", ""}, {"/r/d", "D"}, {"/s/e", "E"}, {"/s/f", "F"}},
       false},
  };
  for (const Case& c : cases) {
    INFO(c.what);
    Step s = step(before, c.after, {"/r", "/s"});
    CHECK(static_cast<bool>(s.allowed) == c.allowed);
    if (!s.allowed) CHECK(s.allowed.error().code == ErrorCode::kRefused);
  }
}

TEST_CASE("what would go is named, with its root") {
  Step s = step({{"/r/a", "A"}, {"/r/b", "B"}, {"/s/c", "C"}}, {{"/s/c", "C"}}, {"/r", "/s"});
  REQUIRE_FALSE(s.allowed);
  CHECK(s.allowed.error().message ==
        "2 of 2 reports below /r would be gone from the index (/r/a, /r/b); it is left as it was");
}

TEST_CASE("of half of the reports the roots are named") {
  Step s = step({{"/r/a", "A"}, {"/r/b", "B"}, {"/r/c", "C"}, {"/s/d", "D"}},
                {{"/r/c", "C"}, {"/s/d", "D"}}, {"/r", "/s"});
  REQUIRE_FALSE(s.allowed);
  CHECK(s.allowed.error().message ==
        "2 of 4 reports would be gone from the index, all below /r (/r/a, /r/b); it is left as it "
        "was");
}

TEST_CASE("an index without reports is refused, whatever it was made of") {
  RunReport account;
  REQUIRE_FALSE(check_any_read(account));
  CHECK(check_any_read(account).error().message ==
        "no report would be left in the index; it is left as it was");
  account.reports = 1;
  CHECK(check_any_read(account));
}

TEST_CASE("what a clock that was ahead said is put right by the next run") {
  Step s = step({{"/r/a", "A"}, {"/r/b", "B"}}, {{"/r/a", "A"}, {"/r/b", "B2"}, {"/r/n", "N"}},
                {"/r"}, "2030");
  for (const SettledReport& settled : s.reports) CHECK(settled.report.indexed == "2025");
  CHECK(s.account.restated.size() == 1);
  CHECK(s.changes.to_write.size() == 3);
}
