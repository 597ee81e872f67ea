#include "common/report/report_json.h"

#include "common/report/values.h"

namespace ofsearch {
namespace {

Json or_null(const std::optional<std::string>& value) {
  return value ? Json(*value) : Json();
}
Json or_null(const std::string& value) {
  return value.empty() ? Json() : Json(value);
}
Json page_or_null(int page) {
  return page > 0 ? Json(page) : Json();
}

std::string string_or_empty(const Json& json, const char* key) {
  auto it = json.find(key);
  return it == json.end() || it->is_null() ? std::string() : it->get<std::string>();
}

std::optional<std::string> optional_string(const Json& json, const char* key) {
  auto it = json.find(key);
  if (it == json.end() || it->is_null()) return std::nullopt;
  return it->get<std::string>();
}

int int_or_zero(const Json& json, const char* key) {
  auto it = json.find(key);
  return it == json.end() || it->is_null() ? 0 : it->get<int>();
}

Json metadata_fields(const Metadata& m) {
  Json json;
  json["kind"] = m.kind;
  json["title"] = or_null(m.title);
  json["authority"] = m.authority;
  json["authority_code"] = or_null(m.authority_code);
  json["region"] = or_null(m.region);
  json["visit_type"] = m.visit_type;
  json["inspection_start"] = or_null(m.inspection_start);
  json["inspection_end"] = or_null(m.inspection_end);
  json["published"] = or_null(m.published);
  json["year"] = m.year ? Json(*m.year) : Json();
  json["grade"] = m.grade;
  json["judgements"] = m.judgements;
  json["standing_grade"] = or_null(m.standing_grade);
  json["send_outcome"] = or_null(m.send_outcome);
  json["focus"] = or_null(m.focus);
  json["lead_inspector"] = or_null(m.lead_inspector);
  return json;
}

Metadata metadata_from_json(const Json& json) {
  Metadata m;
  m.kind = json.at("kind");
  m.title = string_or_empty(json, "title");
  m.authority = json.at("authority");
  m.authority_code = string_or_empty(json, "authority_code");
  m.region = string_or_empty(json, "region");
  m.visit_type = json.at("visit_type");
  m.inspection_start = optional_string(json, "inspection_start");
  m.inspection_end = optional_string(json, "inspection_end");
  m.published = optional_string(json, "published");
  if (!json.at("year").is_null()) m.year = json.at("year").get<int>();
  m.grade = json.at("grade");
  m.judgements = json.at("judgements").get<std::map<std::string, std::string>>();
  m.standing_grade = optional_string(json, "standing_grade");
  m.send_outcome = optional_string(json, "send_outcome");
  m.focus = optional_string(json, "focus");
  m.lead_inspector = optional_string(json, "lead_inspector");
  return m;
}

}  // namespace

Json report_fields(const Report& report) {
  Json json;
  json["id"] = report.id;
  json["path"] = report.path;
  json.update(metadata_fields(report.metadata));
  json["sha256"] = or_null(report.sha256);
  json["indexed"] = or_null(report.indexed);
  return json;
}

Json evidence_fields(const Metadata& metadata) {
  Json json = Json::object();
  for (const auto& [field, evidence] : metadata.evidence)
    json[field] = {
        {"text", evidence.text}, {"page", page_or_null(evidence.page)}, {"rule", evidence.rule}};
  return json;
}

Json report_head(const Report& report) {
  Json head = report_fields(report);
  head["evidence"] = evidence_fields(report.metadata);
  head["warnings"] = report.metadata.warnings;
  return head;
}

Json passage_fields(const Passage& passage) {
  Json json;
  json["n"] = passage.n;
  json["paragraph"] = or_null(passage.paragraph);
  json["section"] = passage.section;
  json["page"] = page_or_null(passage.page);
  json["text"] = passage.text;
  json["finding"] = finding_name(passage.finding);
  json["finding_score"] = passage.finding_score;
  return json;
}

Json passage_to_json(const Passage& passage) {
  Json json = passage_fields(passage);
  json["page_end"] = passage.page_end;
  json["section_kind"] = section_kind_name(passage.section_kind);
  json["section_grade"] = passage.section_grade;
  json["bullet"] = passage.bullet;
  return json;
}

Passage passage_from_json(const Json& json) {
  Passage passage;
  passage.n = json.at("n");
  passage.paragraph = string_or_empty(json, "paragraph");
  passage.section = json.at("section");
  passage.page = int_or_zero(json, "page");
  passage.text = json.at("text");
  passage.finding =
      finding_from_name(json.at("finding").get<std::string>()).value_or(Finding::kNeutral);
  passage.finding_score = json.at("finding_score");
  passage.page_end = int_or_zero(json, "page_end");
  passage.section_kind = section_kind_from_name(json.at("section_kind").get<std::string>())
                             .value_or(SectionKind::kOther);
  passage.section_grade = json.at("section_grade");
  passage.bullet = json.at("bullet");
  return passage;
}

Json report_to_json(const Report& report) {
  Json json = report_fields(report);
  json["evidence"] = evidence_fields(report.metadata);
  json["warnings"] = report.metadata.warnings;
  json["passages"] = Json::array();
  for (const Passage& passage : report.passages)
    json["passages"].push_back(passage_to_json(passage));
  return json;
}

Report report_from_json(const Json& json) {
  Report report;
  report.id = json.at("id");
  report.path = json.at("path");
  report.sha256 = string_or_empty(json, "sha256");
  report.indexed = string_or_empty(json, "indexed");
  report.metadata = metadata_from_json(json);
  if (auto it = json.find("evidence"); it != json.end())
    for (const auto& [field, e] : it->items())
      report.metadata.evidence[field] = {e.at("text"), int_or_zero(e, "page"), e.at("rule")};
  if (auto it = json.find("warnings"); it != json.end())
    report.metadata.warnings = it->get<std::vector<std::string>>();
  if (auto it = json.find("passages"); it != json.end())
    for (const Json& passage : *it) report.passages.push_back(passage_from_json(passage));
  return report;
}

}  // namespace ofsearch
