// For people at a terminal: results, a history table where only filters were given, facets with
// bars.
#include <algorithm>

#include <fmt/format.h>

#include "common/text.h"
#include "searcher/formatter.h"

namespace ofsearch {
namespace {

struct Colours {
  std::string_view bold, dim, mark, good, bad, end;
};
constexpr Colours kPlain = {"", "", "", "", "", ""};
constexpr Colours kColoured = {"\033[1m", "\033[2m", "\033[1;33m", "\033[32m", "\033[31m",
                               "\033[0m"};

// `text` broken into lines of at most `width` columns, each after `indent`. Escape sequences take
// no column.
std::string wrapped(std::string_view text, size_t width, const std::string& indent) {
  std::string out = indent;
  size_t column = indent.size();
  bool first = true;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find(' ', begin), text.size());
    std::string_view word = text.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    size_t columns = 0;
    for (size_t i = 0; i < word.size(); ++i) {
      if (word[i] == '\033') {
        while (i < word.size() && word[i] != 'm') ++i;
        continue;
      }
      columns += (word[i] & 0xC0) != 0x80 ? 1 : 0;
    }
    if (!first && column + 1 + columns > width) {
      out += "\n" + indent;
      column = indent.size();
    } else if (!first) {
      out += " ";
      ++column;
    }
    out += word;
    column += columns;
    first = false;
  }
  return out;
}

std::string plural(size_t n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

std::string header_line(const ReportHit& hit, const Colours& colours) {
  const Metadata& m = hit.report.metadata;
  return fmt::format("{}{}. {}{}, {}, {} — {}", colours.bold, hit.rank, m.authority, colours.end,
                     visit_type_words(m.visit_type), dates_words(m), grade_words(m));
}

std::string_view finding_mark(Finding finding) {
  switch (finding) {
    case Finding::kStrength: return "+ strength";
    case Finding::kWeakness: return "- weakness";
    case Finding::kMixed: return "± mixed";
    case Finding::kNeutral: return "";
  }
  return "";
}

std::string place_line(const Passage& passage, const Colours& colours) {
  std::string place;
  auto add = [&](const std::string& part) { place += (place.empty() ? "" : " · ") + part; };
  if (!passage.section.empty()) add(passage.section);
  if (!passage.paragraph.empty()) add("paragraph " + passage.paragraph);
  if (passage.page > 0) add(fmt::format("page {}", passage.page));
  if (std::string_view mark = finding_mark(passage.finding); !mark.empty()) add(std::string(mark));
  return fmt::format("{}{}{}", colours.dim, place, colours.end);
}

void print_hit(const ReportHit& hit, const OutputOptions& options, const Colours& colours,
               std::ostream& out) {
  out << wrapped(header_line(hit, colours), options.width, "") << "\n";
  for (const PassageHit& passage : hit.passages) {
    if (!passage.passage.section.empty() || passage.passage.page > 0)
      out << wrapped(place_line(passage.passage, colours), options.width, "   ") << "\n";
    const std::string& text = options.whole_passages ? passage.passage.text : passage.snippet;
    const Marks& marks = options.whole_passages ? passage.marks : passage.snippet_marks;
    std::string shown = marked(text, marks, colours.mark, colours.end, as_is);
    if (!options.whole_passages)
      shown = (passage.cut_before ? "… " : "") + shown + (passage.cut_after ? " …" : "");
    out << wrapped(shown, options.width, "   ") << "\n";
  }
  out << fmt::format("   {}{} (id {}){}\n\n", colours.dim, hit.report.path, hit.report.id,
                     colours.end);
}

// The inspections that filters alone select, as a table.
void print_history(const SearchResults& results, const Colours& colours, std::ostream& out) {
  size_t authority_width = 9, type_width = 4;
  for (const ReportHit& hit : results.hits) {
    authority_width = std::max(authority_width, length(hit.report.metadata.authority));
    type_width = std::max(type_width, visit_type_words(hit.report.metadata.visit_type).size());
  }
  auto pad = [](const std::string& text, size_t width) {
    size_t columns = length(text);
    return text + std::string(width > columns ? width - columns : 0, ' ');
  };
  out << colours.dim << pad("date", 12) << pad("authority", authority_width + 2)
      << pad("type", type_width + 2) << "grade" << colours.end << "\n";
  for (const ReportHit& hit : results.hits) {
    const Metadata& m = hit.report.metadata;
    std::string date = m.inspection_end ? *m.inspection_end
                       : m.published    ? *m.published
                       : m.year         ? std::to_string(*m.year)
                                        : "unknown";
    out << pad(date, 12) << pad(m.authority, authority_width + 2)
        << pad(visit_type_words(m.visit_type), type_width + 2) << colours.bold << grade_words(m)
        << colours.end << "\n"
        << std::string(12, ' ') << colours.dim << hit.report.path << " (id " << hit.report.id << ")"
        << colours.end << "\n";
  }
  out << "\n";
}

constexpr size_t kBarColumns = 30;
constexpr size_t kFacetsInList = 10;  // values of a facet beside results

void print_facet(const Facet& facet, bool alone, const Colours& colours, std::ostream& out) {
  if (facet.values.empty()) return;
  size_t most = 1, name_width = 0;
  for (const FacetValue& value : facet.values) {
    most = std::max(most, value.count);
    name_width = std::max(name_width, length(value.value));
  }
  out << colours.bold << facet.name << colours.end
      << (facet.name == "finding" ? " (passages)" : " (reports)") << "\n";
  size_t shown = 0, left_out = 0;
  for (const FacetValue& value : facet.values) {
    if (!alone && shown >= kFacetsInList && !value.selected) {
      ++left_out;
      continue;
    }
    ++shown;
    size_t bar = (value.count * kBarColumns + most - 1) / most;
    std::string blocks;
    for (size_t i = 0; i < bar; ++i) blocks += "▇";
    out << fmt::format("  {} {}{} {:>6} {}\n", value.selected ? "*" : " ", value.value,
                       std::string(name_width - length(value.value), ' '), value.count, blocks);
  }
  if (left_out > 0)
    out << fmt::format("    {}and {} more: --facets {}{}\n", colours.dim, left_out, facet.name,
                       colours.end);
}

std::string summary(const SearchResults& results) {
  std::string text = plural(results.total_reports, "report");
  if (results.total_passages > 0)
    text += fmt::format(", {}{}", results.exact ? "" : "about ",
                        plural(results.total_passages, "passage"));
  return text;
}

bool has_passages(const SearchResults& results) {
  return std::any_of(results.hits.begin(), results.hits.end(),
                     [](const ReportHit& hit) { return !hit.passages.empty(); });
}

}  // namespace

void format_text(const SearchResults& results, const OutputOptions& options, std::ostream& out) {
  const Colours& colours = options.colour ? kColoured : kPlain;
  if (has_passages(results) || !results.query.empty()) {
    for (const ReportHit& hit : results.hits) print_hit(hit, options, colours, out);
  } else if (!results.hits.empty()) {
    print_history(results, colours, out);
  }
  for (const Facet& facet : results.facets)
    print_facet(facet, results.facets.size() == 1, colours, out);
  if (!results.facets.empty()) out << "\n";
  out << colours.bold << summary(results) << colours.end;
  if (!results.hits.empty() && results.total_reports > results.hits.size())
    out << fmt::format(" ({} to {} shown)", results.hits.front().rank, results.hits.back().rank);
  out << "\n";
  if (!results.interpreted.empty())
    out << wrapped("searched: " + results.interpreted, options.width, "") << "\n";
  for (const std::string& notice : results.notices)
    out << wrapped("note: " + notice, options.width, "") << "\n";
  for (const std::string& shard : results.missing_shards)
    out << "note: this answer is partial; the shard " << shard << " is down\n";
  if (results.suggestion) out << "did you mean: " << *results.suggestion << "\n";
  for (const std::string& line : results.explanation) out << line << "\n";
}

void show_text(const Report& report, const OutputOptions& options, std::ostream& out) {
  const Colours& colours = options.colour ? kColoured : kPlain;
  ReportHit hit{1, 0, report, {}};
  const Metadata& m = report.metadata;
  out << wrapped(fmt::format("{}{}{}, {}, {} — {}", colours.bold, m.authority, colours.end,
                             visit_type_words(m.visit_type), dates_words(m), grade_words(m)),
                 options.width, "")
      << "\n"
      << report.path << "\n";
  std::string section;
  for (const Passage& passage : report.passages) {
    if (passage.section != section) {
      section = passage.section;
      out << "\n" << wrapped(fmt::format("{}{}{}", colours.bold, section, colours.end),
                             options.width, "") << "\n";
    }
    std::string number = passage.paragraph.empty() ? "" : passage.paragraph + ". ";
    std::string bullet = passage.bullet ? "• " : "";
    out << "\n" << wrapped(number + bullet + passage.text, options.width, "") << "\n";
  }
}

}  // namespace ofsearch
