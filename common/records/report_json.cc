#include "common/records/report_json.h"

#include "common/report/values.h"

#include <nlohmann/json.hpp>

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

Json metadata_fields(const Metadata& m) {
  Json json = Json::object();
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

}  // namespace

Json report_fields(const Report& report) {
  Json json = Json::object();
  json["id"] = report.id;
  json["path"] = report.path;
  json["paths"] = report.paths;
  json["file"] = or_null(report.file);
  json["url"] = or_null(report.metadata.url);
  json.update(metadata_fields(report.metadata));
  json["sha256"] = or_null(report.sha256);
  json["indexed"] = or_null(report.indexed);
  if (report.ocr) json["ocr"] = true;
  return json;
}

Json evidence_fields(const Metadata& metadata) {
  Json json = Json::object();
  for (const auto& [field, evidence] : metadata.evidence)
    json[field] = {
        {"text", evidence.text}, {"page", page_or_null(evidence.page)}, {"rule", evidence.rule}};
  return json;
}

Json passage_fields(const Passage& passage) {
  Json json = Json::object();
  json["n"] = passage.n;
  json["paragraph"] = or_null(passage.paragraph);
  json["section"] = passage.section;
  json["page"] = page_or_null(passage.page);
  json["text"] = passage.text;
  json["finding"] = finding_name(passage.finding);
  json["finding_score"] = passage.finding_score;
  if (passage.ocr) json["ocr"] = true;
  return json;
}

namespace {}  // namespace

}  // namespace ofsearch
