#include "common/passage_record.h"

#include "common/report_json.h"
#include "common/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace ofsearch {
namespace {

// In this order, tab separated, before the line's end and the text:
//   report id, n, paragraph, page, page_end, section kind, section grade, finding,
//   finding score, bullet, section heading, then short form and meaning of each acronym.
constexpr size_t kFixedFields = 11;

std::string without_separators(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  return text;
}

std::vector<std::string_view> split_tabs(std::string_view line) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= line.size();) {
    size_t end = std::min(line.find('\t', begin), line.size());
    parts.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

template <typename Number>
bool read_number(std::string_view text, Number* out) {
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *out);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::string encode_passage(const StoredPassage& stored) {
  const Passage& p = stored.passage;
  std::string line =
      fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:.3f}\t{}\t{}", stored.report_id, p.n,
                  without_separators(p.paragraph), p.page, p.page_end,
                  section_kind_name(p.section_kind), p.section_grade, finding_name(p.finding),
                  p.finding_score, p.bullet ? 1 : 0, without_separators(p.section));
  for (const auto& [short_form, meaning] : stored.acronyms)
    line += "\t" + without_separators(short_form) + "\t" + without_separators(meaning);
  return line + "\n" + p.text;
}

std::optional<StoredPassage> decode_passage(std::string_view record) {
  size_t line_end = record.find('\n');
  if (line_end == std::string_view::npos) return std::nullopt;
  std::vector<std::string_view> parts = split_tabs(record.substr(0, line_end));
  if (parts.size() < kFixedFields || (parts.size() - kFixedFields) % 2 != 0) return std::nullopt;
  StoredPassage stored;
  Passage& p = stored.passage;
  int bullet = 0;
  if (!read_number(parts[1], &p.n) || !read_number(parts[3], &p.page) ||
      !read_number(parts[4], &p.page_end) || !read_number(parts[8], &p.finding_score) ||
      !read_number(parts[9], &bullet))
    return std::nullopt;
  stored.report_id = parts[0];
  p.paragraph = parts[2];
  p.section_kind = section_kind_from_name(parts[5]).value_or(SectionKind::kOther);
  p.section_grade = parts[6];
  p.finding = finding_from_name(parts[7]).value_or(Finding::kNeutral);
  p.bullet = bullet != 0;
  p.section = parts[10];
  p.text = record.substr(line_end + 1);
  for (size_t i = kFixedFields; i + 1 < parts.size(); i += 2)
    stored.acronyms.emplace_back(parts[i], parts[i + 1]);
  return stored;
}

std::string_view text_of_record(std::string_view record) {
  size_t line_end = record.find('\n');
  return line_end == std::string_view::npos ? std::string_view() : record.substr(line_end + 1);
}

}  // namespace ofsearch
