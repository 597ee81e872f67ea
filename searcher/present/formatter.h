// Writes search results, whole reports and tables to a stream, in every output format.
#pragma once

#include "common/files/spool.h"
#include "common/report/report.h"
#include "searcher/results/results.h"
#include "searcher/results/table.h"

#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct OutputOptions {
  bool colour = false;          // escape sequences of a terminal; text only
  bool links = false;           // file names lead to their files (OSC 8); text only
  size_t width = 80;            // columns; text only
  bool whole_passages = false;  // print passages in full, not snippets; text only
  bool facet_bars = false;      // facets were asked for: one line for each value; text, Markdown
  bool only_counts = false;     // counts and no results were asked for; CSV, Markdown
  std::map<int, Marks> marks;   // of the passages of a whole report, by Passage::n; text only
  std::string more;             // command that lists the next results; empty: this with --offset
  std::string saved_as;         // name of a saved search, which its notes tell; text, Markdown
  std::string index;            // path of the index; spreadsheets only
  size_t most_in_memory = Spool::kAll;  // bytes of an answer; the others lie in files
};

// Where a format holds the counts of facets: beside results, instead of them, or nowhere.
enum class CountsPlace { kBeside, kInstead, kNowhere };

// An output format, with its functions for search results, one whole report (--show) and a table.
struct OutputFormat {
  std::string_view name;
  // whether standard error says if results are left out, as the format does not
  bool is_data = false;
  bool is_binary = false;  // whether it must not be written to a terminal
  bool has_notes = true;   // false: standard error has those of the answer, a line each
  CountsPlace counts = CountsPlace::kBeside;
  void (*results)(const SearchResults&, const OutputOptions&, std::ostream&);
  void (*report)(const Report&, const OutputOptions&, std::ostream&);
  void (*table)(const Table&, const OutputOptions&, std::ostream&);
};

void format_text(const SearchResults& results, const OutputOptions& options, std::ostream& out);
void format_json(const SearchResults& results, const OutputOptions& options, std::ostream& out);
void format_jsonl(const SearchResults& results, const OutputOptions& options, std::ostream& out);
void format_csv(const SearchResults& results, const OutputOptions& options, std::ostream& out);
void format_csv_excel(const SearchResults& results, const OutputOptions& options,
                      std::ostream& out);
void format_markdown(const SearchResults& results, const OutputOptions& options, std::ostream& out);
void format_xlsx(const SearchResults& results, const OutputOptions& options, std::ostream& out);

void show_text(const Report& report, const OutputOptions& options, std::ostream& out);
void show_json(const Report& report, const OutputOptions& options, std::ostream& out);
void show_csv(const Report& report, const OutputOptions& options, std::ostream& out);
void show_csv_excel(const Report& report, const OutputOptions& options, std::ostream& out);
void show_markdown(const Report& report, const OutputOptions& options, std::ostream& out);
void show_xlsx(const Report& report, const OutputOptions& options, std::ostream& out);

void table_text(const Table& table, const OutputOptions& options, std::ostream& out);
void table_json(const Table& table, const OutputOptions& options, std::ostream& out);
void table_jsonl(const Table& table, const OutputOptions& options, std::ostream& out);
void table_csv(const Table& table, const OutputOptions& options, std::ostream& out);
void table_csv_excel(const Table& table, const OutputOptions& options, std::ostream& out);
void table_markdown(const Table& table, const OutputOptions& options, std::ostream& out);
void table_xlsx(const Table& table, const OutputOptions& options, std::ostream& out);

// Return the names of the formats, and the format of a name or nullptr.
std::vector<std::string> format_names();
const OutputFormat* find_format(std::string_view name);

// ---- Shared by the formats -----------------------------------------------------------------

// The attribution that the licence of the reports requires, with a line end.
inline constexpr std::string_view kAttribution =
    "Contains public sector information licensed under the Open Government Licence v3.0.\n";

// Returns `text` (UTF-8) with `open` and `close` around the marks. All of `text` is passed through
// `escape`.
std::string marked(std::string_view text, const Marks& marks, std::string_view open,
                   std::string_view close, std::string (*escape)(std::string_view));
std::string html_escaped(std::string_view text);
// Returns the text of a passage for a terminal. In it, a passage's tables hold a tab between cells
// and a line end between rows.
std::string cells_apart(std::string_view text);

// Returns the name of a visit type for a sentence: "standard inspection (ILACS)".
std::string visit_type_words(std::string_view visit_type);
// Returns its name for a column of a table: "ILACS standard".
std::string visit_type_label(std::string_view visit_type);
// Returns an ISO date as "3 May 2019".
std::string date_words(const std::string& iso);
// Returns the days of a report: "20 to 30 September 2022", "published 3 May 2019", "2018", "date
// unknown".
std::string dates_words(const Metadata& metadata);
// Returns the grade of a report: "good", "outcome: inconsistent", "no grade awarded (standing
// grade: good)", "grade unknown".
std::string grade_words(const Metadata& metadata);

}  // namespace ofsearch
