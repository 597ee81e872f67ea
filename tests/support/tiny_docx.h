// DOCX files made in memory, for tests of what reads them.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ofsearch::test {

// A zip archive of these parts: name and content.
std::string make_zip(const std::vector<std::pair<std::string, std::string>>& parts);

// A DOCX with this XML inside <w:body>, and other parts, such as "word/styles.xml", beside it.
std::string make_docx(const std::string& body,
                      std::vector<std::pair<std::string, std::string>> parts = {});

// A paragraph of one run: its properties (XML, may be empty) and its text.
std::string docx_paragraph(const std::string& text, const std::string& properties = "");

}  // namespace ofsearch::test
