// PDF files of a few hundred bytes, written by hand, for tests of what reads them.
#pragma once

#include <string>
#include <vector>

namespace ofsearch::test {

struct PdfText {
  double x = 72, y = 100;  // points from the left and the top of the page; y is the base line
  std::string text;        // ASCII without brackets and backslashes
  double size = 12;        // points
  bool bold = false;
};
using PdfPage = std::vector<PdfText>;

struct PdfOptions {
  std::string title;
  bool encrypted = false;  // with a password that nobody knows
};

// An A4 document. Its objects come in the order in which they are used: the pages' contents last.
std::string make_pdf(const std::vector<PdfPage>& pages, const PdfOptions& options = {});

}  // namespace ofsearch::test
