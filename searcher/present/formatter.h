// Search results to an output stream, one function a format.
#pragma once

#include "common/report/report.h"
#include "searcher/results.h"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct OutputOptions {
  bool colour = false;          // escape sequences of a terminal; text only
  size_t width = 80;            // columns; text only
  bool whole_passages = false;  // print passages in full, not snippets; text only
  bool facet_bars = false;      // facets were asked for: one line and a bar a value; text only
};

// One format: how it prints what a search found, and one whole report (--show).
struct OutputFormat {
  std::string_view name;
  void (*results)(const SearchResults&, const OutputOptions&, std::ostream&);
  void (*report)(const Report&, const OutputOptions&, std::ostream&);
};

void format_text(const SearchResults& results, const OutputOptions& options, std::ostream& out);
void format_json(const SearchResults& results, const OutputOptions& options, std::ostream& out);
void format_jsonl(const SearchResults& results, const OutputOptions& options, std::ostream& out);
void format_csv(const SearchResults& results, const OutputOptions& options, std::ostream& out);
void format_markdown(const SearchResults& results, const OutputOptions& options, std::ostream& out);

void show_text(const Report& report, const OutputOptions& options, std::ostream& out);
void show_json(const Report& report, const OutputOptions& options, std::ostream& out);
void show_csv(const Report& report, const OutputOptions& options, std::ostream& out);
void show_markdown(const Report& report, const OutputOptions& options, std::ostream& out);

// The names of the formats, and one of them; nullptr if there is none of that name.
std::vector<std::string> format_names();
const OutputFormat* find_format(std::string_view name);

// ---- Shared by the formats -----------------------------------------------------------------

// `text` with `open` and `close` around the marks and every other part through `escape`.
std::string marked(std::string_view text, const Marks& marks, std::string_view open,
                   std::string_view close, std::string (*escape)(std::string_view));
std::string as_is(std::string_view text);
std::string html_escaped(std::string_view text);

// "Cumbria, ILACS standard inspection, 20 to 30 September 2022".
std::string visit_type_words(std::string_view visit_type);
// The same for a column of a table: "ILACS standard".
std::string visit_type_label(std::string_view visit_type);
std::string dates_words(const Metadata& metadata);
// The grade of the document, or what stands in its place: "no grade awarded; standing grade good".
std::string grade_words(const Metadata& metadata);

}  // namespace ofsearch
