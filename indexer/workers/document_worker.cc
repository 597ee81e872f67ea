#include "indexer/workers/document_worker.h"

#include "common/files/file.h"
#include "common/records/report_record.h"
#include "common/system/error.h"
#include "common/system/hash.h"
#include "indexer/document/passage_shape.h"
#include "indexer/readers/format.h"
#include "indexer/workers/reading.h"

#include <unistd.h>

#include <optional>
#include <utility>

namespace ofsearch {
namespace {

// An answer on the wire: its kind, the hash of the document or spaces, the report or what is wrong.
constexpr char kReport = 'r', kKnown = 'k', kFailed = 'f', kTransient = 't', kLeftOut = 'l';
constexpr size_t kHashLength = 64;

std::string encode_answer(char kind, std::string sha256, const std::string& rest) {
  sha256.resize(kHashLength, ' ');
  return kind + sha256 + rest;
}

DocumentAnswer failed(std::string reason, bool transient) {
  DocumentAnswer answer;
  answer.error = std::move(reason);
  answer.transient = transient;
  return answer;
}

bool is_hash(std::string_view text) {
  return text.size() == kHashLength &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Returns the answer; nothing if `bytes` are no answer, or the report in it is not whole or of
// another document.
std::optional<DocumentAnswer> decode(std::string_view bytes) {
  if (bytes.size() <= kHashLength) return std::nullopt;
  char kind = bytes[0];
  std::string_view hash = bytes.substr(1, kHashLength), rest = bytes.substr(1 + kHashLength);
  if (kind == kFailed || kind == kTransient || kind == kLeftOut) {
    DocumentAnswer answer = failed(std::string(rest), kind == kTransient);
    if (kind == kLeftOut) answer.kind = DocumentAnswer::kLeftOut;
    if (is_hash(hash)) answer.sha256 = hash;
    if (rest.empty()) answer.error = "it cannot be read";
    return answer;
  }
  if ((kind != kReport && kind != kKnown) || !is_hash(hash)) return std::nullopt;
  DocumentAnswer answer;
  answer.kind = kind == kReport ? DocumentAnswer::kReport : DocumentAnswer::kKnown;
  answer.sha256 = hash;
  if (kind == kKnown) return answer;
  auto report = unpack_report(rest);
  if (!report || report->sha256 != hash || report->passages.empty()) return std::nullopt;
  answer.packed = rest;
  return answer;
}

// Returns what a file is, by its beginning.
FileKind kind_of(int fd, const std::string& path) {
  std::string begin(kBytesThatTell, '\0');
  ssize_t size = ::pread(fd, begin.data(), begin.size(), 0);
  if (size <= 0) return {Format::kText, "", ""};  // refused as empty, whatever its name
  begin.resize(static_cast<size_t>(size));
  return detect_format(begin, path);
}

bool is_left_out(const FileKind& kind, const Ocr* ocr) {
  const bool needs_ocr = kind.format == Format::kPicture && ocr == nullptr;
  return needs_ocr || (kind.format == Format::kNone && !kind.promised);
}

PassageShapes shapes_of(const Report& report) {
  PassageShapes shapes;
  for (const Passage& passage : report.passages)
    shapes.push_back(passage_shape(passage).value_or(0));
  return shapes;
}

}  // namespace

std::string handle_document(const KnownReadings& known, const Ocr* ocr, std::string_view request,
                            int fd) {
  const std::string path(request);
  ReaderLimits limits;
  limits.ocr = ocr;
  const FileKind kind = kind_of(fd, path);
  if (is_left_out(kind, ocr))
    return encode_answer(kLeftOut, "",
                         Error{ErrorCode::kUnreadable, kind.reason, kind.hint}.text());
  auto bytes = read_open_file(fd, "it", limits.max_file_bytes);
  if (!bytes) return encode_answer(kTransient, "", bytes.error().text());
  std::string sha256 = sha256_hex(*bytes);
  if (known(reading_key(sha256, path))) return encode_answer(kKnown, sha256, "");
  auto report = make_report(*bytes, path, limits);
  if (report) return encode_answer(kReport, sha256, pack_report(*report, shapes_of(*report)));
  // Folders hold photographs and logos too.
  const char failure = kind.format == Format::kPicture ? kLeftOut : kFailed;
  return encode_answer(failure, sha256, report.error().text());
}

DocumentAnswer decode_document_answer(const WorkerOutcome& outcome) {
  switch (outcome.kind) {
    case WorkerOutcome::kAnswered:
      if (auto answer = decode(outcome.answer)) return std::move(*answer);
      return failed("the program that reads it gave no sensible answer", false);
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

}  // namespace ofsearch
