#include "common/report/report_record.h"

#include <charconv>
#include <map>
#include <utility>

namespace ofsearch {
namespace {

// Writes and reads the fields of a report in one order: visit() names each once.
class Writer {
 public:
  void operator()(const std::string& value) {
    out_ += std::to_string(value.size());
    out_ += ':';
    out_ += value;
  }
  void operator()(const std::optional<std::string>& value) {
    if (value)
      (*this)(*value);
    else
      out_ += '-';
  }
  void operator()(const std::optional<int>& value) {
    (*this)(value ? std::optional(std::to_string(*value)) : std::nullopt);
  }
  void operator()(size_t value) { (*this)(std::to_string(value)); }
  void operator()(const std::map<std::string, std::string>& values) {
    (*this)(values.size());
    for (const auto& [name, value] : values) {
      (*this)(name);
      (*this)(value);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view fields) : rest_(fields) {}

  // All was there and was read to its end.
  bool good() const { return good_ && rest_.empty(); }

  void operator()(std::string& value) { value = text(); }
  void operator()(std::optional<std::string>& value) {
    if (is_unknown())
      value.reset();
    else
      value = text();
  }
  void operator()(std::optional<int>& value) {
    if (is_unknown())
      value.reset();
    else
      value = number<int>(text());
  }
  void operator()(size_t& value) { value = number<size_t>(text()); }
  void operator()(std::map<std::string, std::string>& values) {
    for (size_t left = number<size_t>(text()); left > 0 && good_; --left) {
      std::string name(text());
      values[name] = text();
    }
  }

 private:
  bool is_unknown() {
    if (!rest_.starts_with('-')) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view text() {
    size_t colon = rest_.find(':');
    auto size = number<size_t>(rest_.substr(0, colon));
    good_ = good_ && colon != std::string_view::npos && size < rest_.size() - colon;
    if (!good_) return {};
    std::string_view text = rest_.substr(colon + 1, size);
    rest_.remove_prefix(colon + 1 + size);
    return text;
  }

  template <typename Number>
  Number number(std::string_view text) {
    Number number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    good_ = good_ && error == std::errc() && end == text.data() + text.size();
    return number;
  }

  std::string_view rest_;
  bool good_ = true;
};

template <typename Visitor, typename AReport, typename Count>
void visit(Visitor& visitor, AReport& report, Count& passages) {
  auto& m = report.metadata;
  visitor(report.id), visitor(report.path), visitor(report.sha256), visitor(report.indexed);
  visitor(m.kind), visitor(m.title), visitor(m.authority), visitor(m.authority_code);
  visitor(m.region), visitor(m.visit_type), visitor(m.grade), visitor(m.judgements);
  visitor(m.inspection_start), visitor(m.inspection_end), visitor(m.published), visitor(m.year);
  visitor(m.standing_grade), visitor(m.send_outcome), visitor(m.focus), visitor(m.lead_inspector);
  visitor(passages);
}

std::optional<std::pair<Report, size_t>> decode(std::string_view fields) {
  std::pair<Report, size_t> decoded;
  Reader reader(fields);
  visit(reader, decoded.first, decoded.second);
  if (!reader.good()) return std::nullopt;
  return decoded;
}

}  // namespace

ReportRecord encode_report(const Report& report) {
  Writer writer;
  const size_t passages = report.passages.size();
  visit(writer, report, passages);
  Json evidence = {{"evidence", evidence_fields(report.metadata)},
                   {"warnings", report.metadata.warnings}};
  return {writer.take(), evidence.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

std::optional<Report> decode_report_fields(std::string_view fields) {
  auto decoded = decode(fields);
  if (!decoded) return std::nullopt;
  return std::move(decoded->first);
}

Json report_record_to_json(const ReportRecord& record) {
  auto decoded = decode(record.fields);
  Json evidence = Json::parse(record.evidence, nullptr, false);
  if (!decoded || !evidence.is_object()) return Json(Json::value_t::discarded);
  Json json = report_fields(decoded->first);
  json["passage_count"] = decoded->second;
  json.update(evidence);
  return json;
}

}  // namespace ofsearch
