#include "common/records/report_record.h"

#include "common/records/passage_record.h"
#include "common/records/record_packer.h"
#include "common/text/checksum.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cstdint>
#include <cstring>
#include <map>
#include <utility>

namespace ofsearch {
namespace {

// Writes and reads the fields of a report in one order: the visit functions name each once.
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
  void operator()(int value) { (*this)(std::to_string(value)); }
  void operator()(bool value) { (*this)(value ? 1 : 0); }
  void operator()(const Evidence& evidence) {
    (*this)(evidence.text), (*this)(evidence.page), (*this)(evidence.rule);
  }
  void operator()(const std::vector<std::string>& values) {
    (*this)(values.size());
    for (const std::string& value : values) (*this)(value);
  }
  template <typename Value>
  void operator()(const std::map<std::string, Value>& values) {
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
  void operator()(int& value) { value = number<int>(text()); }
  void operator()(bool& value) { value = number<int>(text()) != 0; }
  void operator()(Evidence& evidence) {
    (*this)(evidence.text), (*this)(evidence.page), (*this)(evidence.rule);
  }
  void operator()(std::vector<std::string>& values) {
    for (auto left = number<size_t>(text()); left > 0 && good_; --left) values.emplace_back(text());
  }
  template <typename Value>
  void operator()(std::map<std::string, Value>& values) {
    for (auto left = number<size_t>(text()); left > 0 && good_; --left) {
      std::string name(text());
      (*this)(values[name]);
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
void visit_fields(Visitor& visitor, AReport& report, Count& passages) {
  auto& m = report.metadata;
  visitor(report.id), visitor(report.path), visitor(report.paths), visitor(report.file);
  visitor(report.sha256), visitor(report.indexed);
  visitor(m.kind), visitor(m.title), visitor(m.authority), visitor(m.authority_code);
  visitor(m.region), visitor(m.visit_type), visitor(m.grade), visitor(m.judgements);
  visitor(m.inspection_start), visitor(m.inspection_end), visitor(m.published), visitor(m.year);
  visitor(m.standing_grade), visitor(m.send_outcome), visitor(m.focus), visitor(m.lead_inspector);
  visitor(m.url), visitor(report.ocr);
  visitor(passages);
}

template <typename Visitor, typename AMetadata>
void visit_evidence(Visitor& visitor, AMetadata& metadata) {
  visitor(metadata.evidence), visitor(metadata.warnings);
}

bool decode_fields(std::string_view fields, ReportHead* head) {
  Reader reader(without_checksum(fields));
  visit_fields(reader, head->report, head->passages);
  return reader.good();
}

bool decode_evidence(std::string_view evidence, Metadata* metadata) {
  Reader reader(without_checksum(evidence));
  visit_evidence(reader, *metadata);
  return reader.good();
}

// ---- Packed: u32 size of the first frame, the frame of the head, the frame of the passages ------

std::string head_text(const Report& report, const PassageShapes& shapes) {
  ReportRecord record = encode_report(report);
  Writer writer;
  writer(record.fields), writer(record.evidence);
  writer(
      std::string(reinterpret_cast<const char*>(shapes.data()), shapes.size() * sizeof(shapes[0])));
  return writer.take();
}

std::optional<PassageShapes> decode_shapes(std::string_view bytes, size_t passages) {
  PassageShapes shapes(bytes.size() / sizeof(uint64_t));
  if (bytes.size() % sizeof(uint64_t) != 0 || (!shapes.empty() && shapes.size() != passages))
    return std::nullopt;
  if (!shapes.empty()) std::memcpy(shapes.data(), bytes.data(), bytes.size());
  return shapes;
}

std::string passages_text(const Report& report) {
  Writer writer;
  for (const Passage& passage : report.passages)
    writer(encode_passage({report.id, passage, {}, 0}));
  return writer.take();
}

struct Frames {
  std::string_view head, passages;
};

std::optional<Frames> frames_of(std::string_view packed) {
  uint32_t size = 0;
  if (packed.size() < sizeof size) return std::nullopt;
  std::memcpy(&size, packed.data(), sizeof size);
  packed.remove_prefix(sizeof size);
  if (size > packed.size()) return std::nullopt;
  return Frames{packed.substr(0, size), packed.substr(size)};
}

std::optional<std::string> unpack_frame(std::string_view frame) {
  return RecordUnpacker([](uint32_t) { return std::string(); }).unpack(frame);
}

bool read_passages(std::string_view text, size_t count, Report* report) {
  Reader reader(text);
  for (; count > 0; --count) {
    std::string record;
    reader(record);
    auto stored = decode_passage(record);
    if (!stored) return false;
    report->passages.push_back(std::move(stored->passage));
  }
  return reader.good();
}

}  // namespace

ReportRecord encode_report(const Report& report) {
  Writer fields, evidence;
  const size_t passages = report.passages.size();
  visit_fields(fields, report, passages);
  visit_evidence(evidence, report.metadata);
  return {with_checksum(fields.take()), with_checksum(evidence.take())};
}

std::optional<Report> decode_report_fields(std::string_view fields) {
  ReportHead head;
  if (!decode_fields(fields, &head)) return std::nullopt;
  return std::move(head.report);
}

std::optional<ReportHead> decode_report(const ReportRecord& record) {
  ReportHead head;
  if (!decode_fields(record.fields, &head) ||
      !decode_evidence(record.evidence, &head.report.metadata))
    return std::nullopt;
  return head;
}

std::string pack_report(const Report& report, const PassageShapes& shapes) {
  RecordPacker packer("");
  std::string head = packer.pack(head_text(report, shapes));
  auto size = static_cast<uint32_t>(head.size());
  std::string out(reinterpret_cast<const char*>(&size), sizeof size);
  return out + head + packer.pack(passages_text(report));
}

std::optional<ReportHead> unpack_head(std::string_view packed) {
  auto frames = frames_of(packed);
  auto text = frames ? unpack_frame(frames->head) : std::nullopt;
  if (!text) return std::nullopt;
  Reader reader(*text);
  ReportRecord record;
  std::string shapes;
  reader(record.fields), reader(record.evidence), reader(shapes);
  if (!reader.good()) return std::nullopt;
  auto head = decode_report(record);
  auto decoded = head ? decode_shapes(shapes, head->passages) : std::nullopt;
  if (!decoded) return std::nullopt;
  head->shapes = std::move(*decoded);
  return head;
}

std::optional<Report> unpack_report(std::string_view packed) {
  auto head = unpack_head(packed);
  auto text = head ? unpack_frame(frames_of(packed)->passages) : std::nullopt;
  if (!text || !read_passages(*text, head->passages, &head->report)) return std::nullopt;
  return std::move(head->report);
}

}  // namespace ofsearch
