// Quotable passages, each with its full citation, and the licence's attribution once.
#include <fmt/format.h>

#include "searcher/formatter.h"

namespace ofsearch {
namespace {

// Signs that Markdown would take for its own.
std::string markdown_escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

std::string citation(const ReportHit& hit, const Passage& passage) {
  const Metadata& m = hit.report.metadata;
  std::string text = fmt::format("{}, {}, {}", markdown_escaped(m.authority),
                                 visit_type_words(m.visit_type), dates_words(m));
  if (!passage.section.empty())
    text += fmt::format(", section “{}”", markdown_escaped(passage.section));
  if (!passage.paragraph.empty()) text += fmt::format(", paragraph {}", passage.paragraph);
  if (passage.page > 0) text += fmt::format(", page {}", passage.page);
  return text + fmt::format(" ({})", markdown_escaped(hit.report.path));
}

}  // namespace

void format_markdown(const SearchResults& results, const OutputOptions&, std::ostream& out) {
  out << "# Search: " << markdown_escaped(results.query.empty() ? results.interpreted : results.query)
      << "\n\n";
  out << results.total_reports << " reports";
  if (results.total_passages > 0) out << ", " << results.total_passages << " passages";
  out << "\n";
  for (const ReportHit& hit : results.hits) {
    if (hit.passages.empty())
      out << "\n- " << citation(hit, Passage()) << ", " << grade_words(hit.report.metadata) << "\n";
    for (const PassageHit& passage : hit.passages) {
      out << "\n> "
          << marked(passage.passage.text, passage.marks, "**", "**", markdown_escaped) << "\n>\n> — "
          << citation(hit, passage.passage) << "\n";
    }
  }
  out << "\nContains public sector information licensed under the Open Government Licence v3.0.\n";
}

}  // namespace ofsearch
