// All of a report as one JSON value, so that two can be compared.
#pragma once

#include "common/records/report_json.h"
#include "common/report/values.h"

#include <nlohmann/json.hpp>

namespace ofsearch {

inline Json report_as_json(const Report& report) {
  Json json = report_fields(report);
  json["evidence"] = evidence_fields(report.metadata);
  json["warnings"] = report.metadata.warnings;
  json["passages"] = Json::array();
  for (const Passage& passage : report.passages) {
    Json fields = passage_fields(passage);
    fields["page_end"] = passage.page_end;
    fields["section_kind"] = section_kind_name(passage.section_kind);
    fields["section_grade"] = passage.section_grade;
    fields["bullet"] = passage.bullet;
    json["passages"].push_back(std::move(fields));
  }
  return json;
}

}  // namespace ofsearch
