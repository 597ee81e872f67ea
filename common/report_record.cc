#include "common/report_record.h"

namespace ofsearch {
namespace {

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string_view first_line(std::string_view record) {
  return record.substr(0, record.find('\n'));
}

}  // namespace

std::string encode_report(const Report& report) {
  Json fields = report_fields(report);
  fields["passage_count"] = report.passages.size();
  Json rest = {{"evidence", evidence_fields(report.metadata)},
               {"warnings", report.metadata.warnings}};
  return dump(fields) + "\n" + dump(rest);
}

Report decode_report_fields(std::string_view record) {
  return report_from_json(Json::parse(first_line(record)));
}

Json report_record_to_json(std::string_view record) {
  std::string_view fields = first_line(record);
  Json json = Json::parse(fields, nullptr, false);
  Json rest = Json::parse(record.substr(fields.size()), nullptr, false);
  if (!json.is_object() || !rest.is_object()) return Json(Json::value_t::discarded);
  json.update(rest);
  return json;
}

}  // namespace ofsearch
