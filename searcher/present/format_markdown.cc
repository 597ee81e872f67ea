// Quotable passages, each with its full citation, and the licence's attribution once.
#include "common/index/fields.h"
#include "common/text/counted.h"
#include "common/text/file_address.h"
#include "common/text/harmless.h"
#include "searcher/extract/passage_hits.h"
#include "searcher/present/export_columns.h"
#include "searcher/present/formatter.h"
#include "searcher/present/text_facets.h"
#include "searcher/present/words/answer_notes.h"
#include "searcher/present/words/escaped.h"
#include "searcher/present/words/interpreted.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch {
namespace {

// Tables hold tabs and line ends.
std::string in_markdown(std::string_view text) {
  return markdown_escaped(text, "\t\n");
}

// "Cumbria, standard inspection (ILACS), 20 to 30 September 2022".
std::string inspection(const Metadata& m) {
  return fmt::format("{}, {}, {}", in_markdown(m.authority), visit_type_words(m.visit_type),
                     dates_words(m));
}

std::string citation(const ReportHit& hit, const Passage& passage) {
  std::string text = inspection(hit.report.metadata);
  if (!passage.section.empty()) text += fmt::format(", section “{}”", in_markdown(passage.section));
  if (!passage.paragraph.empty())
    text += fmt::format(", paragraph {}", in_markdown(passage.paragraph));
  if (passage.page > 0) text += fmt::format(", page {}", passage.page);
  if (passage.ocr) text += " of a scan, letters may be misread";
  text += fmt::format(" ({})", in_markdown(printable(hit.report.path)));
  const std::string address = hit.report.metadata.url.value_or("");
  return is_web_address(address) ? fmt::format("{}, <{}>", text, address) : text;
}

// "Note: ", or "Note on homes: " of a saved search.
std::string note_head(const OutputOptions& options) {
  return options.saved_as.empty() ? "\nNote: "
                                  : fmt::format("\nNote on {}: ", in_markdown(options.saved_as));
}

// Writes what was searched, if that is not what was typed, and what is missing, as a workbook's
// sheet "about" says it.
void write_about(const SearchResults& results, const OutputOptions& options, std::ostream& out) {
  const std::string searched = interpreted(results);
  if (!results.query.empty() && !searched.empty() && searched != results.query)
    out << "\nSearched: " << in_markdown(searched) << "\n";
  for (const Correction& each : results.corrected)
    out << "\n" << in_markdown(in_words(each)) << "\n";
  for (const std::string& note : level_notes(results))
    out << note_head(options) << in_markdown(note) << "\n";
  if (const std::string left_out = what_is_left_out(results);
      !left_out.empty() && !options.only_counts)
    out << note_head(options) << in_markdown(left_out) << "\n";
}

// Each facet as a table.
void write_counts(const std::vector<Facet>& facets, std::ostream& out) {
  for (const Facet& facet : facets) {
    const std::string_view unit = counts_passages(facet.name) ? "passages" : "reports";
    out << fmt::format("\n| {} | {} |\n| --- | ---: |\n", facet_label(facet), unit);
    for (const FacetValue& value : facet.values)
      out << fmt::format("| {} | {} |\n", in_markdown(value.value), value.count);
  }
}

}  // namespace

void format_markdown(const SearchResults& results, const OutputOptions& options,
                     std::ostream& out) {
  out << "# " << (options.saved_as.empty() ? "Search" : in_markdown(options.saved_as)) << ": "
      << in_markdown(results.query.empty() ? interpreted(results) : results.query) << "\n\n";
  if (results.total_reports == 0)
    out << (results.hits.empty() ? "Nothing found.\n" : "No report has all of it.\n");
  if (results.total_reports > 0) out << counted(results.total_reports, "report");
  if (results.total_passages > 0) out << ", " << counted(results.total_passages, "passage");
  const size_t shown =
      static_cast<size_t>(std::ranges::count(results.hits, false, &ReportHit::some));
  if (results.total_reports > shown && !options.only_counts)
    out << fmt::format(", of which {} shown", counted(shown, "report"));
  if (results.total_reports > 0) out << ".\n";
  write_about(results, options, out);
  for (const std::string& notice : results.notices)
    out << note_head(options) << in_markdown(notice) << "\n";
  for (const std::string& shard : results.missing_shards)
    out << note_head(options) << in_markdown(partial_in_words(shard)) << "\n";
  for_each_hit(results, [&](const ReportHit& hit) {
    const std::string_view some = hit.some ? " · only some of the query" : "";
    if (hit.passages.empty())
      out << "\n- " << citation(hit, Passage()) << ", " << grade_words(hit.report.metadata) << some
          << "\n";
    for (const PassageHit& passage : hit.passages) {
      out << "\n> " << marked(passage.passage.text, passage.marks, "**", "**", in_markdown)
          << "\n>\n> — " << citation(hit, passage.passage) << some << "\n";
    }
  });
  if (!options.more.empty()) out << "\nMore: `" << options.more << "`\n";
  if (options.facet_bars) write_counts(results.facets, out);
  if (!results.hits.empty()) out << "\n" << kAttribution;
}

void show_markdown(const Report& report, const OutputOptions&, std::ostream& out) {
  const Metadata& m = report.metadata;
  out << "# " << (m.title.empty() ? inspection(m) : in_markdown(m.title)) << "\n\n"
      << inspection(m) << ", " << grade_words(m) << " (" << in_markdown(printable(report.path))
      << ")\n";
  std::string section;
  for (const Passage& passage : report.passages) {
    if (passage.section != section) out << "\n## " << in_markdown(passage.section) << "\n";
    section = passage.section;
    std::string number = passage.paragraph.empty() ? "" : in_markdown(passage.paragraph) + "\\. ";
    out << "\n" << (passage.bullet ? "- " : "") << number << in_markdown(passage.text) << "\n";
  }
  out << "\n" << kAttribution;
}

}  // namespace ofsearch
