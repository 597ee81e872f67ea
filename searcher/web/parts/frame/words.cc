#include "searcher/web/parts/frame/words.h"

#include "common/report/values.h"
#include "searcher/present/formatter.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace ofsearch::web {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 15> kFieldLabels = {{{"authority", "Authority"},
                                                {"year", "Year"},
                                                {"visit_type", "Type of visit"},
                                                {"grade", "Overall grade"},
                                                {"kind", "Kind of document"},
                                                {"region", "Region"},
                                                {"standing_grade", "Grade in force"},
                                                {"send_outcome", "SEND outcome"},
                                                {"focus", "Focus"},
                                                {"lead_inspector", "Lead inspector"},
                                                {"judgements", "Judgement"},
                                                {"topic", "Topic"},
                                                {"finding", "Finding of the passage"},
                                                {"section", "Part of the report"},
                                                {"indexed-since", "New since"}}};

// Labels of values that do not become words for people when hyphens become spaces.
constexpr std::array<Pair, 8> kValueLabels = {{
    {"asylum-seeking-children", "Asylum-seeking children"},
    {"care-leavers-housing", "Care leavers: housing"},
    {"care-leavers-work-and-learning", "Care leavers: work and learning"},
    {"extra-familial-risk", "Extra-familial risk"},
    {"out-of-area-placements", "Out-of-area placements"},
    {"pre-proceedings", "Pre-proceedings"},
    {"secure-and-deprivation-of-liberty", "Secure homes and deprivation of liberty"},
    {"step-up-step-down", "Step up and step down"},
}};

std::string spaced(std::string_view value) {
  for (const auto& [name, label] : kValueLabels)
    if (name == value) return std::string(label);
  std::string out(value);
  std::replace(out.begin(), out.end(), '-', ' ');
  std::replace(out.begin(), out.end(), '_', ' ');
  return capitalised(out);
}

// "child-s-voice" -> "child’s-voice"
std::string with_apostrophes(std::string text) {
  for (size_t at; (at = (text + "-").find("-s-")) != std::string::npos;) text.replace(at, 2, "’s");
  return text;
}

bool is_name(std::string_view field) {
  return field == "authority" || field == "region" || field == "lead_inspector";
}

// "2018..2022", as a filter takes it.
std::string years_label(std::string_view years) {
  const size_t dots = years.find("..");
  if (dots == std::string_view::npos) return std::string(years);
  const std::string first(years.substr(0, dots)), last(years.substr(dots + 2));
  if (last.empty()) return first + " or later";
  return first.empty() ? last + " or earlier" : first + " to " + last;
}

}  // namespace

std::string field_label(std::string_view field) {
  for (const auto& [name, label] : kFieldLabels)
    if (name == field) return std::string(label);
  return spaced(field);
}

std::string value_label(std::string_view field, std::string_view value) {
  if (value == "unknown") return "Not known";
  if (field == "grade" && value == "none") return "No grade awarded";
  if (is_name(field)) return std::string(value);
  if (field == "judgements") {
    size_t colon = std::min(value.find(':'), value.size());
    if (const Judgement* judgement = find_judgement(value.substr(0, colon)))
      return std::string(judgement->words) + ": " +
             std::string(value.substr(std::min(colon + 1, value.size())));
  }
  std::string text = field == "visit_type" ? visit_type_words(value) : std::string(value);
  if (field == "topic") text = with_apostrophes(std::move(text));
  return field == "year" ? years_label(text) : spaced(text);
}

std::string capitalised(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string report_title(const Report& report) {
  const Metadata& m = report.metadata;
  std::string authority = m.authority == "unknown" ? "Authority not known" : m.authority;
  return fmt::format("{}: {}, {}", authority, visit_type_words(m.visit_type), dates_words(m));
}

std::string citation(const Report& report, const Passage* passage) {
  const Metadata& m = report.metadata;
  std::string text =
      fmt::format("{}, {}, {}", m.authority, visit_type_words(m.visit_type), dates_words(m));
  const std::string address = m.url ? ", " + *m.url : "";
  if (passage == nullptr) return text + address;
  if (!passage->section.empty()) text += fmt::format(", section “{}”", passage->section);
  if (!passage->paragraph.empty()) text += ", paragraph " + passage->paragraph;
  if (passage->page > 0) text += fmt::format(", page {}", passage->page);
  return text + address;
}

Json grade_view(std::string_view grade) {
  std::string kind(grade);
  std::replace(kind.begin(), kind.end(), ' ', '-');
  return {{"words", value_label("grade", grade)}, {"kind", kind}};
}

Json grade_view(const Metadata& metadata) {
  if (metadata.send_outcome)
    return {{"words", value_label("send_outcome", *metadata.send_outcome)},
            {"kind", *metadata.send_outcome}};
  Json view = grade_view(metadata.grade);
  if (metadata.grade == "none" && metadata.standing_grade)
    view["words"] = (metadata.judgements.empty() ? "No grade awarded; grade in force: "
                                                 : "No overall grade; before: ") +
                    *metadata.standing_grade;
  else if (metadata.grade == "none" && !metadata.judgements.empty())
    view["words"] = "No overall grade";
  return view;
}

Json marked_parts(std::string_view text, const Marks& marks) {
  Json parts = Json::array();
  auto add = [&](size_t begin, size_t end, bool mark) {
    if (begin < end)
      parts.push_back({{"text", std::string(text.substr(begin, end - begin))}, {"mark", mark}});
  };
  size_t at = 0;
  for (const auto& [begin, end] : marks) {
    if (begin < at || end > text.size()) continue;
    add(at, begin, false);
    add(begin, end, true);
    at = end;
  }
  add(at, text.size(), false);
  return parts;
}

}  // namespace ofsearch::web
