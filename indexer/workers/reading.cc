#include "indexer/workers/reading.h"

#include "common/report/sentences.h"
#include "common/system/hash.h"
#include "indexer/document/findings/finding.h"
#include "indexer/document/findings/method_sentences.h"
#include "indexer/document/normaliser.h"
#include "indexer/document/passages.h"
#include "indexer/document/structure.h"
#include "indexer/metadata/grades/only_grades.h"
#include "indexer/metadata/metadata.h"
#include "indexer/readers/format.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <string_view>

namespace ofsearch {
namespace {

struct PartJudgements {
  SectionKind part;
  std::array<std::string_view, 3> judgements;  // what may grade it, in different eras
};

constexpr std::array<PartJudgements, 4> kPartJudgements = {{
    {SectionKind::kLeadership, {"leaders", "", ""}},
    {SectionKind::kHelpAndProtection, {"help_protection", "", ""}},
    {SectionKind::kCare, {"in_care", "care_and_leavers", "looked_after"}},
    {SectionKind::kCareLeavers, {"care_leavers", "care_and_leavers", ""}},
}};

// Passages whose heading prints no grade stand under the judgement on their part of the report.
void add_section_grades(Report* report) {
  for (Passage& passage : report->passages) {
    if (!passage.section_grade.empty()) continue;
    for (const PartJudgements& row : kPartJudgements)
      for (std::string_view judgement : row.judgements) {
        auto grade = report->metadata.judgements.find(std::string(judgement));
        if (row.part != passage.section_kind || grade == report->metadata.judgements.end())
          continue;
        if (passage.section_grade.empty()) passage.section_grade = grade->second;
      }
  }
}

// A grade that was printed in a heading may have been misread: it must be one that is known.
void mark_ocr(const CleanDocument& document, Report* report) {
  std::set<int> pages;
  for (const Page& page : document.pages)
    if (page.ocr) pages.insert(page.number);
  for (Passage& passage : report->passages) {
    passage.ocr = pages.contains(passage.page);
    if (passage.ocr) passage.section_grade.clear();
    report->ocr = report->ocr || passage.ocr;
  }
}

// A text of headings alone says what they say.
std::vector<Section> as_text(std::vector<Paragraph> headings) {
  for (Paragraph& paragraph : headings) paragraph.kind = ParagraphKind::kText;
  return find_sections(headings);
}

// Whether a list of what inspectors looked at follows.
bool ends_with_remit(const Passage& passage) {
  if (passage.sentences.empty()) return false;
  const auto [begin, end] = passage.sentences.back();
  return announces_remit(std::string_view(passage.text).substr(begin, end - begin));
}

// A list of what inspectors looked at finds nothing of it, and a table of grades only states them.
void add_sentences_and_findings(Report* report) {
  const FindingModel& model = FindingModel::builtin();
  bool in_remit = false;
  for (Passage& passage : report->passages) {
    passage.sentences = sentences(passage.text);
    in_remit = passage.bullet && (in_remit || announces_remit(passage.section + ":"));
    if (in_remit || states_only_grades(passage.text)) {
      passage.sentence_findings.assign(passage.sentences.size(), 0);
      continue;
    }
    in_remit = ends_with_remit(passage);
    const FindingModel::Findings found = model.find(passage);
    passage.finding = found.passage.finding;
    passage.finding_score = found.passage.score;
    for (const SentenceFinding& sentence : found.sentences)
      passage.sentence_findings.push_back(sentence.score);
  }
}

}  // namespace

std::string report_id(std::string_view sha256) {
  return std::string(sha256.substr(0, 16));
}

std::string reading_key(std::string_view sha256, const std::string& path) {
  std::string ending = extension_of(path);
  return ending.empty() ? std::string(sha256) : fmt::format("{}.{}", sha256, ending);
}

Result<Report> make_report(std::string_view bytes, const std::string& path,
                           const ReaderLimits& limits) {
  ReaderOutput source = OF_TRY(read_document(bytes, path, limits));
  std::vector<std::string> warnings = std::move(source.warnings);
  const std::string declared_published = std::move(source.declared_published);
  CleanDocument document = normalise(std::move(source));
  std::vector<Section> sections = find_sections(document.paragraphs);
  Report report;
  report.sha256 = sha256_hex(bytes);
  report.id = report_id(report.sha256);
  report.path = path;
  report.paths = {path};
  report.metadata = extract_metadata(document, sections, declared_published);
  report.metadata.warnings.insert(report.metadata.warnings.begin(), warnings.begin(),
                                  warnings.end());
  report.passages = make_passages(sections);
  if (report.passages.empty()) report.passages = make_passages(as_text(document.paragraphs));
  if (report.passages.empty())
    return Error{ErrorCode::kUnreadable, "it holds no passage of text", "check the file"};
  mark_ocr(document, &report);
  add_section_grades(&report);
  add_sentences_and_findings(&report);
  return report;
}

}  // namespace ofsearch
