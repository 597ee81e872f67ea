#include "common/index/facet_values.h"

#include <cstddef>

namespace ofsearch {
namespace {

// Control characters: no value has one.
constexpr char kFieldEnd = '\x1F', kValueEnd = '\x1E';

}  // namespace

std::string facet_record(const Report& report) {
  std::string record = report.id;
  for (const Field& field : fields()) {
    record += kFieldEnd;
    for (const std::string& value : field_values(field, report.metadata))
      record += value + kValueEnd;
  }
  return record;
}

std::string id_of_facet_record(std::string_view record) {
  return std::string(record.substr(0, record.find(kFieldEnd)));
}

std::vector<std::string> facet_values(std::string_view record, const Field& field) {
  std::vector<std::string> values;
  for (std::ptrdiff_t i = &field - fields().data(); i >= 0; --i) {
    size_t end = record.find(kFieldEnd);
    if (end == std::string_view::npos) return values;
    record.remove_prefix(end + 1);
  }
  record = record.substr(0, record.find(kFieldEnd));
  for (size_t end = 0; (end = record.find(kValueEnd)) != std::string_view::npos;) {
    values.emplace_back(record.substr(0, end));
    record.remove_prefix(end + 1);
  }
  return values;
}

}  // namespace ofsearch
