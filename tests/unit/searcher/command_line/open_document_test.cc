#include "searcher/command_line/open_document.h"

#include "tests/support/catch.h"

#include <algorithm>

namespace ofsearch {
namespace {

Desktop desktop_with(std::vector<std::string> programs) {
  return {true, [programs = std::move(programs)](const std::string& program) {
            return std::ranges::find(programs, program) != programs.end();
          }};
}

std::string command(const DocumentPlace& place, const Desktop& desktop) {
  const ReaderCommand command = reader_command(place, desktop);
  return for_shell(command.words) + (command.can_run ? "" : " (not here)");
}

TEST_CASE("The reader that opens a page comes before the one of the desktop") {
  const DocumentPlace place{"/r/a.pdf", 3};
  CHECK(command(place, desktop_with({"okular", "evince", "xdg-open"})) ==
        "evince --page-index=3 /r/a.pdf");
  CHECK(command(place, desktop_with({"okular", "xdg-open"})) == "okular --page=3 /r/a.pdf");
  CHECK(command(place, desktop_with({"firefox"})) == "firefox 'file:///r/a.pdf#page=3'");
  CHECK(command(place, desktop_with({"xdg-open"})) == "xdg-open /r/a.pdf");
  CHECK(command(place, desktop_with({})) == "evince --page-index=3 /r/a.pdf (not here)");
}

TEST_CASE("What has no pages is opened as the desktop opens such files") {
  CHECK(command({"/r/a.docx", 0}, desktop_with({"evince", "xdg-open"})) == "xdg-open /r/a.docx");
  CHECK(command({"/r/a.docx", 0}, desktop_with({"evince"})) == "xdg-open /r/a.docx (not here)");
}

TEST_CASE("Without a screen nothing can be run") {
  Desktop desktop = desktop_with({"evince", "okular", "firefox", "xdg-open"});
  desktop.has_screen = false;
  CHECK(!reader_command({"/r/a.pdf", 3}, desktop).can_run);
  CHECK(!reader_command({"/r/a.docx", 0}, desktop).can_run);
}

TEST_CASE("A shell takes a name of any signs as one word") {
  CHECK(for_shell({"a", "b c", "d'e", "", "$x"}) == "a 'b c' 'd'\\''e' '' '$x'");
}

TEST_CASE("A file that has gone is an error, not a reader without a document") {
  auto opened = open_document({"/nowhere/a.pdf", 1}, desktop_with({"evince"}));
  REQUIRE(!opened);
  CHECK(opened.error().code == ErrorCode::kNotFound);
}

TEST_CASE("A copy lies below the same folder, or has its whole path") {
  CHECK(copies_of("/r/a/x.pdf", "a/x.pdf", {"/s/y.pdf", "a/x.pdf", "b/z.pdf"}) ==
        std::vector<std::string>{"/s/y.pdf", "/r/b/z.pdf"});
  CHECK(copies_of("/r/a/x.pdf", "a/x.pdf", {"a/x.pdf"}).empty());
}

TEST_CASE("What cannot be told the page is known") {
  CHECK_FALSE(reader_command({"/r/a.pdf", 3}, desktop_with({"xdg-open"})).at_page);
  CHECK(reader_command({"/r/a.docx", 0}, desktop_with({"xdg-open"})).at_page);
}

}  // namespace
}  // namespace ofsearch
