// The JSON shape of docs/output.md, version 1: one object, or with jsonl one result a line.
#include "common/index/fields.h"
#include "common/records/report_json.h"
#include "common/report/values.h"
#include "common/text/harmless.h"
#include "searcher/extract/passage_hits.h"
#include "searcher/present/export_columns.h"
#include "searcher/present/formatter.h"
#include "searcher/present/words/escaped.h"
#include "searcher/present/words/interpreted.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace ofsearch {
namespace {

double rounded(double value, double steps) {
  return std::round(value * steps) / steps;
}

void add_topics(const std::vector<PassageTopic>& topics, Json* passage) {
  Json names = Json::array(), findings = Json::object();
  for (const PassageTopic& topic : topics) {
    names.push_back(topic.name);
    findings[topic.name] = finding_name(topic.finding);
  }
  (*passage)["topics"] = std::move(names);
  (*passage)["topic_findings"] = std::move(findings);
}

Json passage_json(const PassageHit& hit) {
  const Passage& passage = hit.passage;
  Json json = Json::object();
  json["n"] = passage.n;
  json["paragraph"] = passage.paragraph.empty() ? Json() : Json(passage.paragraph);
  json["section"] = passage.section;
  json["page"] = passage.page > 0 ? Json(passage.page) : Json();
  json["score"] = rounded(hit.score, 1000);
  json["finding"] = finding_name(passage.finding);
  json["finding_score"] = passage.finding_score;
  if (passage.ocr) json["ocr"] = true;
  if (hit.same_as) json["same_as"] = {{"report", hit.same_as->report_id}, {"n", hit.same_as->n}};
  if (!hit.reasons.empty()) json["reasons"] = hit.reasons;
  add_topics(hit.topics, &json);
  json["text"] = passage.text;
  json["snippet"] = (hit.cut_before ? "…" : "") +
                    marked(hit.snippet, hit.snippet_marks, "<b>", "</b>", html_escaped) +
                    (hit.cut_after ? "…" : "");
  return json;
}

Json result_json(const ReportHit& hit) {
  Json json = Json::object();
  json["rank"] = hit.rank;
  json["score"] = rounded(hit.score, 1000);
  if (hit.some) json["some"] = true;  // it has only some of the query
  json["report"] = report_fields(hit.report);
  json["passages"] = Json::array();
  for (const PassageHit& passage : hit.passages) json["passages"].push_back(passage_json(passage));
  if (!hit.shared_words.empty()) json["shared_words"] = hit.shared_words;
  if (!hit.reasons.empty()) json["reasons"] = hit.reasons;
  return json;
}

Json facets_json(const std::vector<Facet>& facets) {
  Json json = Json::object();
  for (const Facet& facet : facets) {
    const Field* field = find_field(facet.name);
    const bool numbers = field != nullptr && field->kind == FieldKind::kYear;
    Json values = Json::array();
    for (const FacetValue& value : facet.values) {
      Json shown = value.value;
      if (numbers && value.value != "unknown") shown = std::stoi(value.value);
      values.push_back({{"value", shown}, {"count", value.count}, {"selected", value.selected}});
    }
    json[facet.name] = std::move(values);
  }
  return json;
}

Json total_json(const SearchResults& results) {
  Json total = {{"reports", results.total_reports},
                {"passages", results.total_passages},
                {"exact", results.exact}};
  if (results.level.empty()) return total;
  total["level"] = results.level;
  total["concepts"] = Json::array();
  for (const ConceptUse& use : results.concepts)
    total["concepts"].push_back({{"words", use.shown}, {"required", use.required}});
  auto count = [](const std::optional<size_t>& number) { return number ? Json(*number) : Json(); };
  if (results.whole_reports)
    total["all"] = {{"reports", count(results.whole_reports)},
                    {"passages", count(results.whole_passages)}};
  total["some"] = {{"reports", count(results.some_reports)},
                   {"passages", count(results.some_passages)}};
  return total;
}

// Returns the name as facets and reports have it: for "leaders:good" that of the judgements.
std::string field_of(const UnderstoodWords& words) {
  const Field* field = filter_field(words.field, words.value);
  return field == nullptr ? words.field : std::string(field->name);
}

// Returns all but results and facets.
Json head_json(const SearchResults& results) {
  Json json = Json::object();
  json["version"] = kJsonVersion;
  json["query"] = results.query;
  json["interpreted"] = interpreted(results);
  json["suggestion"] = results.suggestion ? Json(*results.suggestion) : Json();
  json["understood"] = Json::array();
  for (const UnderstoodWords& each : results.understood)
    json["understood"].push_back({{"field", field_of(each)},
                                  {"value", each.value},
                                  {"words", each.words},
                                  {"excluded", each.excluded}});
  json["added"] = Json::array();
  for (const AddedWords& each : results.added) {
    json["added"].push_back({{"term", each.term}, {"words", each.words}});
    if (!each.ranked.empty()) json["added"].back()["ranked"] = each.ranked;
  }
  json["corrected"] = Json::array();
  for (const Correction& each : results.corrected)
    json["corrected"].push_back({{"typed", each.typed}, {"searched", each.searched}});
  json["total"] = total_json(results);
  json["took_ms"] = rounded(results.took_ms, 100);
  if (!results.notices.empty()) json["notices"] = results.notices;
  if (!results.explanation.empty()) json["explanation"] = results.explanation;
  if (!results.missing_shards.empty()) json["missing_shards"] = results.missing_shards;
  return json;
}

}  // namespace

// Result by result, as all of them may be much.
void format_json(const SearchResults& results, const OutputOptions&, std::ostream& out) {
  std::string head = json_text(head_json(results));
  head.pop_back();  // what follows belongs into the same object
  out << head << ",\"results\":[";
  std::string_view comma;
  for_each_hit(results, [&](const ReportHit& hit) {
    out << std::exchange(comma, ",") << json_text(result_json(hit));
  });
  out << "],\"facets\":" << json_text(facets_json(results.facets)) << "}\n";
}

void format_jsonl(const SearchResults& results, const OutputOptions&, std::ostream& out) {
  for_each_hit(results, [&](const ReportHit& hit) { out << json_text(result_json(hit)) << "\n"; });
}

void show_json(const Report& report, const OutputOptions&, std::ostream& out) {
  Json json = report_fields(report);
  json["evidence"] = evidence_fields(report.metadata);
  json["warnings"] = report.metadata.warnings;
  json["passage_list"] = Json::array();
  for (const Passage& passage : report.passages) {
    json["passage_list"].push_back(passage_fields(passage));
    add_topics(topics_of(passage), &json["passage_list"].back());
  }
  out << json_text(json) << "\n";
}

}  // namespace ofsearch
