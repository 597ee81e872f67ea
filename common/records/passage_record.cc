#include "common/records/passage_record.h"

#include "common/records/report_json.h"
#include "common/report/sections.h"
#include "common/report/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace ofsearch {
namespace {

// In this order, tab separated, before the line's end and the text:
//   report id, year, n, paragraph, page, page_end, section kind, section grade, finding,
//   finding score, sentences, their findings in hundredths, bullet, read off a picture, section
//   heading, then short form and meaning of each acronym.
constexpr size_t kFixedFields = 15;

std::string without_separators(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  return text;
}

enum FieldNumber {
  kReportId,
  kYear,
  kN,
  kParagraph,
  kPage,
  kPageEnd,
  kSectionKind,
  kSectionGrade,
  kFinding,
  kFindingScore,
  kSentences,
  kSentenceFindings,
  kBullet,
  kOcr,
  kSection
};

struct Parts {
  std::array<std::string_view, kFixedFields> fields;
  std::vector<std::pair<std::string_view, std::string_view>> acronyms;
  std::string_view text;
};

// Cuts `line` at the next `separator`; `field` gets what stands in front of it. Returns false
// behind the end.
bool cut(std::optional<std::string_view>* line, char separator, std::string_view* field) {
  if (!*line) return false;
  size_t end = (*line)->find(separator);
  *field = (*line)->substr(0, end);
  *line = end == std::string_view::npos ? std::nullopt : std::optional((*line)->substr(end + 1));
  return true;
}

std::optional<Parts> split(std::string_view record) {
  size_t line_end = record.find('\n');
  if (line_end == std::string_view::npos) return std::nullopt;
  Parts parts;
  parts.text = record.substr(line_end + 1);
  std::optional<std::string_view> line = record.substr(0, line_end);
  for (std::string_view& field : parts.fields)
    if (!cut(&line, '\t', &field)) return std::nullopt;
  for (std::string_view short_form, meaning; cut(&line, '\t', &short_form);) {
    if (!cut(&line, '\t', &meaning)) return std::nullopt;
    parts.acronyms.emplace_back(short_form, meaning);
  }
  return parts;
}

template <typename Number>
bool read_number(std::string_view text, Number* out) {
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *out);
  return error == std::errc() && end == text.data() + text.size();
}

// Returns how far it is from the end of each sentence to the next, the last left out: "120 88".
// Only spaces stand between sentences.
std::string written(const Sentences& sentences) {
  std::string out;
  size_t at = 0;
  for (size_t i = 0; i + 1 < sentences.size(); ++i) {
    out += fmt::format("{}{}", out.empty() ? "" : " ", sentences[i].second - at);
    at = sentences[i].second;
  }
  return out;
}

// Returns the sentences; nothing if they are not those of a text like this.
std::optional<Sentences> read_sentences(std::string_view written, std::string_view text) {
  Sentences sentences;
  size_t at = 0;
  auto add = [&](size_t end) {
    size_t begin = std::min(text.find_first_not_of(' ', at), text.size());
    if (begin < end) sentences.emplace_back(begin, end);
    at = end;
    return begin < end;
  };
  std::optional<std::string_view> rest;
  if (!written.empty()) rest = written;
  for (std::string_view number; cut(&rest, ' ', &number);) {
    size_t distance = 0;
    if (!read_number(number, &distance) || distance > text.size() - at || !add(at + distance))
      return std::nullopt;
  }
  size_t end = text.find_last_not_of(' ') + 1;
  if (!add(end) && !written.empty()) return std::nullopt;
  return sentences;
}

// Returns the findings in hundredths: "80 -35 0".
std::string written(const std::vector<double>& findings) {
  std::string out;
  for (double finding : findings)
    out += fmt::format("{}{}", out.empty() ? "" : " ", std::lround(finding * 100));
  return out;
}

// Returns the findings; nothing if one is not a number.
std::optional<std::vector<double>> read_findings(std::string_view written) {
  std::vector<double> findings;
  std::optional<std::string_view> rest;
  if (!written.empty()) rest = written;
  for (std::string_view number; cut(&rest, ' ', &number);) {
    int hundredths = 0;
    if (!read_number(number, &hundredths)) return std::nullopt;
    findings.push_back(hundredths / 100.0);
  }
  return findings;
}

}  // namespace

std::string encode_passage(const StoredPassage& stored) {
  const Passage& p = stored.passage;
  std::string line = fmt::format(
      "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:.3f}\t{}\t{}\t{}\t{}\t{}", stored.report_id,
      stored.year, p.n, without_separators(p.paragraph), p.page, p.page_end,
      section_kind_name(p.section_kind), p.section_grade, finding_name(p.finding), p.finding_score,
      written(sentences_of(p)), written(p.sentence_findings), p.bullet ? 1 : 0, p.ocr ? 1 : 0,
      without_separators(p.section));
  for (const auto& [short_form, meaning] : stored.acronyms)
    line += "\t" + without_separators(short_form) + "\t" + without_separators(meaning);
  return line + "\n" + p.text;
}

std::optional<StoredPassage> decode_passage(std::string_view record) {
  std::optional<Parts> parts = split(record);
  if (!parts) return std::nullopt;
  const auto& fields = parts->fields;
  StoredPassage stored;
  Passage& p = stored.passage;
  int bullet = 0, ocr = 0;
  if (!read_number(fields[kYear], &stored.year) || !read_number(fields[kN], &p.n) ||
      !read_number(fields[kPage], &p.page) || !read_number(fields[kPageEnd], &p.page_end) ||
      !read_number(fields[kFindingScore], &p.finding_score) ||
      !read_number(fields[kBullet], &bullet) || !read_number(fields[kOcr], &ocr))
    return std::nullopt;
  stored.report_id = fields[kReportId];
  p.paragraph = fields[kParagraph];
  p.section_kind = section_kind_from_name(fields[kSectionKind]).value_or(SectionKind::kOther);
  p.section_grade = fields[kSectionGrade];
  p.finding = finding_from_name(fields[kFinding]).value_or(Finding::kNeutral);
  p.bullet = bullet != 0;
  p.ocr = ocr != 0;
  p.section = fields[kSection];
  p.text = parts->text;
  auto sentences = read_sentences(fields[kSentences], p.text);
  if (!sentences) return std::nullopt;
  p.sentences = std::move(*sentences);
  auto findings = read_findings(fields[kSentenceFindings]);
  if (!findings) return std::nullopt;
  p.sentence_findings = std::move(*findings);
  stored.acronyms.assign(parts->acronyms.begin(), parts->acronyms.end());
  return stored;
}

std::optional<PassageView> view_passage(std::string_view record) {
  std::optional<Parts> parts = split(record);
  if (!parts) return std::nullopt;
  const auto& fields = parts->fields;
  PassageView view;
  if (!read_number(fields[kYear], &view.year) || !read_number(fields[kN], &view.n) ||
      !read_number(fields[kFindingScore], &view.finding_score))
    return std::nullopt;
  view.record = record;
  view.report_id = fields[kReportId];
  view.section = fields[kSection];
  view.section_kind = fields[kSectionKind];
  view.written_sentences = fields[kSentences];
  view.written_findings = fields[kSentenceFindings];
  view.text = parts->text;
  view.acronyms = std::move(parts->acronyms);
  return view;
}

Sentences sentences_of(const PassageView& passage) {
  return read_sentences(passage.written_sentences, passage.text).value_or(Sentences());
}

std::vector<double> findings_of(const PassageView& passage) {
  return read_findings(passage.written_findings).value_or(std::vector<double>());
}

}  // namespace ofsearch
