// Search results to an output stream, one function a format.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "common/report.h"
#include "searcher/results.h"

namespace ofsearch {

struct OutputOptions {
  bool colour = false;     // escape sequences of a terminal; text only
  size_t width = 80;       // columns; text only
  bool whole_passages = false;  // print passages in full, not snippets; text only
};

using FormatFunction = void (*)(const SearchResults&, const OutputOptions&, std::ostream&);

void format_text(const SearchResults& results, const OutputOptions& options, std::ostream& out);
void format_json(const SearchResults& results, const OutputOptions& options, std::ostream& out);
void format_jsonl(const SearchResults& results, const OutputOptions& options, std::ostream& out);
void format_csv(const SearchResults& results, const OutputOptions& options, std::ostream& out);
void format_markdown(const SearchResults& results, const OutputOptions& options,
                     std::ostream& out);

// A whole report (--show).
void show_text(const Report& report, const OutputOptions& options, std::ostream& out);
void show_json(const Report& report, const OutputOptions& options, std::ostream& out);

// The names of the formats, and the function of one; nullptr if there is none.
std::vector<std::string> format_names();
FormatFunction find_format(std::string_view name);

// ---- Shared by the formats -----------------------------------------------------------------

// `text` with `open` and `close` around the marks and every other part through `escape`.
std::string marked(std::string_view text, const Marks& marks, std::string_view open,
                   std::string_view close, std::string (*escape)(std::string_view));
std::string as_is(std::string_view text);
std::string html_escaped(std::string_view text);

// "Cumbria, ILACS standard inspection, 20 to 30 September 2022".
std::string visit_type_words(std::string_view visit_type);
std::string dates_words(const Metadata& metadata);
// The grade of the document, or what stands in its place: "no grade awarded; standing grade good".
std::string grade_words(const Metadata& metadata);

}  // namespace ofsearch
