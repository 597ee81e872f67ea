#include "indexer/generation/index_stats.h"

#include "common/index/index.h"
#include "common/index/schema.h"
#include "common/terminal/columns.h"
#include "common/text/counted.h"
#include "common/text/harmless.h"
#include "indexer/generation/each_report.h"
#include "indexer/generation/generation.h"
#include "indexer/generation/manifest.h"
#include "indexer/generation/run_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

Json shard_json(const Shard& shard) {
  Json json = {{"name", shard.name}};
  if (shard.remote) return json;
  Json tables = Json::object();
  uintmax_t total = 0;
  std::error_code error;
  for (fs::directory_iterator it(shard.path, error), end; it != end; it.increment(error)) {
    std::error_code unknown;
    const uintmax_t size = it->file_size(unknown);
    if (unknown) continue;
    total += size;
    if (it->path().extension() == ".glass") tables[it->path().stem().string()] = size;
  }
  json["bytes"] = total;
  json["tables"] = std::move(tables);
  return json;
}

void add_manifest(const fs::path& index, Json* stats) {
  GenerationStore store(index);
  auto current = store.current();
  if (!current || !*current) return;
  (*stats)["generation"] = (*current)->number;
  Json numbers = Json::array();
  for (const Generation& generation : store.finished()) numbers.push_back(generation.number);
  (*stats)["generations"] = std::move(numbers);
  auto manifest = load_manifest((*current)->manifest());
  if (!manifest) return;
  (*stats)["published"] = manifest->published;
  (*stats)["program"] = manifest->program;
  (*stats)["roots"] = manifest->roots;
  Json unreadable = Json::array(), left_out = Json::array();
  for (const FileEntry& entry : manifest->files)
    if (!entry.readable())
      (entry.left_out ? left_out : unreadable)
          .push_back({{"path", entry.file}, {"reason", entry.error}});
  (*stats)["unreadable"] = std::move(unreadable);
  (*stats)["left_out"] = std::move(left_out);
  (*stats)["warnings"] = manifest->warnings;
}

using Counts = std::map<std::string, std::map<std::string, size_t>>;

Json counts_json(const Counts& counts) {
  Json out = Json::object();
  for (const Field& field : fields()) {
    auto it = counts.find(std::string(field.name));
    if (it == counts.end()) continue;
    std::vector<std::pair<std::string, size_t>> values(it->second.begin(), it->second.end());
    std::stable_sort(values.begin(), values.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    Json list = Json::array();
    for (const auto& [value, count] : values) list.push_back({{"value", value}, {"count", count}});
    out[std::string(field.name)] = std::move(list);
  }
  return out;
}

std::string megabytes(uintmax_t bytes) {
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::string text_or_dash(const Json& json, const char* key) {
  auto it = json.find(key);
  if (it == json.end() || it->is_null()) return "-";
  return it->is_string() ? it->get<std::string>() : it->dump();
}

std::string format_values(const Json& values) {
  constexpr size_t kShown = 12;
  std::string out;
  for (size_t i = 0; i < std::min(values.size(), kShown); ++i)
    out += fmt::format("{}{} {}", i == 0 ? "" : ", ", values[i]["value"].get<std::string>(),
                       values[i]["count"].get<size_t>());
  if (values.size() > kShown) out += fmt::format(" and {} more", values.size() - kShown);
  return out;
}

// A line, with its end; where it is too long, broken at spaces, the rest indented.
std::string folded(const std::string& line, size_t width, size_t indent) {
  if (width == 0 || columns(line) <= width) return line + "\n";
  const size_t begin = std::min(line.find_first_of(' '), line.size());
  const size_t text = std::min(line.find_first_not_of(' ', begin), line.size());
  return wrapped(line.substr(text), width, line.substr(0, text), std::string(indent, ' ')) + "\n";
}

}  // namespace

Result<Json> index_stats(const fs::path& path) {
  Index index = OF_TRY(open_index(path));
  Json stats = {{"index", path.string()}, {"schema_version", kSchemaVersion}};
  add_manifest(path, &stats);
  Counts counts;
  size_t reports = 0;
  Json doubtful = Json::array();
  std::string first, last;
  OF_CHECK(each_report(index.database, [&](const Report& report) {
    ++reports;
    if (first.empty() || report.indexed < first) first = report.indexed;
    last = std::max(last, report.indexed);
    for (const std::string& warning : report.metadata.warnings)
      doubtful.push_back({{"path", report.path}, {"warning", warning}});
    for (const Field& field : fields())
      for (const std::string& value : field_values(field, report.metadata))
        ++counts[std::string(field.name)][value];
  }));
  stats["document_warnings"] = std::move(doubtful);
  stats["reports"] = reports;
  stats["passages"] = index.database.get_doccount() - reports;
  stats["first_indexed"] = first.empty() ? Json() : Json(first);
  stats["last_indexed"] = last.empty() ? Json() : Json(last);
  stats["shards"] = Json::array();
  for (const Shard& shard : index.shards) stats["shards"].push_back(shard_json(shard));
  stats["fields"] = counts_json(counts);
  return stats;
}

std::string format_stats(const Json& stats, size_t width) {
  constexpr size_t kNames = 18, kNarrow = 50;  // columns
  std::string out;
  auto line = [&](const std::string& name, const std::string& value) {
    out += folded(padded(name, kNames) + value, width, width < kNarrow ? 4 : kNames);
  };
  line("index", stats["index"]);
  line("generation",
       text_or_dash(stats, "generation") + ", published " + text_or_dash(stats, "published"));
  for (const std::string& root : stats.value("roots", std::vector<std::string>()))
    line("folder", root);
  line("reports", with_commas(stats["reports"]));
  line("passages", with_commas(stats["passages"]));
  line("first indexed", text_or_dash(stats, "first_indexed"));
  line("last indexed", text_or_dash(stats, "last_indexed"));
  if (stats.contains("unreadable")) line("not read", with_commas(stats["unreadable"].size()));
  for (const Json& shard : stats["shards"])
    line("shard", fmt::format("{}, {}", shard["name"].get<std::string>(),
                              megabytes(shard.value("bytes", uintmax_t{0}))));
  for (const auto& [field, values] : stats["fields"].items()) line(field, format_values(values));
  return out;
}

std::string format_warnings(const Json& stats, size_t width) {
  std::string out;
  auto list = [&](const char* key, const char* words) {
    for (const Json& row : stats.value(key, Json::array()))
      out += folded(fmt::format("{}: {}", printable(row.at("path").get<std::string>()),
                                printable(row.at(words).get<std::string>())),
                    width, 2);
  };
  list("unreadable", "reason");
  list("left_out", "reason");
  list("document_warnings", "warning");
  for (const std::string& warning : stats.value("warnings", std::vector<std::string>()))
    out += folded(printable(warning), width, 2);
  return out.empty() ? "no warnings\n" : out;
}

}  // namespace ofsearch
