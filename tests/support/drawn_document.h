// Documents with positions, drawn as text, for tests of what reads places on a page.
#pragma once

#include "common/report/report.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace ofsearch::test {

// A PDF as its reader would give it: each drawing is a page; each of its lines is 14 points below
// the one before; three spaces or more part two pieces of one line, each placed by its column
// (6 points a character). The first character of a line may set its type:
//   #  title (26 points)   =  heading (14, bold)   *  bold   ~  footnote (9)
SourceDocument draw(std::initializer_list<std::string_view> pages);

// The same text without layout, as a plain text file; one drawing.
SourceDocument plain_text(std::string_view text);

// Reader's document to metadata, through all stages between.
Metadata metadata_of(SourceDocument document);

}  // namespace ofsearch::test
