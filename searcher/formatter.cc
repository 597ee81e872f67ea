#include "searcher/formatter.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

namespace ofsearch {
namespace {

struct NamedFormat {
  std::string_view name;
  FormatFunction function;
};

constexpr std::array<NamedFormat, 5> kFormats = {{{"text", format_text},
                                                  {"json", format_json},
                                                  {"jsonl", format_jsonl},
                                                  {"csv", format_csv},
                                                  {"markdown", format_markdown}}};

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

// "2022-09-30" -> "30 September 2022".
std::string date_words(const std::string& iso) {
  if (iso.size() != 10) return iso;
  auto month = static_cast<size_t>(std::atoi(iso.c_str() + 5));
  if (month < 1 || month > kMonths.size()) return iso;
  return fmt::format("{} {} {}", std::atoi(iso.c_str() + 8), kMonths[month - 1], iso.substr(0, 4));
}

}  // namespace

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const NamedFormat& format : kFormats) names.emplace_back(format.name);
  return names;
}

FormatFunction find_format(std::string_view name) {
  for (const NamedFormat& format : kFormats)
    if (format.name == name) return format.function;
  return nullptr;
}

std::string as_is(std::string_view text) { return std::string(text); }

std::string html_escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out.push_back(c);
    }
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
  static const std::map<std::string_view, std::string_view> kWords = {
      {"ilacs-standard", "ILACS standard inspection"},
      {"ilacs-short", "ILACS short inspection"},
      {"ilacs", "ILACS inspection"},
      {"focused-visit", "focused visit"},
      {"monitoring-visit", "monitoring visit"},
      {"sif", "single inspection (SIF)"},
      {"lscb-review", "safeguarding board review"},
      {"child-protection", "child protection inspection"},
      {"looked-after", "looked after children inspection"},
      {"slac", "safeguarding and looked after inspection"},
      {"joint-area-review", "joint area review"},
      {"jtai", "joint targeted area inspection"},
      {"area-send", "area SEND inspection"},
      {"area-send-monitoring", "area SEND monitoring inspection"},
      {"other", "other inspection"},
      {"unknown", "inspection of unknown type"}};
  auto it = kWords.find(visit_type);
  return std::string(it == kWords.end() ? visit_type : it->second);
}

std::string dates_words(const Metadata& metadata) {
  const auto& start = metadata.inspection_start;
  const auto& end = metadata.inspection_end;
  if (start && end && *start != *end) {
    std::string last = date_words(*end), first = date_words(*start);
    // "20 to 30 September 2022" rather than the month twice.
    if (start->substr(0, 7) == end->substr(0, 7)) first = first.substr(0, first.find(' '));
    else if (start->substr(0, 4) == end->substr(0, 4)) first = first.substr(0, first.rfind(' '));
    return first + " to " + last;
  }
  if (end) return date_words(*end);
  if (metadata.published) return "published " + date_words(*metadata.published);
  return metadata.year ? std::to_string(*metadata.year) : "date unknown";
}

std::string grade_words(const Metadata& metadata) {
  if (metadata.send_outcome) return "outcome: " + *metadata.send_outcome;
  if (metadata.grade == "unknown") return "grade unknown";
  if (metadata.grade != "none") return metadata.grade;
  return metadata.standing_grade ? "no grade awarded (standing grade: " + *metadata.standing_grade + ")"
                                 : "no grade awarded";
}

}  // namespace ofsearch
