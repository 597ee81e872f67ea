#include "indexer/workers/document_worker.h"

#include "common/report/passage_record.h"
#include "common/system/file.h"
#include "common/system/hash.h"
#include "indexer/readers/reader.h"
#include "indexer/workers/reading.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace ofsearch {
namespace {

constexpr size_t kHashLength = 64;

// An answer on the wire: u32 size of the head, the head as JSON, the records.
std::string encode_answer(const Json& head, const std::string& records) {
  std::string json = head.dump(-1, ' ', false, Json::error_handler_t::replace);
  auto size = static_cast<uint32_t>(json.size());
  std::string out(reinterpret_cast<const char*>(&size), sizeof size);
  return out + json + records;
}

std::string failure(const std::string& sha256, const Error& error, bool transient) {
  return encode_answer({{"failed", error.text()}, {"sha256", sha256}, {"transient", transient}},
                       "");
}

std::string encode_report(const Report& report) {
  std::vector<std::string> records;
  for (const Passage& passage : report.passages)
    records.push_back(encode_passage({report.id, passage, {}}));
  return encode_answer({{"report", report_head(report)}}, encode_records(records));
}

DocumentAnswer failed(std::string reason, bool transient) {
  DocumentAnswer answer;
  answer.error = std::move(reason);
  answer.transient = transient;
  return answer;
}

DocumentAnswer decode(std::string_view bytes) {
  uint32_t size = 0;
  if (bytes.size() < sizeof size) throw std::runtime_error("short answer");
  std::memcpy(&size, bytes.data(), sizeof size);
  bytes.remove_prefix(sizeof size);
  Json json = Json::parse(bytes.substr(0, size));
  bytes.remove_prefix(std::min<size_t>(size, bytes.size()));
  if (auto it = json.find("failed"); it != json.end()) {
    DocumentAnswer answer = failed(*it, json.at("transient"));
    answer.sha256 = json.at("sha256");
    return answer;
  }
  DocumentAnswer answer;
  if (auto it = json.find("same"); it != json.end()) {
    answer.kind = DocumentAnswer::kSame;
    answer.sha256 = *it;
    return answer;
  }
  auto records = decode_records(bytes);
  if (!records) throw std::runtime_error("no records");
  answer.kind = DocumentAnswer::kReport;
  answer.head = std::move(json.at("report"));
  answer.report = report_from_json(answer.head);
  answer.sha256 = answer.report.sha256;
  answer.records = bytes;
  answer.passages = static_cast<int>(records->size());
  return answer;
}

}  // namespace

std::string encode_document_request(std::string_view path, std::string_view known_sha256) {
  std::string request(known_sha256);
  request.resize(kHashLength, ' ');
  return request + std::string(path);
}

std::string handle_document(std::string_view request, int fd) {
  std::string known(request.substr(0, kHashLength)), path(request.substr(kHashLength));
  ReaderLimits limits;
  auto bytes = read_open_file(fd, "it", limits.max_file_bytes);
  if (!bytes) return failure("", bytes.error(), true);
  std::string sha256 = sha256_hex(*bytes);
  if (sha256 == known) return encode_answer({{"same", sha256}}, "");
  auto report = make_report(*bytes, path, limits);
  return report ? encode_report(*report) : failure(sha256, report.error(), false);
}

DocumentAnswer decode_document_answer(const WorkerOutcome& outcome) {
  switch (outcome.kind) {
    case WorkerOutcome::kAnswered:
      try {
        return decode(outcome.answer);
      } catch (const std::exception&) {
        return failed("the program that reads it gave no sensible answer", false);
      }
    case WorkerOutcome::kCrashed:
    case WorkerOutcome::kOutOfMemory:
    case WorkerOutcome::kOutOfCpu:
      return failed("the program that reads it " + outcome.reason, false);
    case WorkerOutcome::kOutOfTime:
    case WorkerOutcome::kKilled:
    case WorkerOutcome::kMachineShort:
      break;
  }
  return failed("the program that reads it " + outcome.reason, true);
}

std::string encode_records(const std::vector<std::string>& records) {
  std::string out;
  for (const std::string& record : records) {
    auto size = static_cast<uint32_t>(record.size());
    out.append(reinterpret_cast<const char*>(&size), sizeof size);
    out += record;
  }
  return out;
}

std::optional<std::vector<std::string_view>> decode_records(std::string_view bytes) {
  std::vector<std::string_view> records;
  while (!bytes.empty()) {
    uint32_t size = 0;
    if (bytes.size() < sizeof size) return std::nullopt;
    std::memcpy(&size, bytes.data(), sizeof size);
    bytes.remove_prefix(sizeof size);
    if (bytes.size() < size) return std::nullopt;
    records.push_back(bytes.substr(0, size));
    bytes.remove_prefix(size);
  }
  return records;
}

Result<Report> assemble_report(const Json& head, std::string_view records) {
  Error broken{ErrorCode::kInternal, "a report came back broken from the process that read it", ""};
  try {
    Report report = report_from_json(head);
    auto parts = decode_records(records);
    if (!parts) return broken;
    for (std::string_view part : *parts) {
      auto stored = decode_passage(part);
      if (!stored) return broken;
      report.passages.push_back(std::move(stored->passage));
    }
    return report;
  } catch (const nlohmann::json::exception&) {
    return broken;
  }
}

}  // namespace ofsearch
