#include "indexer/run/settle.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

Report letter(const std::vector<std::string>& paths) {
  Report report;
  report.path = paths.front();
  report.paths = paths;
  report.metadata.kind = "letter";
  report.metadata.authority = "Northmere";
  return report;
}

std::optional<std::string> address_of(Report report, const std::string& corrections = "") {
  std::optional<Corrections> given;
  if (!corrections.empty()) given = *Corrections::parse(corrections, "fix.csv");
  settle(&given, {&report});
  return report.metadata.url;
}

TEST_CASE("a document whose file is named by the inspectorate's number has an address") {
  Report report = letter({"50252240.pdf"});
  CHECK(address_of(report) == "https://files.ofsted.gov.uk/v1/file/50252240");
  CHECK(address_of(letter({"a copy.pdf", "b/50252240.pdf"})) ==
        "https://files.ofsted.gov.uk/v1/file/50252240");
  CHECK(address_of(letter({"a letter.pdf"})) == std::nullopt);

  std::optional<Corrections> none;
  settle(&none, {&report});
  CHECK(report.metadata.evidence["url"].text == "50252240");
  CHECK(report.metadata.evidence["url"].rule == "file-number");
}

TEST_CASE("an article, and a document about nobody, has no address by its number") {
  Report article = letter({"50252240.pdf"});
  article.metadata.kind = "article";
  CHECK(address_of(article) == std::nullopt);
  Report nobody = letter({"50252240.pdf"});
  nobody.metadata.authority = "unknown";
  CHECK(address_of(nobody) == std::nullopt);
}

TEST_CASE("what somebody said of an address or of the kind goes before the number") {
  const Report report = letter({"50252240.pdf"});
  CHECK(address_of(report, "path,url\n50252240.pdf,https://example.org/1\n") ==
        "https://example.org/1");
  CHECK(address_of(report, "path,url\n50252240.pdf,-\n") == std::nullopt);
  CHECK(address_of(report, "path,kind\n50252240.pdf,article\n") == std::nullopt);
}

}  // namespace
}  // namespace ofsearch
