#include "indexer/card.h"

#include "common/report/values.h"
#include "common/terminal/columns.h"
#include "common/text/code_points.h"
#include "common/text/harmless.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <vector>

namespace ofsearch {
namespace {

constexpr std::string_view kBold = "\x1b[1m", kDim = "\x1b[2m", kYellow = "\x1b[33m";
constexpr std::string_view kPlain = "\x1b[0m";
constexpr size_t kValueWidth = 30;    // columns; longer values push the words to the right
constexpr size_t kLongestWords = 90;  // characters of evidence shown

struct Row {
  std::string name;
  std::string value;
  std::string evidence_field;
};

std::string or_dash(const std::optional<std::string>& value) {
  return value.value_or("-");
}
std::string or_dash(const std::string& value) {
  return value.empty() ? "-" : value;
}

std::vector<Row> rows_of(const Metadata& m) {
  std::vector<Row> rows = {
      {"title", or_dash(m.title), "title"},
      {"kind", m.kind, "kind"},
      {"authority", m.authority, "authority"},
      {"code, region", m.authority_code.empty() ? "-" : m.authority_code + ", " + m.region, ""},
      {"visit type", m.visit_type, "visit_type"},
      {"inspection start", or_dash(m.inspection_start), "inspection_start"},
      {"inspection end", or_dash(m.inspection_end), "inspection_end"},
      {"published", or_dash(m.published), "published"},
      {"year", m.year ? std::to_string(*m.year) : "-", "year"},
      {"grade", m.grade, "grade"},
  };
  for (const Judgement& judgement : judgements())
    if (auto found = m.judgements.find(std::string(judgement.name)); found != m.judgements.end())
      rows.push_back({"  " + found->first, found->second, "judgements." + found->first});
  rows.push_back({"standing grade", or_dash(m.standing_grade), "standing_grade"});
  if (m.send_outcome) rows.push_back({"SEND outcome", *m.send_outcome, "send_outcome"});
  if (m.focus) rows.push_back({"focus", *m.focus, "focus"});
  rows.push_back({"lead inspector", or_dash(m.lead_inspector), "lead_inspector"});
  return rows;
}

std::string shortened(const std::string& text) {
  if (length(text) <= kLongestWords) return text;
  size_t at = 0;
  for (size_t i = 0; i < kLongestWords; ++i) next_code_point(text, &at);
  return text.substr(0, at) + "…";
}

std::string words_of(const Metadata& metadata, const Row& row) {
  auto found = metadata.evidence.find(row.evidence_field);
  if (found == metadata.evidence.end()) return {};
  const Evidence& evidence = found->second;
  std::string page = evidence.page > 0 ? fmt::format("page {}, ", evidence.page) : "";
  // A title is its own evidence.
  if (evidence.text.empty() || evidence.text == row.value)
    return fmt::format("({}{})", page, evidence.rule);
  return fmt::format("“{}” ({}{})", shortened(evidence.text), page, evidence.rule);
}

}  // namespace

void write_card(const Report& report, bool colour, std::ostream& out) {
  auto paint = [&](std::string_view code, const std::string& text) {
    return colour && !text.empty() ? fmt::format("{}{}{}", code, text, kPlain) : text;
  };
  out << paint(kBold, printable(report.path)) << "\n";
  std::vector<Row> rows = rows_of(report.metadata);
  size_t width = 0;
  for (const Row& row : rows) width = std::max(width, length(row.name));
  for (const Row& row : rows) {
    std::string words = printable(words_of(report.metadata, row));
    std::string shown = printable(row.value);
    std::string value = words.empty() ? shown : padded(shown, kValueWidth);
    out << "  " << paint(kDim, padded(row.name, width)) << "  " << paint(kBold, value);
    if (!words.empty()) out << "  " << paint(kDim, words);
    out << "\n";
  }
  out << "  " << paint(kDim, padded("passages", width)) << "  " << report.passages.size() << "\n";
  for (const std::string& warning : report.metadata.warnings)
    out << "  " << paint(kYellow, "warning: " + printable(warning)) << "\n";
  out << "\n";
}

}  // namespace ofsearch
