#include "indexer/generation/manifest.h"

#include "common/files/file.h"
#include "common/records/report_json.h"
#include "common/system/hash.h"
#include "common/text/lines.h"
#include "indexer/workers/reading.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <new>
#include <numeric>
#include <stdexcept>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

constexpr int kManifestVersion = 2;
constexpr int kFirstForm = 1;

Json header_json(const Manifest& manifest) {
  return {{"manifest", kManifestVersion},
          {"schema", manifest.schema},
          {"readers", manifest.readers},
          {"marks", manifest.marks},
          {"program", manifest.program},
          {"corrections", manifest.corrections},
          {"published", manifest.published},
          {"shards", manifest.shards},
          {"roots", Json(manifest.roots)},
          {"warnings", Json(manifest.warnings)},
          {"files", manifest.files.size()},
          {"reports", manifest.reports.size()},
          {"ocr", manifest.ocr}};
}

Json file_json(const FileEntry& entry) {
  Json json = {{"file", entry.file}, {"root", entry.root},         {"path", entry.path},
               {"size", entry.size}, {"mtime_ns", entry.mtime_ns}, {"sha256", entry.sha256}};
  if (!entry.readable()) json["error"] = entry.error;
  if (entry.retry) json["retry"] = true;
  if (entry.left_out) json["left_out"] = true;
  return json;
}

FileEntry file_from(const Json& json) {
  FileEntry entry;
  entry.file = json.at("file");
  entry.root = json.at("root");
  entry.path = json.at("path");
  entry.size = json.at("size");
  entry.mtime_ns = json.at("mtime_ns");
  entry.sha256 = json.at("sha256");
  entry.error = json.value("error", "");
  entry.retry = json.value("retry", false);
  entry.left_out = json.value("left_out", false);
  return entry;
}

Json report_json(const ReportEntry& entry) {
  return {{"id", entry.id},           {"sha256", entry.sha256},     {"path", entry.path},
          {"indexed", entry.indexed}, {"passages", entry.passages}, {"facts", entry.facts},
          {"shared", entry.shared}};
}

ReportEntry report_from(const Json& json) {
  return {json.at("id"),       json.at("sha256"), json.at("path"),         json.at("indexed"),
          json.at("passages"), json.at("facts"),  json.value("shared", "")};
}

void read_header(const Json& json, Manifest* manifest) {
  manifest->schema = json.at("schema");
  manifest->readers = json.at("readers");
  manifest->marks = json.value("marks", "");  // absent up to version 0.3.0
  manifest->ocr = json.value("ocr", false);
  manifest->program = json.at("program");
  manifest->corrections = json.at("corrections");
  manifest->published = json.at("published");
  manifest->shards = json.at("shards");
  manifest->roots = json.at("roots").get<std::vector<std::string>>();
  manifest->warnings = json.at("warnings").get<std::vector<std::string>>();
  if (manifest->shards < 1 || manifest->shards > kMostShards)
    throw std::runtime_error("no such number of shards");
}

std::string to_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

// Takes the last line off and compares its checksum with what stands before it.
std::string_view checked(std::string_view text) {
  size_t end = text.ends_with('\n') ? text.size() - 1 : 0;
  size_t begin = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
  if (begin == std::string_view::npos) throw std::runtime_error("it is cut short");
  std::string_view body = text.substr(0, begin + 1);
  if (Json::parse(text.substr(begin + 1)).at("sha256") != sha256_hex(body))
    throw std::runtime_error("its checksum is another");
  return body;
}

// Returns the form of the rest that the first line names; 0 if it names none.
int form_of(std::string_view text) {
  Json head = Json::parse(text.substr(0, text.find('\n')), nullptr, false);
  return head.is_object() ? head.value("manifest", 0) : 0;
}

Manifest manifest_from(std::string_view text) {
  Manifest manifest;
  size_t files = 0, reports = 0;
  std::string_view body = checked(text);
  for (size_t begin = 0; begin < body.size();) {
    size_t end = body.find('\n', begin);
    Json json = Json::parse(body.substr(begin, end - begin));
    if (begin == 0) {
      read_header(json, &manifest);
      files = json.at("files");
      reports = json.at("reports");
    } else if (json.contains("file")) {
      manifest.files.push_back(file_from(json));
    } else {
      manifest.reports.push_back(report_from(json));
    }
    begin = end + 1;
  }
  if (manifest.files.size() != files || manifest.reports.size() != reports)
    throw std::runtime_error("it is cut short");
  return manifest;
}

}  // namespace

size_t Manifest::passages() const {
  return std::accumulate(
      reports.begin(), reports.end(), size_t{0},
      [](size_t sum, const auto& entry) { return sum + static_cast<size_t>(entry.passages); });
}

Result<Manifest> load_manifest(const fs::path& file) {
  std::string text = OF_TRY(read_file(file));
  try {
    // The first form had no checksum.
    if (form_of(text) == kFirstForm || form_of(checked(text)) != kManifestVersion)
      return Error{
          ErrorCode::kIndexVersion,
          fmt::format("the manifest {} was written by another version of ofindex", file.string()),
          "bring the index up to date with: ofindex FOLDER"};
    return manifest_from(text);
  } catch (const std::bad_alloc&) {
    throw;  // it says nothing about the manifest
  } catch (const std::exception& error) {
    return Error{ErrorCode::kIndexDamaged,
                 fmt::format("the manifest {} is damaged: {}", file.string(), error.what()),
                 "build the index again with --rebuild"};
  }
}

Manifest load_first_manifest(const fs::path& file) {
  Manifest manifest;
  auto text = read_file(file);
  if (!text || form_of(*text) != kFirstForm) return manifest;
  for (std::string_view line : split_lines(*text)) {
    Json json = Json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("sha256") || !json.contains("indexed")) continue;
    std::string sha256 = json["sha256"];
    manifest.reports.push_back(
        {report_id(sha256), sha256, json.value("path", ""), json["indexed"], 0, ""});
  }
  return manifest;
}

std::string manifest_text(const Manifest& manifest) {
  std::string text = to_line(header_json(manifest));
  for (const FileEntry& entry : manifest.files) text += to_line(file_json(entry));
  for (const ReportEntry& entry : manifest.reports) text += to_line(report_json(entry));
  return text + to_line({{"sha256", sha256_hex(text)}});
}

Result<void> save_manifest(const Manifest& manifest, const fs::path& file) {
  return write_file_atomically(file, manifest_text(manifest));
}

int shard_of(std::string_view report_id, int shards) {
  uint32_t hash = 0;
  std::from_chars(report_id.data(), report_id.data() + std::min<size_t>(report_id.size(), 8), hash,
                  16);
  return static_cast<int>(hash % static_cast<uint32_t>(shards));
}

}  // namespace ofsearch
