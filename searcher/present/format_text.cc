// Writes for people at a terminal: results, or a history table where only filters were given.
// Facets stand beside the results in a line each or, if they were asked for, with bars.
#include "common/field/authorities/authority_groups.h"
#include "common/report/values.h"
#include "common/terminal/columns.h"
#include "common/text/counted.h"
#include "common/text/file_address.h"
#include "common/text/harmless.h"
#include "common/text/nearest.h"
#include "searcher/extract/passage_hits.h"
#include "searcher/present/formatter.h"
#include "searcher/present/text_facets.h"
#include "searcher/present/words/answer_notes.h"
#include "searcher/present/words/interpreted.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch {
namespace {

constexpr Colours kPlain = {"", "", "", "", "", ""};
constexpr Colours kColoured = {"\033[1m",  "\033[2m",  "\033[1;33m",
                               "\033[32m", "\033[31m", "\033[0m"};

constexpr std::string_view kIndent = "   ";

std::string header_line(const ReportHit& hit, const Colours& colours) {
  const Metadata& m = hit.report.metadata;
  return fmt::format("{}{}. {}{}, {}, {} — {}", colours.bold, hit.rank, printable(m.authority),
                     colours.end, visit_type_words(m.visit_type), dates_words(m), grade_words(m));
}

std::string_view finding_mark(Finding finding) {
  switch (finding) {
    case Finding::kStrength:
      return "strength";
    case Finding::kWeakness:
      return "weakness";
    case Finding::kMixed:
      return "mixed";
    case Finding::kNeutral:
      return "";
  }
  return "";
}

std::string dimmed(const std::string& text, const Colours& colours) {
  return fmt::format("{}{}{}", colours.dim, text, colours.end);
}

// "The experiences of children in care · paragraph 10 · page 3".
std::string place_of(const Passage& passage) {
  std::string place;
  auto add = [&](const std::string& part) { place += (place.empty() ? "" : " · ") + part; };
  if (!passage.section.empty()) add(printable(passage.section));
  if (!passage.paragraph.empty()) add("paragraph " + printable(passage.paragraph));
  if (passage.page > 0)
    add(fmt::format("page {}{}", passage.page, passage.ocr ? " (scanned, may be misread)" : ""));
  return place;
}

// Returns the place with what the passage finds: its colour says no more than its words.
std::string place_line(const Passage& passage, const Colours& colours) {
  std::string place = place_of(passage);
  std::string line = place.empty() ? "" : dimmed(place, colours);
  std::string_view mark = finding_mark(passage.finding);
  if (mark.empty()) return line;
  std::string_view colour = passage.finding == Finding::kStrength   ? colours.good
                            : passage.finding == Finding::kWeakness ? colours.bad
                                                                    : colours.dim;
  return fmt::format("{}{}{}{}{}", line, line.empty() ? "" : " · ", colour, mark, colours.end);
}

// Returns the line with the path. If the terminal knows links, the path leads to the file, at
// `page` if it is not 0.
std::string file_and_id(const Report& report, const OutputOptions& options, int page = 0) {
  std::string path = printable(report.path);
  if (options.links && !report.file.empty())
    path = fmt::format("\033]8;;{}\033\\{}\033]8;;\033\\", file_address(report.file, page), path);
  return fmt::format("{} (id {})", path, printable(report.id));
}

void print_reasons(const std::vector<std::string>& reasons, const OutputOptions& options,
                   const Colours& colours, std::ostream& out) {
  for (const std::string& reason : reasons)
    out << wrapped(dimmed("why: " + printable(reason), colours), options.width, kIndent, kIndent)
        << "\n";
}

void print_hit(const ReportHit& hit, const OutputOptions& options, const Colours& colours,
               std::ostream& out) {
  out << wrapped(header_line(hit, colours), options.width, "", kIndent) << "\n";
  for (const PassageHit& passage : hit.passages) {
    if (std::string place = place_line(passage.passage, colours); !place.empty())
      out << wrapped(place, options.width, kIndent) << "\n";
    const std::string& text = options.whole_passages ? passage.passage.text : passage.snippet;
    const Marks& marks = options.whole_passages ? passage.marks : passage.snippet_marks;
    std::string shown = marked(text, marks, colours.mark, colours.end, cells_apart);
    if (!options.whole_passages)
      shown = (passage.cut_before ? "… " : "") + shown + (passage.cut_after ? " …" : "");
    out << wrapped(shown, options.width, kIndent) << "\n";
    print_reasons(passage.reasons, options, colours, out);
  }
  print_reasons(hit.reasons, options, colours, out);
  if (!hit.shared_words.empty())
    out << wrapped("both speak of: " + printable(list_in_words(hit.shared_words, "and")),
                   options.width, kIndent)
        << "\n";
  const int page = hit.passages.empty() ? 0 : hit.passages.front().passage.page;
  std::string source =
      file_and_id(hit.report, options, page) + (hit.some ? " · only some of the query" : "");
  out << wrapped(dimmed(source, colours), options.width, kIndent) << "\n\n";
}

// ---- The inspections that filters alone select, as a table ----------------------------------

using Row = std::vector<std::string>;

std::string date_cell(const Metadata& m) {
  if (m.inspection_end) return printable(*m.inspection_end);
  if (m.published) return printable(*m.published);
  return m.year ? std::to_string(*m.year) : "unknown";
}

// Short, since the column's head says what it is.
std::string grade_cell(const Metadata& m) {
  if (m.send_outcome) {
    std::string words = *m.send_outcome;
    std::replace(words.begin(), words.end(), '-', ' ');
    return printable(words);
  }
  return m.grade == "none" && m.standing_grade
             ? fmt::format("none (standing: {})", printable(*m.standing_grade))
             : printable(m.grade);
}

Row list_row(const ReportHit& hit) {
  const Metadata& m = hit.report.metadata;
  return {date_cell(m), printable(m.authority), visit_type_label(m.visit_type), grade_cell(m)};
}

constexpr size_t kGap = 2;  // between columns

// Each column as wide as its widest cell and a gap.
std::vector<size_t> column_widths(const std::vector<Row>& rows) {
  std::vector<size_t> widths(rows.front().size());
  for (const Row& row : rows)
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns(row[i]) + kGap);
  return widths;
}

std::string laid_out(const Row& row, const std::vector<size_t>& widths) {
  std::string line;
  for (size_t i = 0; i < row.size(); ++i) line += padded(row[i], widths[i]);
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

// Folds a row whose columns are too many for the terminal: the last one is broken into lines, or
// all but the first become one text.
std::string folded(const Row& row, const std::vector<size_t>& widths, size_t width) {
  constexpr size_t kLeastRoom = 20;
  size_t kept = row.size() - 1, taken = 0;
  for (size_t i = 0; i < kept; ++i) taken += widths[i];
  if (taken + kLeastRoom > width) taken = widths[0], kept = 1;
  std::string first, rest;
  for (size_t i = 0; i < kept; ++i) first += padded(row[i], widths[i]);
  for (size_t i = kept; i < row.size(); ++i) rest += (i > kept ? " · " : "") + row[i];
  return wrapped(rest, width, first, std::string(taken, ' '));
}

// The id stands in the last column and the file behind it where the terminal is wide enough, else
// on a line of their own.
void print_list(const SearchResults& results, const OutputOptions& options, const Colours& colours,
                std::ostream& out) {
  std::vector<Row> rows = {{"inspected", "authority", "type", "grade"}};
  size_t file_width = 0;
  for (const ReportHit& hit : results.hits) {
    rows.push_back(list_row(hit));
    file_width = std::max(file_width, columns(file_and_id(hit.report, options)));
  }
  std::vector<size_t> widths = column_widths(rows);
  size_t table_width = 0;
  for (size_t width : widths) table_width += width;
  bool one_line = table_width + file_width <= options.width;
  auto line_of = [&](const Row& row) {
    return table_width <= options.width + kGap ? laid_out(row, widths)
                                               : folded(row, widths, options.width);
  };
  out << dimmed(line_of(rows.front()), colours) << "\n";
  for (size_t i = 0; i < results.hits.size(); ++i) {
    std::string line = line_of(rows[i + 1]);
    std::string file = dimmed(file_and_id(results.hits[i].report, options), colours);
    out << (one_line ? padded(line, table_width) + file
                     : line + "\n" + wrapped(file, options.width, std::string(widths[0], ' ')))
        << "\n";
  }
  out << "\n";
}

// "1 to 10 shown"; of those that are not counted, as they have only `some` of the query, how many.
std::string numbers_shown(const std::vector<ReportHit>& hits, size_t some) {
  const std::string uncounted = fmt::format("{} with only some of it", some);
  if (some == hits.size()) return uncounted + " shown";
  const size_t first = hits.front().rank, last = first + hits.size() - some - 1;
  const std::string text = first == last ? fmt::format("number {} shown", first)
                                         : fmt::format("{} to {} shown", first, last);
  return some == 0 ? text : text + ", then " + uncounted;
}

// "41 reports, 63 passages (1 to 10 shown; more: --offset 10)".
std::string summary(const SearchResults& results, bool with_offset) {
  if (results.total_reports == 0)
    return results.hits.empty() ? "nothing found" : "no report has all of it";
  std::string text = counted(results.total_reports, "report");
  if (results.total_passages > 0)
    text += fmt::format(", {}{}", results.exact ? "" : "about ",
                        counted(results.total_passages, "passage"));
  if (results.hits.empty()) return text + " (none shown)";
  const size_t last = results.hits.back().rank, all = results.listed_reports;
  const size_t some = static_cast<size_t>(std::ranges::count_if(results.hits, &ReportHit::some));
  if (results.hits.front().rank == 1 && last >= all && some == 0) return text;
  text += " (" + numbers_shown(results.hits, some);
  if (last < all && with_offset) text += fmt::format("; more: --offset {}", last);
  return text + ")";
}

// Returns what is known of a report beyond its first line.
std::vector<std::string> card_lines(const Metadata& m) {
  std::vector<std::string> lines;
  if (!m.title.empty()) lines.push_back(printable(m.title));
  std::string grades;
  for (const Judgement& judgement : judgements())
    if (auto it = m.judgements.find(std::string(judgement.name)); it != m.judgements.end())
      grades += fmt::format("{}{}: {}", grades.empty() ? "" : "; ", judgement.words,
                            printable(it->second));
  if (!grades.empty()) lines.push_back(grades);
  if (m.lead_inspector) lines.push_back("lead inspector: " + printable(*m.lead_inspector));
  return lines;
}

// Results of which there is more to say than the table of inspections does.
bool tells_why(const SearchResults& results) {
  return std::any_of(results.hits.begin(), results.hits.end(), [](const ReportHit& hit) {
    return hit.passage_count() > 0 || !hit.shared_words.empty();
  });
}

// "note: ", or "note on homes: " of a saved search.
std::string note_head(const OutputOptions& options) {
  return options.saved_as.empty() ? "note: "
                                  : fmt::format("note on {}: ", printable(options.saved_as));
}

}  // namespace

void format_text(const SearchResults& results, const OutputOptions& options, std::ostream& out) {
  const Colours& colours = options.colour ? kColoured : kPlain;
  if (tells_why(results)) {
    for_each_hit(results, [&](const ReportHit& hit) { print_hit(hit, options, colours, out); });
  } else if (!results.hits.empty()) {
    print_list(results, options, colours, out);
  }
  print_facets(results, options, colours, out);
  const std::string name = options.saved_as.empty() ? "" : printable(options.saved_as) + ": ";
  out << colours.bold
      << wrapped(name + summary(results, options.more.empty()), options.width, "", "   ")
      << colours.end << "\n";
  if (!options.more.empty()) out << "more: " << options.more << "\n";
  for (const std::string& line : level_lines(results))
    out << wrapped(line, options.width, "", kIndent) << "\n";
  if (const std::string searched = interpreted(results); !searched.empty())
    out << wrapped("searched: " + printable(searched), options.width, "", kIndent) << "\n";
  for (const std::string& line : understood_lines(results))
    out << wrapped(printable(line), options.width, "", kIndent) << "\n";
  for (const std::string& notice : results.notices)
    out << wrapped(note_head(options) + printable(notice), options.width, "", kIndent) << "\n";
  for (const std::string& shard : results.missing_shards)
    out << note_head(options) << printable(partial_in_words(shard)) << "\n";
  if (results.suggestion) out << "did you mean: " << printable(*results.suggestion) << "\n";
  for (const std::string& line : results.explanation)
    out << wrapped(printable(line), options.width, "", kIndent) << "\n";
}

void show_text(const Report& report, const OutputOptions& options, std::ostream& out) {
  const Colours& colours = options.colour ? kColoured : kPlain;
  const Metadata& m = report.metadata;
  out << wrapped(
             fmt::format("{}{}{}, {}, {} — {}", colours.bold, printable(m.authority), colours.end,
                         visit_type_words(m.visit_type), dates_words(m), grade_words(m)),
             options.width, "", kIndent)
      << "\n";
  for (const std::string& line : card_lines(m))
    out << wrapped(line, options.width, "", kIndent) << "\n";
  out << dimmed(file_and_id(report, options), colours) << "\n";
  std::string section;
  int page = 0;
  for (const Passage& passage : report.passages) {
    if (passage.page > 0 && passage.page != page) {
      page = passage.page;
      out << "\n" << dimmed(fmt::format("page {}", page), colours) << "\n";
    }
    if (passage.section != section) {
      section = passage.section;
      out << "\n"
          << wrapped(fmt::format("{}{}{}", colours.bold, printable(section), colours.end),
                     options.width)
          << "\n";
    }
    std::string number = passage.paragraph.empty() ? "" : printable(passage.paragraph) + ". ";
    std::string bullet = passage.bullet ? "• " : "";
    const auto marks = options.marks.find(passage.n);
    const std::string text =
        marks == options.marks.end()
            ? cells_apart(passage.text)
            : marked(passage.text, marks->second, colours.mark, colours.end, cells_apart);
    out << "\n"
        << wrapped(text, options.width, number + bullet, passage.bullet ? "  " : "") << "\n";
  }
}

}  // namespace ofsearch
