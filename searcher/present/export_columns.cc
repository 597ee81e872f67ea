#include "searcher/present/export_columns.h"

#include "common/index/topic_findings.h"
#include "common/report/values.h"
#include "common/text/counted.h"
#include "searcher/extract/passage_hits.h"

#include <fmt/format.h>

#include <map>
#include <optional>

namespace ofsearch {
namespace {

std::string or_empty(const std::optional<std::string>& value) {
  return value.value_or("");
}

std::string or_empty(const std::optional<int>& value) {
  return value ? std::to_string(*value) : "";
}

std::string or_empty(const std::map<std::string, std::string>& values, const std::string& name) {
  auto it = values.find(name);
  return it == values.end() ? "" : it->second;
}

std::string extract(const PassageHit& hit) {
  return (hit.cut_before ? "… " : "") + hit.snippet + (hit.cut_after ? " …" : "");
}

std::string same_as(const PassageHit& hit) {
  return hit.same_as ? fmt::format("{}#{}", hit.same_as->report_id, hit.same_as->n) : "";
}

std::string names_of(const std::vector<PassageTopic>& topics) {
  std::string names;
  for (const PassageTopic& topic : topics) names += (names.empty() ? "" : ";") + topic.name;
  return names;
}

// "weakness"; where several topics are asked for, "adoption:weakness;neglect:strength".
std::string asked_of(const std::vector<PassageTopic>& topics) {
  std::vector<std::string> found;
  std::string several;
  for (const PassageTopic& topic : topics) {
    if (!topic.asked) continue;
    found.emplace_back(finding_name(topic.finding));
    several += fmt::format("{}{}:{}", several.empty() ? "" : ";", topic.name, found.back());
  }
  return found.size() == 1 ? found.front() : several;
}

std::vector<ExportColumn> made_columns() {
  using enum ExportColumn::Kind;
  using Hit = ReportHit;
  std::vector<ExportColumn> columns = {
      {"rank", kNumber, [](const Hit& h) { return std::to_string(h.rank); }},
      {"score", kNumber, [](const Hit& h) { return fmt::format("{:.3f}", h.score); },
       [](const PassageHit& p) { return fmt::format("{:.3f}", p.score); }},
      {"id", kText, [](const Hit& h) { return h.report.id; }},
      {"path", kText, [](const Hit& h) { return h.report.path; }},
      {"authority", kText, [](const Hit& h) { return h.report.metadata.authority; }},
      {"authority_code", kText, [](const Hit& h) { return h.report.metadata.authority_code; }},
      {"region", kText, [](const Hit& h) { return h.report.metadata.region; }},
      {"kind", kText, [](const Hit& h) { return h.report.metadata.kind; }},
      {"visit_type", kText, [](const Hit& h) { return h.report.metadata.visit_type; }},
      {"inspection_start", kDate,
       [](const Hit& h) { return or_empty(h.report.metadata.inspection_start); }},
      {"inspection_end", kDate,
       [](const Hit& h) { return or_empty(h.report.metadata.inspection_end); }},
      {"published", kDate, [](const Hit& h) { return or_empty(h.report.metadata.published); }},
      {"year", kNumber, [](const Hit& h) { return or_empty(h.report.metadata.year); }},
      {"grade", kText, [](const Hit& h) { return h.report.metadata.grade; }},
  };
  for (const Judgement& judgement : judgements())
    columns.push_back({judgement.name, kText, [name = std::string(judgement.name)](const Hit& h) {
                         return or_empty(h.report.metadata.judgements, name);
                       }});
  const std::vector<ExportColumn> others = {
      {"standing_grade", kText,
       [](const Hit& h) { return or_empty(h.report.metadata.standing_grade); }},
      {"send_outcome", kText,
       [](const Hit& h) { return or_empty(h.report.metadata.send_outcome); }},
      {"focus", kText, [](const Hit& h) { return or_empty(h.report.metadata.focus); }},
      {"lead_inspector", kText,
       [](const Hit& h) { return or_empty(h.report.metadata.lead_inspector); }},
      {"title", kText, [](const Hit& h) { return h.report.metadata.title; }},
      {"file", kText, [](const Hit& h) { return h.report.file; }},
      {"url", kLink, [](const Hit& h) { return or_empty(h.report.metadata.url); }},
      {"passage", kNumber, nullptr,
       [](const PassageHit& p) { return std::to_string(p.passage.n); }},
      {"section", kText, nullptr, [](const PassageHit& p) { return p.passage.section; }},
      {"paragraph", kText, nullptr, [](const PassageHit& p) { return p.passage.paragraph; }},
      {"page", kNumber, nullptr,
       [](const PassageHit& p) {
         return p.passage.page > 0 ? std::to_string(p.passage.page) : std::string();
       }},
      {"finding", kText, nullptr,
       [](const PassageHit& p) { return std::string(finding_name(p.passage.finding)); }},
      {"finding_score", kNumber, nullptr,
       [](const PassageHit& p) { return fmt::format("{:.3f}", p.passage.finding_score); }},
      {"same_as", kText, nullptr, [](const PassageHit& p) { return same_as(p); }},
      {"some", kText, [](const Hit& h) { return h.some ? std::string("yes") : std::string(); }},
      {"extract", kText, nullptr, [](const PassageHit& p) { return extract(p); }},
      {"text", kText, nullptr, [](const PassageHit& p) { return p.passage.text; }},
      {"topics", kText, nullptr, [](const PassageHit& p) { return names_of(p.topics); }},
      {"topic_finding", kText, nullptr, [](const PassageHit& p) { return asked_of(p.topics); }},
  };
  columns.insert(columns.end(), others.begin(), others.end());
  return columns;
}

}  // namespace

const std::vector<ExportColumn>& export_columns() {
  static const std::vector<ExportColumn> kColumns = made_columns();
  return kColumns;
}

std::string ExportColumn::value(const ReportHit& hit, const PassageHit* passage) const {
  if (passage != nullptr && of_passage) return of_passage(*passage);
  return of_report ? of_report(hit) : std::string();
}

void for_each_export_row(const SearchResults& results,
                         const std::function<void(const ReportHit&, const PassageHit*)>& row) {
  for_each_hit(results, [&](const ReportHit& hit) {
    if (hit.passages.empty()) row(hit, nullptr);
    for (const PassageHit& passage : hit.passages) row(hit, &passage);
  });
}

std::string what_is_left_out(const SearchResults& results) {
  size_t reports = 0, passages = 0;  // of those that are counted
  for (const ReportHit& hit : results.hits) {
    if (hit.some) continue;
    ++reports;
    passages += hit.passage_count();
  }
  const bool fewer_reports = reports < results.total_reports;
  const bool fewer_passages = passages < results.total_passages;
  const size_t others = results.hits.size() - reports;
  const std::string beside = others == 0
                                 ? ""
                                 : fmt::format("{} of {} written have only some of the query",
                                               others, counted(results.hits.size(), "report"));
  if (!fewer_reports && !fewer_passages) return beside;
  std::string written, options;
  auto add = [&](size_t part, size_t whole, std::string_view noun) {
    written +=
        fmt::format("{}{} of {}", written.empty() ? "" : " and ", part, counted(whole, noun));
  };
  if (fewer_reports) add(reports, results.total_reports, "report");
  if (fewer_passages) add(passages, results.total_passages, "passage");
  if (results.offset > 0) options += " --offset 0";
  if (fewer_reports && !results.all_reports_asked) options += " --limit all";
  if (fewer_passages && !results.all_passages_asked) options += " --passages all";
  const bool one = fewer_reports != fewer_passages && (fewer_reports ? reports : passages) == 1;
  return fmt::format("{} {} written; for all of them:{}{}{}", written, one ? "is" : "are", options,
                     beside.empty() ? "" : "; ", beside);
}

std::vector<PassageTopic> topics_of(const Passage& passage) {
  std::vector<PassageTopic> topics;
  for (const auto& [name, finding] : topic_findings(passage)) topics.push_back({name, finding});
  return topics;
}

SearchResults results_of(const Report& report) {
  SearchResults results;
  ReportHit hit;
  hit.rank = 1;
  hit.report = report;
  hit.report.passages.clear();
  for (const Passage& passage : report.passages) {
    hit.passages.emplace_back();
    hit.passages.back().passage = passage;
    hit.passages.back().snippet = passage.text;
    hit.passages.back().topics = topics_of(passage);
  }
  results.hits.push_back(std::move(hit));
  results.total_reports = 1;
  results.total_passages = report.passages.size();
  return results;
}

}  // namespace ofsearch
