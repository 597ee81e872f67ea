// The day of publication in what a page's readers do not see.
#include "indexer/readers/reader.h"
#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

std::string published(const std::string& head, const std::string& body = "<p>Text.</p>") {
  auto document = read_html("<!DOCTYPE html><html><head><title>T</title>" + head + "</head><body>" +
                                body + "</body></html>",
                            {});
  return document ? document->declared_published : document.error().message;
}

}  // namespace

TEST_CASE("a page's fields give the day of its publication", "[html_dates]") {
  CHECK(published("<meta property='article:published_time' content='2024-03-14T09:00:00Z'>") ==
        "2024-03-14");
  CHECK(published("<META NAME='DC.date.issued' CONTENT='2019-05-02'>") == "2019-05-02");
  CHECK(published("<script type='application/ld+json'>{\"datePublished\": \"2023-11-02T06:01\", "
                  "\"dateModified\": \"2024-01-01\"}</script>") == "2023-11-02");
  CHECK(published("", "<p><time datetime='2022-01-31'>Monday</time></p>") == "2022-01-31");
  CHECK(published("", "<span itemprop=datePublished content='2022-01-31'>Monday</span>") ==
        "2022-01-31");
  // A field is surer than the times on a page.
  CHECK(published("<meta name=dc.date content=2019-05-02>",
                  "<time datetime='2022-01-31'>Monday</time>") == "2019-05-02");
}

TEST_CASE("a page that gives two days or none gives none", "[html_dates]") {
  CHECK(published("") == "");
  CHECK(published("<meta name=dc.date content='2 May 2019'>") == "");
  CHECK(published("<meta property='article:modified_time' content='2024-03-14'>") == "");
  CHECK(published("", "<time datetime='2022-01-31'>a</time><time datetime='2022-02-01'>b</time>") ==
        "");
  CHECK(published("", "<time class=last-updated datetime='2022-01-31'>a</time>") == "");
  // The days of what the page links to.
  CHECK(published("", "<aside><time datetime='2022-01-31'>a</time></aside><p>Text.</p>") == "");
}

}  // namespace ofsearch
