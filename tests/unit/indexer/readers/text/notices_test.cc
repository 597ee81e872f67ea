// Footers of mails, notices of confidentiality and banners of sites are no text of a document.
#include "indexer/readers/text/notices.h"

#include "indexer/readers/reader.h"
#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

std::string lines(const Result<ReaderOutput>& document) {
  std::string all;
  if (!document) return document.error().message;
  for (const Page& page : document->pages)
    for (const Line& line : page.lines) all += line.text + "\n";
  return all;
}

}  // namespace

TEST_CASE("notices of mails and sites are left out of plain text", "[notices]") {
  CHECK(lines(read_text("View this email in your browser\n\n"
                        "Loamshire's services are good.\n\n"
                        "You are receiving this email because you subscribed.\n"
                        "Unsubscribe | Update your preferences\nUnsubscribe here\n\n"
                        "This email and any attachments are confidential and intended for the\n"
                        "addressee only, who may not pass them on.\n"
                        "Sent from my iPhone\n",
                        {})) == "Loamshire's services are good.\n");
  // The line behind a notice that ends is text again.
  CHECK(lines(read_text("Skip to main content\n"
                        "We use some essential cookies to make this website work.\n"
                        "Inspection of Loamshire children's services\n"
                        "Cookies on GOV.UK\n"
                        "Leaders listen.\n",
                        {})) == "Inspection of Loamshire children's services\nLeaders listen.\n");
}

TEST_CASE("what only sounds like a notice is text", "[notices]") {
  for (const char* text :
       {"Unsubscribed children were not counted.\n", "Staff are told to unsubscribe from lists.\n",
        "View online training as part of the offer.\n",
        "We use cookies at the contact centre.\n"}) {
    INFO(text);
    CHECK(lines(read_text(text, {})) == text);
  }
}

TEST_CASE("notices are left out of web pages and mail", "[notices]") {
  CHECK(lines(read_html("<p><a href=v>View this email in your browser</a></p><h1>Loamshire rated "
                        "good</h1><p>Leaders listen.</p><p><a href=u>Unsubscribe</a></p>",
                        {})) == "Loamshire rated good\nLeaders listen.\n");
}

}  // namespace ofsearch
