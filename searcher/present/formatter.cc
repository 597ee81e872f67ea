#include "searcher/present/formatter.h"

#include "common/dates/days_in_words.h"
#include "common/report/values.h"
#include "common/text/harmless.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

using enum CountsPlace;

constexpr std::array<OutputFormat, 7> kFormats = {{
    {"text", false, false, true, kBeside, format_text, show_text, table_text},
    {"json", false, false, true, kBeside, format_json, show_json, table_json},
    {"jsonl", true, false, false, kNowhere, format_jsonl, show_json, table_jsonl},
    {"csv", true, false, false, kInstead, format_csv, show_csv, table_csv},
    {"csv-excel", true, false, false, kInstead, format_csv_excel, show_csv_excel, table_csv_excel},
    {"markdown", true, false, true, kBeside, format_markdown, show_markdown, table_markdown},
    {"xlsx", true, true, true, kBeside, format_xlsx, show_xlsx, table_xlsx},
}};

}  // namespace

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const OutputFormat& format : kFormats) names.emplace_back(format.name);
  return names;
}

const OutputFormat* find_format(std::string_view name) {
  for (const OutputFormat& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

std::string html_escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::string cells_apart(std::string_view text) {
  std::string out;
  for (char c : printable(text, "\t\n")) {
    if (c == '\t')
      out += " | ";
    else
      out += c;
  }
  return out;
}

std::string marked(std::string_view text, const Marks& marks, std::string_view open,
                   std::string_view close, std::string (*escape)(std::string_view)) {
  std::string out;
  size_t at = 0;
  for (const auto& [begin, end] : marks) {
    if (begin < at || end > text.size()) continue;
    out += escape(text.substr(at, begin - at));
    out += open;
    out += escape(text.substr(begin, end - begin));
    out += close;
    at = end;
  }
  return out + escape(text.substr(at));
}

std::string visit_type_words(std::string_view visit_type) {
  const VisitType* name = find_visit_type(visit_type);
  return name == nullptr ? printable(visit_type) : std::string(name->words);
}

std::string visit_type_label(std::string_view visit_type) {
  const VisitType* name = find_visit_type(visit_type);
  return name == nullptr ? printable(visit_type) : std::string(name->label);
}

std::string date_words(const std::string& iso) {
  return day_in_words(iso);
}

std::string dates_words(const Metadata& metadata) {
  const auto& start = metadata.inspection_start;
  const auto& end = metadata.inspection_end;
  if (start && end && *start != *end) {
    std::string last = date_words(*end), first = date_words(*start);
    // "20 to 30 September 2022" rather than the month twice.
    if (start->substr(0, 7) == end->substr(0, 7))
      first = first.substr(0, first.find(' '));
    else if (start->substr(0, 4) == end->substr(0, 4))
      first = first.substr(0, first.rfind(' '));
    return printable(first + " to " + last);
  }
  if (end) return printable(date_words(*end));
  if (metadata.published) return "published " + printable(date_words(*metadata.published));
  return metadata.year ? std::to_string(*metadata.year) : "date unknown";
}

std::string grade_words(const Metadata& metadata) {
  if (metadata.send_outcome) return "outcome: " + printable(*metadata.send_outcome);
  if (metadata.grade == "unknown") return "grade unknown";
  if (metadata.grade != "none") return printable(metadata.grade);
  return metadata.standing_grade
             ? "no grade awarded (standing grade: " + printable(*metadata.standing_grade) + ")"
             : "no grade awarded";
}

}  // namespace ofsearch
