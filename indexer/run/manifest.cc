#include "indexer/run/manifest.h"

#include "common/report/report_json.h"
#include "common/system/file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

constexpr int kManifestVersion = 1;

Json header_json(const Manifest& manifest) {
  return {{"manifest", kManifestVersion},        {"schema", manifest.schema},
          {"program", manifest.program},         {"corrections", manifest.corrections},
          {"published", manifest.published},     {"shards", manifest.shards},
          {"documents", manifest.entries.size()}};
}

Json entry_json(const ManifestEntry& entry) {
  Json json = {{"path", entry.path},
               {"id", entry.id},
               {"size", entry.size},
               {"mtime_ns", entry.mtime_ns},
               {"sha256", entry.sha256}};
  if (entry.readable()) {
    json["indexed"] = entry.indexed;
    json["passages"] = entry.passages;
    json["facts"] = entry.facts;
  } else {
    json["error"] = entry.error;
    if (entry.retry) json["retry"] = true;
  }
  return json;
}

ManifestEntry entry_from(const Json& json) {
  ManifestEntry entry;
  entry.path = json.at("path");
  entry.id = json.at("id");
  entry.size = json.at("size");
  entry.mtime_ns = json.at("mtime_ns");
  entry.sha256 = json.at("sha256");
  entry.indexed = json.value("indexed", "");
  entry.passages = json.value("passages", 0);
  entry.facts = json.value("facts", "");
  entry.error = json.value("error", "");
  entry.retry = json.value("retry", false);
  return entry;
}

Manifest manifest_from(std::string_view text) {
  if (text.empty()) throw std::runtime_error("it is empty");
  Manifest manifest;
  size_t documents = 0;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find('\n', begin), text.size());
    Json json = Json::parse(text.substr(begin, end - begin));
    if (begin == 0) {
      if (json.at("manifest") != kManifestVersion) throw std::runtime_error("another version");
      manifest.schema = json.at("schema");
      manifest.program = json.at("program");
      manifest.corrections = json.at("corrections");
      manifest.published = json.at("published");
      manifest.shards = json.at("shards");
      documents = json.at("documents");
    } else {
      manifest.entries.push_back(entry_from(json));
    }
    begin = end + 1;
  }
  if (manifest.entries.size() != documents) throw std::runtime_error("it is cut short");
  return manifest;
}

}  // namespace

size_t Manifest::reports() const {
  return static_cast<size_t>(std::count_if(entries.begin(), entries.end(),
                                           [](const auto& entry) { return entry.readable(); }));
}

size_t Manifest::passages() const {
  return std::accumulate(
      entries.begin(), entries.end(), size_t{0},
      [](size_t sum, const auto& entry) { return sum + static_cast<size_t>(entry.passages); });
}

Result<Manifest> load_manifest(const fs::path& file) {
  std::string text = OF_TRY(read_file(file));
  try {
    return manifest_from(text);
  } catch (const std::exception& error) {
    return Error{ErrorCode::kIndexDamaged,
                 fmt::format("the manifest {} is damaged: {}", file.string(), error.what()),
                 "build the index again with --rebuild"};
  }
}

Result<void> save_manifest(const Manifest& manifest, const fs::path& file) {
  auto line = [](const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  };
  std::string text = line(header_json(manifest));
  for (const ManifestEntry& entry : manifest.entries) text += line(entry_json(entry));
  return write_file_atomically(file, text);
}

int shard_of(const std::string& report_id, int shards) {
  uint32_t hash = 0;
  std::from_chars(report_id.data(), report_id.data() + std::min<size_t>(report_id.size(), 8), hash,
                  16);
  return static_cast<int>(hash % static_cast<uint32_t>(shards));
}

}  // namespace ofsearch
